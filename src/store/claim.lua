--[[
pending -> sending, for those rows that are still pending.
Keys: one for each row.
Args: now, token of this call, then the row ids.
Output: ids that this call claimed; the same again when the client sends the same call again after a lost connection
]]
local now, token = ARGV[1], ARGV[2]
local claimed = {}
for i, key in ipairs(KEYS) do
  local state, by = unpack(redis.call('HMGET', key, 'state', 'by'))
  if state == 'pending' then
    redis.call('HSET', key, 'state', 'sending', 'at', now, 'by', token)
    claimed[#claimed + 1] = ARGV[2 + i]
  elseif state == 'sending' and by == token then
    claimed[#claimed + 1] = ARGV[2 + i]
  end
end
return claimed
