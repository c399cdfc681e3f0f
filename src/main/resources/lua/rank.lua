-- The rank of one person: how many are strictly better, plus one. People with the same score and the same deciding part of the member share it.
-- KEYS  1 rank
-- ARGV  1 member, 2 length of the member's deciding part, 3 the least score of everybody with these points
-- Returns nil when the person is not on the board, else {rank, people, better by points, better by points and score}.
local position = redis.call('ZRANK', KEYS[1], ARGV[1])
if not position then
  return nil
end
local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
local better = redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. score)
local length = tonumber(ARGV[2])
local first = position
if length == 0 then
  first = better
else
  local tie = string.sub(ARGV[1], 1, length)
  while first > better do
    local before = redis.call('ZRANGE', KEYS[1], first - 1, first - 1)[1]
    if string.sub(before, 1, length) ~= tie then
      break
    end
    first = first - 1
  end
end
return {first + 1, redis.call('ZCARD', KEYS[1]), redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. ARGV[3]), better}
