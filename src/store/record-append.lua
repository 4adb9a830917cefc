--[[
Adds one line to the record, if it follows the line that stands last.
Keys: 1 head, 2 the month's lines, 3 the month's operations, 4 months, 5 digests of the configuration.
Args: operation, expected seq and hash of the head, the line's JSON, its hash, month, seconds to keep a month,
      file and digest ('' '' = none).
Output: 'saved' | 'already' | 'conflict'
]]
if redis.call('SISMEMBER', KEYS[3], ARGV[1]) == 1 then return 'already' end
local seq, hash = unpack(redis.call('HMGET', KEYS[1], 'seq', 'hash'))
if (seq or '0') ~= ARGV[2] or (hash or '') ~= ARGV[3] then return 'conflict' end

redis.call('RPUSH', KEYS[2], ARGV[4])
redis.call('HSET', KEYS[1], 'seq', ARGV[2] + 1, 'hash', ARGV[5])
redis.call('SADD', KEYS[3], ARGV[1])
redis.call('ZADD', KEYS[4], 0, ARGV[6])
redis.call('EXPIRE', KEYS[2], ARGV[7])
redis.call('EXPIRE', KEYS[3], ARGV[7])
if ARGV[8] ~= '' then redis.call('HSET', KEYS[5], ARGV[8], ARGV[9]) end
return 'saved'
