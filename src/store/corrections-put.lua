--[[
Keeps one correction; the entry of the same message gives way.
Keys: 1 by time, 2 texts, 3 by case.
Args: id, time, JSON, case id ('' for none), most to keep.
Output: entries dropped because there are too many.
]]
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
redis.call('HDEL', KEYS[3], ARGV[1])
if ARGV[4] ~= '' then redis.call('HSET', KEYS[3], ARGV[1], ARGV[4]) end
local over = redis.call('ZRANGE', KEYS[1], 0, -tonumber(ARGV[5]) - 1)
for _, id in ipairs(over) do
  redis.call('ZREM', KEYS[1], id)
  redis.call('HDEL', KEYS[2], id)
  redis.call('HDEL', KEYS[3], id)
end
return #over
