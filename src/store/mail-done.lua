--[[
What was in hand has been told, but for lines that could not be said yet: those wait again. When nothing was told, the
hour between two messages has not begun.
Keys: 1 batch, 2 lines, 3 told, 4 time of the last message.  Args: its id, 1 when nothing was told, then id and JSON of each line kept
Output: 1 done, 0 another is in hand
]]
local batch = redis.call('GET', KEYS[1])
if not batch or cjson.decode(batch).id ~= ARGV[1] then return 0 end
for i = 3, #ARGV, 2 do
  redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
  redis.call('ZREM', KEYS[3], ARGV[i])
end
if ARGV[2] == '1' then redis.call('DEL', KEYS[4]) end
return redis.call('DEL', KEYS[1])
