--[[
Notes a look at a case, unless the case has changed meanwhile (one event is one version).
Keys: 1 events, 2 ladder, 3 passed.
Args: case id, version, what was passed (JSON), when to look again ('' = not until it changes).
Output: 1 noted, 0 it has changed
]]
if redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
if ARGV[4] == '' then
  redis.call('ZREM', KEYS[2], ARGV[1])
else
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
end
return 1
