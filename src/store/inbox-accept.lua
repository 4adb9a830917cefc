--[[
Takes message ids in, in their order, each once.
Keys: 1 batch, 2 order, 3 pending, 4 the sets of seen ids (one for each day, its number appended: same slot).
Args: days to remember an id, seconds to remember the answer, then the ids.
Output: the ids that were new; the same again when the client sends the same batch again after a lost connection

A set for each day takes a third of the memory of a key for each id; the days are those of the Redis clock.
]]
local answered = redis.call('GET', KEYS[1])
if answered then return cjson.decode(answered) end

local days = tonumber(ARGV[1])
local today = math.floor(redis.call('TIME')[1] / 86400)
local ids = {}
for i = 3, #ARGV do ids[i - 2] = ARGV[i] end

local known = {}
for day = today - days, today do
  for i, seen in ipairs(redis.call('SMISMEMBER', KEYS[4] .. day, unpack(ids))) do
    if seen == 1 then known[ids[i]] = true end
  end
end

local fresh = {}
for _, id in ipairs(ids) do
  if not known[id] then
    known[id] = true
    fresh[#fresh + 1] = id
  end
end
if #fresh == 0 then return fresh end

redis.call('SADD', KEYS[4] .. today, unpack(fresh))
redis.call('EXPIRE', KEYS[4] .. today, (days + 1) * 86400)
local last = redis.call('INCRBY', KEYS[2], #fresh)
local pending = {}
for i, id in ipairs(fresh) do
  pending[2 * i - 1] = last - #fresh + i
  pending[2 * i] = id
end
redis.call('ZADD', KEYS[3], unpack(pending))
redis.call('SET', KEYS[1], cjson.encode(fresh), 'EX', ARGV[2])
return fresh
