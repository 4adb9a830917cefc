--[[
Puts a line into somebody's mailbox, once: also after it was told.
Keys: 1 lines, 2 told.  Args: line id, JSON, time.  Output: 1 new, 0 known
]]
if redis.call('ZSCORE', KEYS[2], ARGV[1]) or redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
