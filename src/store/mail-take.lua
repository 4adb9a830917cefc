--[[
Takes all lines of a mailbox in hand; what is in hand already comes again, with its id.
Keys: 1 lines, 2 batch, 3 told, 4 time of the last message.
Args: now, least milliseconds between two messages, id for a new batch, milliseconds that told lines are remembered
Output: the batch's JSON | 'later' | 'empty'
]]
local batch = redis.call('GET', KEYS[2])
if batch then return batch end
local lines = redis.call('HGETALL', KEYS[1])
if #lines == 0 then return 'empty' end
local now, last = tonumber(ARGV[1]), tonumber(redis.call('GET', KEYS[4]) or '')
-- A clock that was set back does not keep a mailbox shut.
if last and now >= last and now - last < tonumber(ARGV[2]) then return 'later' end
local taken = {}
for i = 1, #lines, 2 do
  taken[#taken + 1] = lines[i + 1]
  redis.call('ZADD', KEYS[3], now, lines[i])
end
batch = cjson.encode({ id = ARGV[3], lines = taken })
redis.call('SET', KEYS[2], batch)
redis.call('DEL', KEYS[1])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - tonumber(ARGV[4]))
redis.call('SET', KEYS[4], now, 'PX', ARGV[4])
redis.call('PEXPIRE', KEYS[3], ARGV[4])
return batch
