/** Pages of the platform API: startAt, maxResults, total, isLast, values. */
import type { Call } from '../http/call';
import { numberParam } from '../http/call';
import type { Json, JsonObject } from '../model';
import type { Site } from '../site';

export interface Window {
  startAt: number;
  maxResults: number;
}

export const windowOf = (call: Call, fallback: number, most = fallback): Window => ({
  startAt: numberParam(call, 'startAt', 0),
  maxResults: numberParam(call, 'maxResults', fallback, most),
});

/** One page of `items`, the values shown by `show`. */
export function page<T>(
  site: Site,
  call: Call,
  items: readonly T[],
  window: Window,
  show: (item: T) => Json,
): JsonObject {
  const { startAt, maxResults } = window;
  const values = items.slice(startAt, startAt + maxResults).map(show);
  const isLast = startAt + values.length >= items.length;
  const self = (from: number): string => `${site.options.baseUrl}${call.path}?maxResults=${maxResults}&startAt=${from}`;
  return {
    self: self(startAt),
    ...(isLast ? {} : { nextPage: self(startAt + maxResults) }),
    maxResults,
    startAt,
    total: items.length,
    isLast,
    values,
  };
}

/** How many items a page holds: what its points are counted by. */
export const countOf = (items: readonly unknown[], { startAt, maxResults }: Window): number =>
  Math.max(0, Math.min(items.length - startAt, maxResults));
