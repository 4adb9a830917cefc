--[[
Writes a case and some of its events anew, without what was personal in them; nothing if it changed meanwhile.
Keys: 1 state, 2 events, 3 links, 4 the run's count.
Args: state as it was read, number of events, new state, field to count ('' = none), seconds to keep the count,
      number of events to write, then (index, JSON) for each, then the message ids whose links go.
Output: 1 written, 0 changed meanwhile
]]
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('LLEN', KEYS[2]) ~= tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[1], ARGV[3])
local count = tonumber(ARGV[6])
for i = 0, count - 1 do redis.call('LSET', KEYS[2], ARGV[7 + 2 * i], ARGV[8 + 2 * i]) end
for i = 7 + 2 * count, #ARGV do redis.call('HDEL', KEYS[3], ARGV[i]) end
if ARGV[4] ~= '' then
  redis.call('HINCRBY', KEYS[4], ARGV[4], 1)
  redis.call('EXPIRE', KEYS[4], ARGV[5])
end
return 1
