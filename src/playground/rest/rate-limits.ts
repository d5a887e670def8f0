import { createHash } from 'node:crypto';
import type { Route } from './router.ts';

/** Every bot, all routes but those of interactions together. */
const globalPerSecond = 50;
const defaultLimit = { requests: 50, windowMs: 1000 };
const bucketsMax = 10_000;

export interface RateLimitState {
  headers: Record<string, string>;
  /** Set where the request is one too many. */
  exceeded?: { retryAfterSeconds: number; scope: 'user' | 'global' };
}

interface Bucket {
  used: number;
  /** By `clock`, in milliseconds. */
  resetAt: number;
}

export interface RateLimits {
  take(route: Route, params: Record<string, string>): RateLimitState;
}

/**
 * Counts requests by Discord's rules: per route and top-level resource, and 50 a second over all.
 * `enforced` false keeps the headers and refuses nothing. Runs on the machine's clock, because
 * those who are limited wait by theirs.
 */
export function createRateLimits(enforced: boolean): RateLimits {
  const buckets = new Map<string, Bucket>();
  const global: Bucket = { used: 0, resetAt: 0 };
  return {
    take(route, params) {
      const clock = Date.now();
      const { requests, windowMs } = route.limit ?? defaultLimit;
      const key = bucketKey(route, params);
      if (buckets.size > bucketsMax) dropSpentBuckets(buckets, clock);
      const bucket = renew(buckets.get(key), clock, windowMs);
      buckets.set(key, bucket);
      const overGlobal = enforced && countsGlobally(route) && !takeGlobal(global, clock);
      const overBucket = enforced && bucket.used >= requests;
      if (!overGlobal && !overBucket) bucket.used = enforced ? bucket.used + 1 : 1;
      const resetAfter = Math.max(0, bucket.resetAt - clock) / 1000;
      const headers = {
        'x-ratelimit-limit': String(requests),
        'x-ratelimit-remaining': String(Math.max(0, requests - bucket.used)),
        'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': resetAfter.toFixed(3),
        'x-ratelimit-bucket': createHash('sha256').update(routeKey(route)).digest('hex').slice(0, 32),
      };
      if (overGlobal) {
        const retryAfterSeconds = Math.max(1, global.resetAt - clock) / 1000;
        return { headers: {}, exceeded: { retryAfterSeconds, scope: 'global' } };
      }
      if (overBucket)
        return { headers, exceeded: { retryAfterSeconds: Math.max(0.001, resetAfter), scope: 'user' } };
      return { headers };
    },
  };
}

function renew(bucket: Bucket | undefined, clock: number, windowMs: number): Bucket {
  return bucket === undefined || bucket.resetAt <= clock ? { used: 0, resetAt: clock + windowMs } : bucket;
}

function takeGlobal(global: Bucket, clock: number): boolean {
  if (global.resetAt <= clock) Object.assign(global, { used: 0, resetAt: clock + 1000 });
  global.used += 1;
  return global.used <= globalPerSecond;
}

/** Interaction endpoints are outside the global limit. */
function countsGlobally(route: Route): boolean {
  return route.needsToken !== false;
}

/** Creating and editing are apart; the sub-resource does not matter, the top-level one does. */
function bucketKey(route: Route, params: Record<string, string>): string {
  const top = [
    params['channel_id'],
    params['guild_id'],
    params['webhook_id'],
    params['webhook_token'],
    params['interaction_id'],
  ];
  return [routeKey(route), ...top.map((id) => id ?? '')].join(':');
}

function routeKey(route: Route): string {
  return `${route.method} ${route.template}`;
}

function dropSpentBuckets(buckets: Map<string, Bucket>, clock: number): void {
  for (const [key, { resetAt }] of buckets) {
    if (resetAt <= clock) buckets.delete(key);
  }
}
