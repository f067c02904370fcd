/** Token buckets per endpoint and method: they fill at the steady rate and hold one second of it. */
import type { Route } from '../http/route';

const BY_METHOD: Record<Route['method'], number> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };
const BY_ROUTE: Record<string, number> = { 'GET /rest/api/3/issue/{issueIdOrKey}': 150 };

interface Bucket {
  tokens: number;
  at: number;
}

export class Buckets {
  private readonly buckets = new Map<string, Bucket>();

  /** Calls a second that the endpoint allows. */
  rateOf(route: Route): number {
    return BY_ROUTE[keyOf(route)] ?? BY_METHOD[route.method];
  }

  /** Takes a token; gives 0, or the milliseconds until there is one. */
  take(route: Route, now: number): number {
    const rate = this.rateOf(route);
    const bucket = this.buckets.get(keyOf(route)) ?? { tokens: rate, at: now };
    // A clock set back must not freeze the bucket.
    const elapsed = Math.max(0, now - bucket.at);
    const tokens = Math.min(rate, bucket.tokens + (elapsed * rate) / 1000);
    this.buckets.set(keyOf(route), { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 1000) / rate);
  }
}

const keyOf = (route: Route): string => `${route.method} ${route.template}`;
