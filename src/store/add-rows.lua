--[[
Puts rows into one place's outbox, each once per row id.
Keys: 1 unsettled, then one for each row.
Args: for each row: id, JSON, createdAt.
Output: ids of the rows that were new
]]
local added = {}
for i = 2, #KEYS do
  local id, json, createdAt = ARGV[3 * i - 5], ARGV[3 * i - 4], ARGV[3 * i - 3]
  if redis.call('EXISTS', KEYS[i]) == 0 then
    redis.call('HSET', KEYS[i], 'row', json, 'state', 'pending', 'at', createdAt)
    redis.call('ZADD', KEYS[1], createdAt, id)
    added[#added + 1] = id
  end
end
return added
