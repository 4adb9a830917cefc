--[[
Binds a group of the directory to a room, each once.
Keys: 1 bindings, 2 rooms, 3 directory version.  Args: group key, room id.
Output: 1 bound (also when it was bound to this very room before), 0 one of the two is bound elsewhere
]]
local room, group = redis.call('HGET', KEYS[1], ARGV[1]), redis.call('HGET', KEYS[2], ARGV[2])
if room == ARGV[2] and group == ARGV[1] then return 1 end
if room or group then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[2], ARGV[1])
redis.call('INCR', KEYS[3])
return 1
