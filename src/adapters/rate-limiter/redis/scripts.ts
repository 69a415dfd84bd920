/**
 * One step of the store, whatever the number of budgets: Redis runs nothing else meanwhile. The arithmetic is that of
 * `leaky-bucket.ts`; the contract suite holds the two against each other. Time is the server's own, so that processes
 * whose clocks differ share one. A bucket goes when it has drained.
 *
 * KEYS: the buckets. ARGV: quota, window in milliseconds and amount of each.
 * Answers 1 or 0, whether the charges were met, and the level of each bucket after it.
 */
export const SPEND_SCRIPT = `
local call, find, sub, format = redis.call, string.find, string.sub, string.format
local time = call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local kept = call("MGET", unpack(KEYS))
local answer = { 1 }
for index = 1, #KEYS do
  local quota, window, amount = ARGV[3 * index - 2], ARGV[3 * index - 1], ARGV[3 * index]
  local level, bucket = 0, kept[index]
  if bucket then
    local colon = find(bucket, ":", 1, true)
    level = math.max(0, sub(bucket, 1, colon - 1) - quota * math.max(0, now - sub(bucket, colon + 1)))
  end
  if level + amount * window > quota * window then answer[1] = 0 end
  answer[index + 1] = level
end
if answer[1] == 1 then
  for index = 1, #KEYS do
    local filling = ARGV[3 * index] * ARGV[3 * index - 1]
    if filling > 0 then
      local level = answer[index + 1] + filling
      local drainedIn = math.ceil(level / ARGV[3 * index - 2])
      call("SET", KEYS[index], format("%.0f:%.0f", level, now), "PX", format("%.0f", drainedIn))
      answer[index + 1] = level
    end
  end
end
return answer
`;

/** The same the other way round, with the same arguments: a level falls by the amount, and to nothing at the lowest. */
export const GIVE_BACK_SCRIPT = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for index, key in ipairs(KEYS) do
  local quota = tonumber(ARGV[3 * index - 2])
  local drained = tonumber(ARGV[3 * index]) * tonumber(ARGV[3 * index - 1])
  local level, at = string.match(redis.call("GET", key) or "0:0", "^(%d+):(%d+)$")
  level = math.max(0, level - quota * math.max(0, now - at) - drained)
  if level > 0 then
    local bucket = string.format("%.0f:%.0f", level, now)
    redis.call("SET", key, bucket, "PX", string.format("%.0f", math.ceil(level / quota)))
  else
    redis.call("DEL", key)
  end
end
`;
