-- Keeps or gives back a lease, if it is still ours.
-- KEYS[1] lease; ARGV[1] node, ARGV[2] milliseconds from now, 0 gives it back. Returns 1, or 0: another node has it, or nobody.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 0
