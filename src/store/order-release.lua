--[[
Gives a number back that its cause did not use.  Keys: 1 given, 2 free.  Args: cause, seconds to keep
]]
local number = redis.call('HGET', KEYS[1], ARGV[1])
if not number then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[2], number, number)
redis.call('EXPIRE', KEYS[2], ARGV[2])
return 1
