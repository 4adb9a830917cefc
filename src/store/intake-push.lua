--[[
Puts a message at the end of its chat's queue, once per message id, also after it was consumed.
Keys: 1 seen, 2 items, 3 queue.  Args: message id, item JSON, seconds to remember the id.  Output: 1 new, 0 known
]]
if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[3]) then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('RPUSH', KEYS[3], ARGV[1])
return 1
