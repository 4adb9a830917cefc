--[[
Takes message ids in, in their order, each once.
Keys: 1 batch, 2 order, 3 pending, then one (seen) for each id.
Args: seconds to remember an id, seconds to remember the answer, then the ids.
Output: the ids that were new; the same again when the client sends the same batch again after a lost connection
]]
local answered = redis.call('GET', KEYS[1])
if answered then return cjson.decode(answered) end
local fresh = {}
for i = 4, #KEYS do
  local id = ARGV[i - 1]
  if redis.call('SET', KEYS[i], '1', 'NX', 'EX', ARGV[1]) then
    redis.call('ZADD', KEYS[3], redis.call('INCR', KEYS[2]), id)
    fresh[#fresh + 1] = id
  end
end
if #fresh > 0 then redis.call('SET', KEYS[1], cjson.encode(fresh), 'EX', ARGV[2]) end
return fresh
