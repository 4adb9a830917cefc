--[[
Cases of one place whose moment has come. Once in a while, and when the clock was set back by more than seconds, all that is open or watched is
to be looked at: an entry that was lost is found again.
Keys: 1 ladder, 2 open, 3 watched, 4 passed (its field ~checks: last now, next check).
Args: now, when to check again, most ids.
Output: ids, those due longest in front
]]
local now, again = tonumber(ARGV[1]), tonumber(ARGV[2])
local any = false
for i = 1, 3 do any = any or redis.call('EXISTS', KEYS[i]) == 1 end
if not any then return {} end
local seen, check = unpack(redis.call('HMGET', KEYS[4], '~seen', '~check'))
if not seen or not check or now < tonumber(seen) - 30000 or now >= tonumber(check) or tonumber(check) > again then
  for i = 2, 3 do
    for _, id in ipairs(redis.call('ZRANGE', KEYS[i], 0, -1)) do redis.call('ZADD', KEYS[1], 0, id) end
  end
  redis.call('HSET', KEYS[4], '~check', again)
end
redis.call('HSET', KEYS[4], '~seen', now)
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[3])
