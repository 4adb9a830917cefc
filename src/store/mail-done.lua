--[[
What was in hand has been told.  Keys: 1 batch.  Args: its id.  Output: 1 done, 0 another is in hand
]]
local batch = redis.call('GET', KEYS[1])
if not batch or cjson.decode(batch).id ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
