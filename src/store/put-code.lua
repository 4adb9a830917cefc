--[[
Keeps a one-time code; the official's earlier one ends.
Keys: 1 the code, 2 codes by official, 3 the official's earlier code (or the same again).
Args: official key, valid until, the code's hash, seconds after which Redis drops it.
Output: 1 kept, 0 the code stands for another official
]]
local holder = redis.call('HGET', KEYS[1], 'official')
if holder and holder ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'official', ARGV[1], 'until', ARGV[2])
redis.call('HDEL', KEYS[1], 'usedBy')
redis.call('EXPIRE', KEYS[1], ARGV[4])
if KEYS[3] ~= KEYS[1] then redis.call('DEL', KEYS[3]) end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
return 1
