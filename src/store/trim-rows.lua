--[[
Takes the words out of rows settled long ago; their ids are remembered a while longer, so that nothing is said twice.
Keys: 1 settled, then one for each row.
Args: latest time of settling that goes, seconds to remember the id, then the row ids.
Output: number of rows trimmed
]]
local trimmed = 0
for i = 2, #KEYS do
  local id = ARGV[i + 1]
  local at = redis.call('ZSCORE', KEYS[1], id)
  if at and tonumber(at) <= tonumber(ARGV[1]) then
    redis.call('HDEL', KEYS[i], 'row')
    redis.call('EXPIRE', KEYS[i], ARGV[2])
    redis.call('ZREM', KEYS[1], id)
    trimmed = trimmed + 1
  end
end
return trimmed
