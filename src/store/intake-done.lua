--[[
Removes the head of a chat's queue if it is this message.
Keys: 1 queue, 2 items.  Args: message id.  Output: 1 removed, 0 another head
]]
if redis.call('LINDEX', KEYS[1], 0) ~= ARGV[1] then return 0 end
redis.call('LPOP', KEYS[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1
