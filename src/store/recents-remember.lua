--[[
Remembers a message of a chat's last 24 hours.
Keys: 1 recent, 2 recent-text.
Args: message id, time, JSON, most to keep, seconds after which Redis drops it all even if nobody sweeps.
]]
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
local over = redis.call('ZRANGE', KEYS[1], 0, -tonumber(ARGV[4]) - 1)
if #over > 0 then
  redis.call('HDEL', KEYS[2], unpack(over))
  redis.call('ZREM', KEYS[1], unpack(over))
end
redis.call('EXPIRE', KEYS[1], ARGV[5])
redis.call('EXPIRE', KEYS[2], ARGV[5])
return 1
