--[[
Writes a family anew. A case that stands in another one stays there.
Keys: 1 counter, 2 records, 3 family of a case.  Args: number, JSON, seconds to keep, case ids.
]]
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
for i = 4, #ARGV do redis.call('HSETNX', KEYS[3], ARGV[i], ARGV[1]) end
for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, ARGV[3]) end
return 1
