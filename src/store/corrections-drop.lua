--[[
Takes out corrections by id, text and all.
Keys: 1 by time, 2 texts, 3 by case.  Args: ids.  Output: how many there were.
]]
local dropped = 0
for _, id in ipairs(ARGV) do
  dropped = dropped + redis.call('HDEL', KEYS[2], id)
  redis.call('ZREM', KEYS[1], id)
  redis.call('HDEL', KEYS[3], id)
end
return dropped
