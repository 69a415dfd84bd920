import type { Redis } from "ioredis";
import type { EventStream, NewStreamEntry, StreamEnd } from "../../../domain/ports/event-stream.ts";

export interface RedisEventStreamOptions {
  key: string;
  /** About as many entries are kept. */
  length: number;
}

interface WithScripts {
  endOfEventStream(keys: 1, key: string): Promise<[id: string, eventId: string | null] | null>;
  appendToEventStream(keys: 1, key: string, ...values: (string | number)[]): Promise<number>;
}

/** The last identifier that the stream has given, also where its entry was deleted, and the event that is still there. */
const END_SCRIPT = `
if redis.call("EXISTS", KEYS[1]) == 0 then return false end
local info = redis.call("XINFO", "STREAM", KEYS[1])
for index = 1, #info, 2 do
  if info[index] == "last-generated-id" then
    local entry = redis.call("XRANGE", KEYS[1], info[index + 1], info[index + 1])[1]
    return { info[index + 1], entry and entry[2][2] or false }
  end
end
return false
`;

/**
 * ARGV: the identifier that the stream is to end with ("" where there is none), how many are kept, and six values of each entry.
 * Redis runs nothing else meanwhile, so nothing comes between two entries: no other writer's, and no flush.
 */
const APPEND_SCRIPT = `
local last = ""
if redis.call("EXISTS", KEYS[1]) == 1 then
  local info = redis.call("XINFO", "STREAM", KEYS[1])
  for index = 1, #info, 2 do
    if info[index] == "last-generated-id" then last = info[index + 1] end
  end
end
if last ~= ARGV[1] then return 0 end
for at = 3, #ARGV, 6 do
  redis.call("XADD", KEYS[1], "MAXLEN", "~", ARGV[2], ARGV[at], "id", ARGV[at + 1], "type", ARGV[at + 2],
    "organisationId", ARGV[at + 3], "subjectId", ARGV[at + 4], "event", ARGV[at + 5])
end
return 1
`;

/**
 * A stream of Redis (6.2 or newer, or Valkey), whose entries have the events' positions for identifiers: `17-0`. So none can be
 * added twice or out of order. @param redis the caller's: it is closed by whoever made it
 */
export function createRedisEventStream(redis: Redis, { key, length }: RedisEventStreamOptions): EventStream {
  redis.defineCommand("endOfEventStream", { lua: END_SCRIPT });
  redis.defineCommand("appendToEventStream", { lua: APPEND_SCRIPT });
  const stream = redis as unknown as WithScripts;
  return {
    length,
    async end(): Promise<StreamEnd | null> {
      const found = await stream.endOfEventStream(1, key);
      return found && { position: found[0].split("-")[0]!, id: found[1] };
    },
    async append(after, entries) {
      const last = after === null ? "" : toId(after);
      return (await stream.appendToEventStream(1, key, last, length, ...entries.flatMap(valuesOf))) === 1;
    },
  };
}

function toId(position: string): string {
  return `${position}-0`;
}

function valuesOf({ position, id, type, organisationId, subjectId, event }: NewStreamEntry): string[] {
  return [toId(position), id, type, organisationId, subjectId, event];
}
