import type { UploadedFile } from '../world/attachments.ts';
import type { World } from '../world/world.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request as a route sees it: authorised, parsed, within its limits. */
export interface RestRequest {
  world: World;
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON or `payload_json`; undefined for none. */
  body: unknown;
  files: readonly UploadedFile[];
}

/** `body` undefined means 204: no body and no content type. */
export interface RestAnswer {
  status: number;
  body?: unknown;
}

export interface Route {
  method: Method;
  /** As in the published spec. */
  template: string;
  /** False for the routes whose address carries its own secret. Default true. */
  needsToken?: boolean;
  /** Requests per window and bucket. https://discord.com/developers/docs/topics/rate-limits */
  limit?: { requests: number; windowMs: number };
  answer(request: RestRequest): RestAnswer;
}

export type RouteMatch =
  | { kind: 'found'; route: Route; params: Record<string, string> }
  | { kind: 'wrong-method' }
  | { kind: 'unknown' };

/** Finds routes by path; literal segments win over parameters, as `@me` over `{user_id}`. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => RouteMatch {
  const prepared = routes
    .map((route) => ({ route, segments: route.template.split('/') }))
    .sort((a, b) => countLiterals(b.segments) - countLiterals(a.segments));
  return (method, path) => {
    const given = path.split('/');
    let pathKnown = false;
    for (const { route, segments } of prepared) {
      const params = matchSegments(segments, given);
      if (params === undefined) continue;
      if (route.method === method) return { kind: 'found', route, params };
      pathKnown = true;
    }
    return { kind: pathKnown ? 'wrong-method' : 'unknown' };
  };
}

function matchSegments(
  segments: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  if (segments.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    // Decoded first: clients send `@original` as `%40original`.
    const part = decodeSegment(given[index] ?? '');
    if (part === undefined) return undefined;
    if (!segment.startsWith('{')) {
      if (segment !== part) return undefined;
      continue;
    }
    if (part === '') return undefined;
    params[segment.slice(1, -1)] = part;
  }
  return params;
}

function decodeSegment(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function countLiterals(segments: readonly string[]): number {
  return segments.filter((segment) => !segment.startsWith('{')).length;
}

/** A path parameter that the route's template is known to have. */
export function param(request: RestRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}

/** Discord takes true, True and 1. */
export function isTrue(value: string | null): boolean {
  return value === 'true' || value === 'True' || value === '1';
}
