--[[
Remembers messages of a chat's last 24 hours.
Keys: 1 recent, 2 recent-text.
Args: most to keep, seconds after which Redis drops it all even if nobody sweeps, then id, time and JSON of each message.
]]
for i = 3, #ARGV, 3 do
  redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
  redis.call('ZADD', KEYS[1], ARGV[i + 1], ARGV[i])
end
local over = redis.call('ZRANGE', KEYS[1], 0, -tonumber(ARGV[1]) - 1)
if #over > 0 then
  redis.call('HDEL', KEYS[2], unpack(over))
  redis.call('ZREM', KEYS[1], unpack(over))
end
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('EXPIRE', KEYS[2], ARGV[2])
return 1
