--[[
Notes a member, with an ever higher score, so that whoever clears up can see that it was noted again meanwhile.
Keys: 1 sequence, 2 the set.  Args: member
]]
local score = redis.call('INCR', KEYS[1])
redis.call('ZADD', KEYS[2], score, ARGV[1])
return score
