--[[
Uses a one-time code up and enrols; counts wrong ones.
Keys: 1 the code, 2 codes by official, 3 wrong codes of this contact, 4 enrolments, 5 directory version.
Args: contact id, now, tries, milliseconds that a lock (and a count of wrong codes) lasts.
Output: { 'ok', official } | { 'wrong', tries left } (0: this one locked it) | { 'locked' }
]]
local contact, now, tries, span = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local wrong, since = unpack(redis.call('HMGET', KEYS[3], 'count', 'since'))
wrong, since = tonumber(wrong or 0), tonumber(since or now)
if now >= since + span then wrong, since = 0, now end
if wrong >= tries then return { 'locked' } end

local official, valid, usedBy = unpack(redis.call('HMGET', KEYS[1], 'official', 'until', 'usedBy'))
-- The same contact again: its first answer was lost on the way.
if official and usedBy == contact then return { 'ok', official } end
if official and not usedBy and now < tonumber(valid) then
  redis.call('HSET', KEYS[4], contact, official)
  redis.call('HSET', KEYS[1], 'usedBy', contact)
  redis.call('EXPIRE', KEYS[1], 3600)
  redis.call('HDEL', KEYS[2], official)
  redis.call('DEL', KEYS[3])
  redis.call('INCR', KEYS[5])
  return { 'ok', official }
end

wrong = wrong + 1
-- A lock lasts its whole span from the last wrong code.
if wrong >= tries then since = now end
redis.call('HSET', KEYS[3], 'count', wrong, 'since', since)
redis.call('PEXPIRE', KEYS[3], 8 * span)
return { 'wrong', tries - wrong }
