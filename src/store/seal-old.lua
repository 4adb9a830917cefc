--[[
Moves a sealed case that an older version kept in the clear under keys that do not name it, sealed.
Keys: 1 old state, 2 old events, 3 state, 4 events, 5 open, 6 resolved, 7 touched, 8 cases of its petitioner.
Args: code, reference, sealed state, openedAt, then the sealed events.
Output: 1 moved, 0 it has changed meanwhile or was moved before
]]
local code, ref = ARGV[1], ARGV[2]
if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('LLEN', KEYS[2]) ~= #ARGV - 4 then return 0 end
redis.call('SET', KEYS[3], ARGV[3])
redis.call('DEL', KEYS[4])
for i = 5, #ARGV do redis.call('RPUSH', KEYS[4], ARGV[i]) end
local function rename(key, old, new)
  local score = redis.call('ZSCORE', key, old)
  if not score then return end
  redis.call('ZADD', key, score, new)
  redis.call('ZREM', key, old)
end
rename(KEYS[5], code, ref)
rename(KEYS[6], code, ref)
for _, letter in ipairs({ 'o', 'a', 'd', 'r', 'c' }) do rename(KEYS[7], letter .. '|' .. code, letter .. '|' .. ref) end
redis.call('ZADD', KEYS[8], ARGV[4], ref)
redis.call('DEL', KEYS[1], KEYS[2])
return 1
