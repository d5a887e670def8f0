/** What an answer must be: documented for its route, fit for its schema, told apart from a failure. */
import { z } from 'zod';
import type { JudgedExchange } from './judge.ts';
import type { Operation } from './published-spec.ts';
import { checkAgainst } from './schema-check.ts';

/**
 * Not the published schema, which is wrong twice by the documentation
 * (https://docs.discord.com/developers/reference, error messages, and topics/rate-limits): the codes
 * inside `errors` are names such as `BASE_TYPE_MAX_LENGTH`, and a 429 need not have a `code`.
 */
const innerErrors = z.strictObject({
  _errors: z.array(
    z.looseObject({ code: z.string().regex(/^[A-Z][A-Z0-9_]*$/u), message: z.string().min(1) }),
  ),
});
type ErrorTree = z.infer<typeof innerErrors> | { [key: string]: ErrorTree };
const errorTree: z.ZodType<ErrorTree> = z.lazy(() => z.union([innerErrors, z.record(z.string(), errorTree)]));

const refusal = z.looseObject({
  code: z.int().min(0),
  message: z.string().min(1),
  errors: errorTree.optional(),
});

const rateLimited = z.looseObject({
  message: z.string().min(1),
  retry_after: z.number().min(0),
  global: z.boolean(),
  code: z.int().optional(),
});

/** Faults that leave no answer of the stand-in's own to judge. */
function hasOwnAnswer({ fault, status }: JudgedExchange): boolean {
  return fault === undefined || (status >= 200 && status < 300);
}

/** Problems of an answer; `isExpected` where a test provoked the refusal. */
export function checkAnswer(exchange: JudgedExchange, operation: Operation, isExpected: boolean): string[] {
  const { status, fault } = exchange;
  if (fault !== undefined && status === 429) return checkRateLimit(exchange);
  if (!hasOwnAnswer(exchange)) return [];
  if (status >= 400) {
    const uncalled = isExpected ? [] : [`answered ${status} ${describeRefusal(exchange.responseBody)}`];
    return [...uncalled, ...(status === 429 ? checkRateLimit(exchange) : checkRefusal(exchange))];
  }
  if (!operation.responses.has(String(status)))
    return [`answers ${status}, which the published spec does not know`];
  return [...checkBody(exchange, operation), ...checkLimitHeaders(exchange), ...checkWithResponse(exchange)];
}

function checkBody(exchange: JudgedExchange, operation: Operation): string[] {
  const schema = operation.responses.get(String(exchange.status));
  const type = exchange.responseHeaders['content-type'];
  if (schema === undefined) {
    const problems = exchange.responseBody === undefined ? [] : ['answers with a body where none belongs'];
    // discord.js parses whatever calls itself JSON, and throws on an empty text.
    return type === undefined ? problems : [...problems, `an empty answer has the content type ${type}`];
  }
  const problems = checkAgainst([schema], exchange.responseBody).map((problem) => `answers ${problem}`);
  return isJson(type) ? problems : [...problems, `a JSON answer has the content type ${type ?? 'none'}`];
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json(?:;|$)/u.test(type);
}

function checkRefusal(exchange: JudgedExchange): string[] {
  if (exchange.status >= 500) return [];
  const problems = checkAgainst([refusal], exchange.responseBody).map((problem) => `refuses with ${problem}`);
  const type = exchange.responseHeaders['content-type'];
  return isJson(type) ? problems : [...problems, `a refusal has the content type ${type ?? 'none'}`];
}

function describeRefusal(body: unknown): string {
  const read = refusal.safeParse(body);
  return read.success ? `${read.data.code} ${JSON.stringify(read.data.message)}` : '';
}

/** https://docs.discord.com/developers/topics/rate-limits (exceeding a rate limit). */
function checkRateLimit(exchange: JudgedExchange): string[] {
  const headers = exchange.responseHeaders;
  const problems = checkAgainst([rateLimited], exchange.responseBody).map(
    (problem) => `limits with ${problem}`,
  );
  if (!isSeconds(headers['retry-after'])) problems.push('a 429 without Retry-After');
  if (!/^(?:user|global|shared)$/u.test(headers['x-ratelimit-scope'] ?? '')) {
    problems.push('a 429 without X-RateLimit-Scope');
  }
  return problems;
}

function isCount(value: string | undefined): boolean {
  return /^\d+$/u.test(value ?? '');
}

function isSeconds(value: string | undefined): boolean {
  return /^\d+(?:\.\d+)?$/u.test(value ?? '');
}

/** Where an answer tells of one limit header, it tells of all five, and sensibly. */
function checkLimitHeaders({ responseHeaders }: JudgedExchange): string[] {
  const names = ['limit', 'remaining', 'reset', 'reset-after', 'bucket'];
  const values = names.map((name) => responseHeaders[`x-ratelimit-${name}`]);
  if (values.every((value) => value === undefined)) return [];
  const [limit, remaining, reset, resetAfter, bucket] = values;
  const isWhole = isCount(limit) && isCount(remaining) && isSeconds(reset) && isSeconds(resetAfter);
  const isSound = isWhole && (bucket ?? '') !== '' && Number(remaining) < Math.max(1, Number(limit));
  return isSound ? [] : ['its rate-limit headers are incomplete or make no sense'];
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding (create interaction response). */
function checkWithResponse({ path, query, status }: JudgedExchange): string[] {
  if (!path.endsWith('/callback')) return [];
  const wanted = /^(?:true|1)$/iu.test(query['with_response'] ?? 'false') ? 200 : 204;
  return status === wanted
    ? []
    : [`with_response is ${query['with_response'] ?? 'absent'}, yet it answers ${status}`];
}
