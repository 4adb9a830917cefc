--[[
Puts a sealed text in the place of the plain one, if that still stands there.
Keys: 1 texts by message id.  Args: message id, plain text, sealed text.  Output: 1 done, 0 gone meanwhile
]]
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
