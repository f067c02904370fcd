/** Pages of servicedeskapi: start, limit, size, isLastPage, values. */
import type { Answer } from '../../http/answer';
import { ok } from '../../http/answer';
import type { Call } from '../../http/call';
import { numberParam } from '../../http/call';
import type { Json } from '../../model';
import type { Site } from '../../site';

const LIMIT = 50;

/** One page as an answer; `identity` counts its items as identity objects (users), else as core ones. */
export function jsmPage<T>(
  site: Site,
  call: Call,
  items: readonly T[],
  show: (item: T) => Json,
  kind: 'core' | 'identity' = 'core',
): Answer {
  const start = numberParam(call, 'start', 0);
  const limit = numberParam(call, 'limit', LIMIT, 100);
  const values = items.slice(start, start + limit).map(show);
  const isLastPage = start + values.length >= items.length;
  const link = (from: number): string => `${site.options.baseUrl}${call.path}?start=${from}&limit=${limit}`;
  const body = {
    _expands: [],
    size: values.length,
    start,
    limit,
    isLastPage,
    _links: {
      self: link(start),
      base: site.options.baseUrl,
      context: '',
      ...(isLastPage ? {} : { next: link(start + limit) }),
      ...(start === 0 ? {} : { prev: link(Math.max(0, start - limit)) }),
    },
    values,
  };
  return ok(body, { [kind]: values.length });
}
