--[[
The number of an order: the same again for the same cause; a number that was given back first, else the next.
Keys: 1 counter, 2 given, 3 free.  Args: cause, seconds to keep.  Output: the number
]]
local known = redis.call('HGET', KEYS[2], ARGV[1])
if known then return tonumber(known) end
local free = redis.call('ZPOPMIN', KEYS[3])
local number = free[1] and tonumber(free[1]) or redis.call('INCR', KEYS[1])
redis.call('HSET', KEYS[2], ARGV[1], number)
for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, ARGV[2]) end
return number
