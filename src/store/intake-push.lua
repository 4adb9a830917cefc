--[[
Puts messages at the end of their chat's queue, each once per message id, also after it was consumed.
Keys: 1 items, 2 queue, then a seen key for each message.
Args: seconds to remember an id, then for each message its id and its item as JSON.  Output: how many are new
]]
local new = 0
for i = 3, #KEYS do
  local id, item = ARGV[2 * i - 4], ARGV[2 * i - 3]
  if redis.call('SET', KEYS[i], '1', 'NX', 'EX', ARGV[1]) then
    redis.call('HSET', KEYS[1], id, item)
    redis.call('RPUSH', KEYS[2], id)
    new = new + 1
  end
end
return new
