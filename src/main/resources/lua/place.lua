-- Puts one person where the standing says, on the board of persons and in the totals of the unit, in one step.
-- KEYS  1 ready, 2 rank, 3 the person's bucket, 4 units
-- ARGV  1 what ready must hold, 2 field in the bucket, 3 revision, 4 unit, 5 score, 6 member, 7 points in hundredths, 8 largest points
-- Returns 1 placed, 0 the board is newer, -1 another board is in force (the caller keeps the work and comes again).
if ARGV[1] ~= '' and redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return -1
end
local old = redis.call('HGET', KEYS[3], ARGV[2])
if old then
  local revision, unit, score, member = string.match(old, '^(%d+)|(%d+)|(%d+)|(.+)$')
  if tonumber(revision) >= tonumber(ARGV[3]) then
    return 0
  end
  redis.call('ZREM', KEYS[2], member)
  local points = tonumber(ARGV[8]) - math.floor(tonumber(score) / 4294967296)
  redis.call('HINCRBY', KEYS[4], unit .. ':points', -points)
  redis.call('HINCRBY', KEYS[4], unit .. ':people', -1)
end
redis.call('ZADD', KEYS[2], ARGV[5], ARGV[6])
redis.call('HSET', KEYS[3], ARGV[2], ARGV[3] .. '|' .. ARGV[4] .. '|' .. ARGV[5] .. '|' .. ARGV[6])
redis.call('HINCRBY', KEYS[4], ARGV[4] .. ':points', ARGV[7])
redis.call('HINCRBY', KEYS[4], ARGV[4] .. ':people', 1)
return 1
