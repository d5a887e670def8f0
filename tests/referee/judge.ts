/**
 * The referee of the local Discord. Finished REST exchanges come in, a verdict goes out: does every
 * request the bot made, and every answer the stand-in gave, hold against Discord's published spec
 * and the rules it does not express? It trusts neither side: it finds the route by itself.
 */
import type { Exchange } from '../../src/playground/local-discord.ts';
import { isAllowedKey } from './allowed-keys.ts';
import { checkAnswer } from './answer-rules.ts';
import { checkCommands } from './command-rules.ts';
import { checkCallback, checkInteractions } from './interaction-rules.ts';
import { checkMessage } from './message-rules.ts';
import { findOperation, type Operation, readPublishedOperations, splitPath } from './published-spec.ts';
import { checkStrictly } from './schema-check.ts';

/** An exchange with what the referee also looks at where the log has it. */
export interface JudgedExchange extends Exchange {
  /** By lower-case name. */
  requestHeaders?: Record<string, string>;
  /** When the request came, in milliseconds since 1970. */
  receivedAtMs?: number;
}

/** A refusal that a test provokes on purpose; one that never comes is a problem. */
export interface ExpectedRefusal {
  /** Any method where absent. */
  readonly method?: string;
  /** As in the published spec; any route where absent. */
  readonly route?: string;
  readonly status: number;
  /** Discord's error code. */
  readonly code?: number;
}

export interface Verdict {
  /** Requests judged. */
  checked: number;
  /** Method and route of each operation seen, sorted, each once. */
  routes: string[];
  /** One line for each breach, in the order of the exchanges; empty when all is well. */
  problems: string[];
}

const operations = readPublishedOperations();

/** Judges a log of exchanges, oldest first. */
export function judge(
  exchanges: readonly JudgedExchange[],
  expected: readonly ExpectedRefusal[] = [],
): Verdict {
  const routes = new Set<string>();
  const awaited = new Set(expected);
  const problems = exchanges.flatMap((exchange) => {
    const refusal = expected.find((each) => isRefusedAs(exchange, each));
    if (refusal !== undefined) awaited.delete(refusal);
    const operation = findOperation(operations, exchange.method, exchange.path);
    const name = `${exchange.method} ${operation?.route ?? exchange.path}`;
    if (operation !== undefined) routes.add(name);
    return judgeOne(exchange, operation, refusal !== undefined).map((problem) => `${name}: ${problem}`);
  });
  const missed = [...awaited].map(
    (each) =>
      `${each.method ?? 'any method'} ${each.route ?? 'any route'}: ${each.status} was expected, never seen`,
  );
  return {
    checked: exchanges.length,
    routes: [...routes].sort(),
    problems: [...problems, ...checkInteractions(exchanges), ...missed],
  };
}

function isRefusedAs(exchange: JudgedExchange, expected: ExpectedRefusal): boolean {
  const body = exchange.responseBody;
  const code = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  return (
    exchange.status === expected.status &&
    (expected.method === undefined || expected.method === exchange.method) &&
    (expected.route === undefined || expected.route === exchange.route) &&
    (expected.code === undefined || expected.code === code)
  );
}

/** A request that a test meant to be refused may break the rules; its answer may not. */
function judgeOne(exchange: JudgedExchange, operation: Operation | undefined, isRefused: boolean): string[] {
  if (operation === undefined) return ['no such operation in the published spec'];
  return [
    ...(exchange.route === operation.route
      ? []
      : [`the stand-in takes it for ${exchange.route ?? 'nothing'}`]),
    ...checkAddress(exchange, operation),
    ...checkUserAgent(exchange),
    ...(isRefused ? [] : checkRequest(exchange, operation)),
    ...checkAnswer(exchange, operation, isRefused),
  ];
}

function checkAddress({ path, query }: JudgedExchange, operation: Operation): string[] {
  const segments = splitPath(path);
  const inPath = operation.route.split('/').flatMap((part, index) => {
    const schema = operation.path.get(part.slice(1, -1));
    const fits = schema === undefined || checkStrictly([schema], segments[index], () => false).length === 0;
    return fits ? [] : [`${JSON.stringify(segments[index])} is no ${part}`];
  });
  const inQuery = Object.entries(query).flatMap(([key, value]) => {
    const schema = operation.query.get(key);
    if (schema === undefined) return [`the query ${key} is unknown to the published spec`];
    return checkStrictly([schema], value, () => false).map(
      () => `the query ${key} is ${JSON.stringify(value)}`,
    );
  });
  return [...inPath, ...inQuery];
}

/** https://docs.discord.com/developers/reference (user agent): Discord's edge may block another. */
function checkUserAgent({ requestHeaders }: JudgedExchange): string[] {
  if (requestHeaders === undefined) return [];
  const agent = requestHeaders['user-agent'] ?? '';
  return /^DiscordBot \(\S+, [^)]+\)/u.test(agent) ? [] : [`the user agent is ${JSON.stringify(agent)}`];
}

function checkRequest(exchange: JudgedExchange, operation: Operation): string[] {
  const { requestBody: body, files } = exchange;
  const { method, route, requests } = operation;
  if (requests.length === 0) return body === undefined ? [] : ['a body where none may be sent'];
  const problems = checkStrictly(requests, body, (place) => isAllowedKey(method, route, place));
  if (problems.length > 0) return problems;
  if (route.endsWith('/callback')) return checkCallback(body, files);
  if (isMessageRoute(operation)) return checkMessage(body, files, method === 'POST');
  if (/\/commands(?:\/\{command_id\})?$/u.test(route)) return checkCommands(body, route.includes('/guilds/'));
  return [];
}

function isMessageRoute({ route, method }: Operation): boolean {
  if (method !== 'POST' && method !== 'PATCH') return false;
  if (/^\/webhooks\/\{webhook_id\}\/\{webhook_token\}$/u.test(route)) return method === 'POST';
  return /\/messages(?:\/@original|\/\{message_id\})?$/u.test(route) && !route.startsWith('/lobbies');
}
