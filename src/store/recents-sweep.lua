--[[
Drops what is older than a time from a chat's last 24 hours.
Keys: 1 recent, 2 recent-text.  Args: time (messages before it go).  Output: { number dropped, number left }
]]
local old = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1])
if #old > 0 then
  redis.call('HDEL', KEYS[2], unpack(old))
  redis.call('ZREM', KEYS[1], unpack(old))
end
return { #old, redis.call('ZCARD', KEYS[1]) }
