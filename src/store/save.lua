--[[
Applies one change in one place's slot: all of it, or nothing.

Keys:  1 op, 2 counter, 3 open, 4 resolved, 5 touched, 6 links, 7 unsettled, 8 ladder, 9 passed, 10 watched, 11 waiting,
       then (state, events) for each case, then one for each outbox row.
Args:  op value, op seconds, expected counter ('' = not asked), new counter ('' = unchanged),
       number of cases, of rows, of links;
       case:  id, expected version, state JSON, openedAt ('' = final), resolvedAt ('' = not resolved), watched since ('' = not),
              until when its clock waits ('' = it runs),
              number of moments, (letter, time or '') for each, number of events, events JSON;
       row:   id, JSON, createdAt;
       link:  message id, case id.
Output: 'saved' | 'already' | 'conflict'

The first write is a SET: with memory or disk full Redis refuses it, and nothing at all is written.
]]
local at = 0
local function take()
  at = at + 1
  return ARGV[at]
end

if redis.call('EXISTS', KEYS[1]) == 1 then return 'already' end

local opValue, opSeconds, expectCounter, newCounter = take(), take(), take(), take()
local nCases, nRows, nLinks = tonumber(take()), tonumber(take()), tonumber(take())

if expectCounter ~= '' and (redis.call('GET', KEYS[2]) or '0') ~= expectCounter then return 'conflict' end

local cases = {}
for i = 1, nCases do
  local c = { state = KEYS[10 + 2 * i], events = KEYS[11 + 2 * i] }
  c.id, c.version, c.json, c.open, c.resolved = take(), tonumber(take()), take(), take(), take()
  c.watched, c.waiting = take(), take()
  c.moments = {}
  for m = 1, tonumber(take()) do c.moments[m] = { take(), take() } end
  c.new = {}
  for e = 1, tonumber(take()) do c.new[e] = take() end
  -- One event is one version: the length of the history is the version that stands.
  if redis.call('LLEN', c.events) ~= c.version then return 'conflict' end
  cases[i] = c
end

redis.call('SET', KEYS[1], opValue, 'EX', opSeconds)
if newCounter ~= '' then redis.call('SET', KEYS[2], newCounter) end

local function index(key, score, member)
  if score == '' then redis.call('ZREM', key, member) else redis.call('ZADD', key, score, member) end
end

for _, c in ipairs(cases) do
  redis.call('SET', c.state, c.json)
  for _, event in ipairs(c.new) do redis.call('RPUSH', c.events, event) end
  index(KEYS[3], c.open, c.id)
  index(KEYS[4], c.resolved, c.id)
  index(KEYS[11], c.waiting, c.id)
  index(KEYS[10], c.watched, c.id)
  -- Whatever changed: the next sweep looks when its next rung is due.
  local climbs = c.open ~= '' or c.watched ~= ''
  index(KEYS[8], climbs and 0 or '', c.id)
  if not climbs then redis.call('HDEL', KEYS[9], c.id) end
  for _, moment in ipairs(c.moments) do index(KEYS[5], moment[2], moment[1] .. '|' .. c.id) end
end

for i = 1, nRows do
  local key = KEYS[11 + 2 * nCases + i]
  local id, json, createdAt = take(), take(), take()
  if redis.call('EXISTS', key) == 0 then
    redis.call('HSET', key, 'row', json, 'state', 'pending', 'at', createdAt)
    redis.call('ZADD', KEYS[7], createdAt, id)
  end
end

for _ = 1, nLinks do
  local message, case = take(), take()
  redis.call('HSET', KEYS[6], message, case)
end
return 'saved'
