--[[
Keeps a file for a while, unless too many wait already.
Keys: 1 the files that wait, by when they go, 2 this file.  Args: content, seconds to keep, most files.
Output: 1 kept, 0 no room.  The times are those of the Redis clock.
]]
local now = tonumber(redis.call('TIME')[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local known = redis.call('ZSCORE', KEYS[1], KEYS[2])
if not known and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[2])
redis.call('ZADD', KEYS[1], now + ARGV[2], KEYS[2])
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 1
