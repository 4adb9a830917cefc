--[[
Takes a case out of its place: out of every index, its state and history set aside under other keys.
Keys: 1 state, 2 events, 3 state set aside, 4 events set aside, 5 open, 6 resolved, 7 touched, 8 links,
      9 waiting, 10 ladder, 11 watched, 12 passed.
Args: case id, version, then ids of messages that led to it.
Output: 'left' | 'conflict' (it has moved on since)
]]
local id = ARGV[1]
if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('LLEN', KEYS[2]) ~= tonumber(ARGV[2]) then return 'conflict' end
redis.call('RENAME', KEYS[1], KEYS[3])
redis.call('RENAME', KEYS[2], KEYS[4])
redis.call('ZREM', KEYS[5], id)
redis.call('ZREM', KEYS[6], id)
for i = 9, 11 do redis.call('ZREM', KEYS[i], id) end
redis.call('HDEL', KEYS[12], id)
for _, letter in ipairs({ 'o', 'a', 'd', 'r', 'c' }) do redis.call('ZREM', KEYS[7], letter .. '|' .. id) end
for i = 3, #ARGV do redis.call('HDEL', KEYS[8], ARGV[i]) end
return 'left'
