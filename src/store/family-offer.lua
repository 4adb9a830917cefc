--[[
Keeps a family of cases under the township's next number, unless one of the cases stands in a family already.
Keys: 1 counter, 2 records, 3 family of a case.  Args: JSON, seconds to keep, case ids.
Output: its number, 0 when it was not kept.
]]
for i = 3, #ARGV do
  if redis.call('HEXISTS', KEYS[3], ARGV[i]) == 1 then return 0 end
end
local number = redis.call('INCR', KEYS[1])
redis.call('HSET', KEYS[2], number, ARGV[1])
for i = 3, #ARGV do redis.call('HSET', KEYS[3], ARGV[i], number) end
for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, ARGV[2]) end
return number
