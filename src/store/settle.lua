--[[
Records what became of rows. A row that was sent or dropped stays so; one of unknown outcome is never sent again.
Keys: 1 unsettled, 2 settled, then one for each row.
Args: state, now, then the row ids.
Output: number of rows changed

HSET comes first: with memory or disk full Redis refuses it, and nothing at all is written.
]]
local state, now = ARGV[1], ARGV[2]
local open = state == 'pending' or state == 'sending'
local changed = 0
for i = 3, #KEYS do
  local current = redis.call('HGET', KEYS[i], 'state')
  local may = current == 'pending' or current == 'sending' or (current == 'unknown' and not open)
  if may then
    redis.call('HSET', KEYS[i], 'state', state, 'at', now)
    if not open then
      redis.call('ZADD', KEYS[2], now, ARGV[i])
      redis.call('ZREM', KEYS[1], ARGV[i])
    end
    changed = changed + 1
  end
end
return changed
