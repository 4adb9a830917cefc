--[[
True the first time that a key is told; true again for the same call sent again after a lost connection.
Keys: 1 told.  Args: key, token of this call.  Output: 1 first, 0 told before
]]
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 then return 1 end
return redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] and 1 or 0
