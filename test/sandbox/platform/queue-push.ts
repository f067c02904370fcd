import { isObject, listAt, stringAt, type JsonObject } from './json';
import type { QueueAnswer } from './queue';

export interface PushedEvent {
  body: JsonObject;
  delayInSeconds: number | null;
  concurrency: { key: string; limit: number } | null;
}

export interface Push {
  jobId: string;
  events: PushedEvent[];
  /** Events that the platform would not take, by their place in the push. */
  failed: { index: string; errorMessage: string }[];
}

const MOST_EVENTS = 50;
const MOST_PUSH_BYTES = 200 * 1024;
const MOST_LONG_EVENT_BYTES = 100 * 1024;
const LONGEST_DELAY_SECONDS = 900;

/** Reads a publish request by the limits of forge-facts §5: a push, or the answer that refuses it as a whole. */
export function readPush(body: JsonObject, isLongRunning: boolean): Push | QueueAnswer {
  const jobId = stringAt(body['jobId'], 'jobId');
  const payload = listAt(body['payload'], 'payload');
  if (payload.length === 0 || payload.length > MOST_EVENTS) {
    return { status: 400, body: { message: 'A push has 1 to 50 events.', code: 400 } };
  }
  if (sizeOf(payload) > MOST_PUSH_BYTES) return { status: 413, body: { errorMessage: 'A push has at most 200 KB.' } };
  const push: Push = { jobId, events: [], failed: [] };
  payload.forEach((item, index) => {
    const event = readEvent(item, isLongRunning);
    if (typeof event === 'string') push.failed.push({ index: String(index), errorMessage: event });
    else push.events.push(event);
  });
  return push;
}

/** The event, or why it is not taken. */
function readEvent(item: unknown, isLongRunning: boolean): PushedEvent | string {
  if (!isObject(item) || !isObject(item['body'])) return 'An event needs a body that is an object.';
  if (isLongRunning && sizeOf(item) > MOST_LONG_EVENT_BYTES) {
    return 'An event of a function above 55 s has at most 100 KB.';
  }
  const delay = item['delayInSeconds'];
  if (delay !== undefined && !(typeof delay === 'number' && delay >= 0 && delay <= LONGEST_DELAY_SECONDS)) {
    return 'delayInSeconds is 0 to 900.';
  }
  const concurrency = item['concurrency'];
  if (concurrency === undefined) return { body: item['body'], delayInSeconds: delay ?? null, concurrency: null };
  const { key, limit } = isObject(concurrency) ? concurrency : {};
  if (typeof key !== 'string' || key === '' || typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1) {
    return 'concurrency needs a key and a limit of 1 or more.';
  }
  return { body: item['body'], delayInSeconds: delay ?? null, concurrency: { key, limit } };
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
