--[[
Moves the head of a chat's queue, if it is this message, to the list of what failed, with its error.
Keys: 1 queue, 2 items, 3 aside.  Args: message id, error, most to keep.  Output: 1 moved, 0 another head
]]
if redis.call('LINDEX', KEYS[1], 0) ~= ARGV[1] then return 0 end
local item = redis.call('HGET', KEYS[2], ARGV[1]) or ''
redis.call('RPUSH', KEYS[3], cjson.encode({ id = ARGV[1], error = ARGV[2], item = item }))
redis.call('LTRIM', KEYS[3], -tonumber(ARGV[3]), -1)
redis.call('LPOP', KEYS[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1
