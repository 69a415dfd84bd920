/**
 * One step of the store, whatever the number of budgets: Redis runs nothing else meanwhile. The arithmetic is that of
 * `leaky-bucket.ts`; the contract suite holds the two against each other. Time is the server's own, so that processes
 * whose clocks differ share one. A bucket goes when it has drained.
 *
 * KEYS: the buckets. ARGV: quota, window in milliseconds and amount of each.
 * Answers 1 or 0, whether the charges were met, and the level of each bucket after it.
 */
export const SPEND_SCRIPT = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local met, charges = 1, {}
for index, key in ipairs(KEYS) do
  local quota = tonumber(ARGV[3 * index - 2])
  local window = tonumber(ARGV[3 * index - 1])
  local filling = tonumber(ARGV[3 * index]) * window
  local level, at = string.match(redis.call("GET", key) or "0:0", "^(%d+):(%d+)$")
  level = math.max(0, level - quota * math.max(0, now - at))
  if level + filling > quota * window then met = 0 end
  charges[index] = { key = key, quota = quota, level = level, filling = filling }
end
local answer = { met }
for index, charge in ipairs(charges) do
  if met == 1 and charge.filling > 0 then
    charge.level = charge.level + charge.filling
    local bucket = string.format("%.0f:%.0f", charge.level, now)
    redis.call("SET", charge.key, bucket, "PX", string.format("%.0f", math.ceil(charge.level / charge.quota)))
  end
  answer[index + 1] = charge.level
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
