/** What Discord demands of answers to interactions beyond the published schemas. */
import { z } from 'zod';
import type { JudgedExchange } from './judge.ts';
import { checkMessage, checkModalComponents } from './message-rules.ts';

const callback = z.looseObject({
  type: z.number(),
  data: z.looseObject({}).nullish(),
});
const deferral = z.looseObject({ flags: z.number().nullish() });
const choices = z.looseObject({
  choices: z.array(z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) })).nullish(),
});
const modal = z.looseObject({ components: z.unknown().optional() });

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
const callbackDeadlineMs = 3_000;
const [newMessage, deferredMessage, deferredUpdate, update, autocomplete, modalCallback] = [4, 5, 6, 7, 8, 9];
const ephemeral = 1 << 6;
const choiceCountMax = 25;
const choiceLengthMax = 100;
/** First of January 2015, from which snowflakes count: https://docs.discord.com/developers/reference */
const discordEpochMs = 1_420_070_400_000;

/** Problems of one callback's body. */
export function checkCallback(
  body: unknown,
  files: readonly { name: string; sizeBytes: number }[],
): string[] {
  const read = callback.safeParse(body);
  if (!read.success) return ['the body is no callback'];
  const { type, data } = read.data;
  if (type === newMessage) return checkMessage(data ?? {}, files, true);
  if (type === update) return checkMessage(data ?? {}, files, false);
  if (type === deferredMessage || type === deferredUpdate) return checkDeferral(data);
  if (type === autocomplete) return checkChoices(data);
  if (type === modalCallback) return checkModalComponents(modal.safeParse(data).data?.components);
  return [];
}

/** Problems that show only across exchanges: answered twice, answered late. */
export function checkInteractions(exchanges: readonly JudgedExchange[]): string[] {
  const answered = new Set<string>();
  return exchanges.flatMap((exchange) => {
    const id = /^\/interactions\/(\d+)\/[^/]+\/callback$/u.exec(exchange.path)?.[1];
    if (id === undefined || exchange.status < 200 || exchange.status >= 300) return [];
    const problems = answered.has(id) ? [`interaction ${id}: a second callback was accepted`] : [];
    answered.add(id);
    return isLate(id, exchange.receivedAtMs)
      ? [...problems, `interaction ${id}: a callback after more than 3 s was accepted`]
      : problems;
  });
}

function isLate(id: string, receivedAtMs: number | undefined): boolean {
  if (receivedAtMs === undefined) return false;
  const startedAtMs = Number(BigInt(id) >> 22n) + discordEpochMs;
  return receivedAtMs - startedAtMs > callbackDeadlineMs;
}

/** A deferral decides only who sees what comes. */
function checkDeferral(data: unknown): string[] {
  if (data === undefined || data === null) return [];
  const others = Object.keys(data).filter((key) => !['flags', 'tts', 'enforce_nonce'].includes(key));
  const problems = others.map((key) => `a deferral carries ${key}`);
  const flags = deferral.safeParse(data).data?.flags ?? 0;
  return (flags & ~ephemeral) === 0 ? problems : [...problems, 'a deferral has flags other than EPHEMERAL'];
}

function checkChoices(data: unknown): string[] {
  const given = choices.safeParse(data).data?.choices;
  if (given === undefined || given === null) return ['no choices'];
  const problems = given.length > choiceCountMax ? [`${given.length} choices, 25 at most`] : [];
  const tooLong = given.filter(({ name, value }) =>
    [name, typeof value === 'string' ? value : ''].some((text) => text.length > choiceLengthMax),
  );
  return [...problems, ...tooLong.map(({ name }) => `the choice ${JSON.stringify(name)} is too long`)];
}
