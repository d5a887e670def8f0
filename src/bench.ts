/**
 * The load bench: `/ask` of the real bot beside `/ping` of a bare discord.js bot, each in a process
 * of its own against a local Discord of its own, in alternating blocks of one run. Prints a table,
 * writes nothing.
 *
 * Both sides are held to the same: the local Discord sends its rate-limit headers and refuses
 * nothing (`rateLimits: false`), since what is measured is the bot. Kutip runs as shipped, by
 * settings any operator has: `COOLDOWN_SECONDS=0`, because one member asks everything, and
 * `LOG_LEVEL=error`, because the bare bot does not log.
 */
import { parseArgs } from 'node:util';
import { runBlock, type Block } from './bench/block.ts';
import { formatTable, median, percentile } from './bench/figures.ts';
import { startProgram, type Program } from './bench/process.ts';
import { questions } from './bench/questions.ts';
import type { InteractionOutcome, LocalDiscord } from './playground/local-discord.ts';
import { startLocalDiscord } from './playground/start-local-discord.ts';

const usage = `npm run bench -- [--rounds 6] [--seconds 3] [--concurrency 8] [--starts 5]\n`;
const startTimeoutMs = 30_000;
/** So often each bot answers before anything counts. */
const warmUpCalls = 200;

interface Plan {
  /** Pairs of blocks. */
  readonly rounds: number;
  /** Length of a block. */
  readonly seconds: number;
  /** Commands in flight in the blocks that count throughput. */
  readonly concurrency: number;
  /** Times the program is started. */
  readonly starts: number;
}

/** One bot under load. */
interface Contestant {
  readonly name: string;
  /** One command from dispatch to its visible answer; false where it failed. */
  readonly call: (number: number) => Promise<boolean>;
  /** Empties the local Discord's log of requests. */
  readonly forget: () => void;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const plan = readPlan();
  if (plan === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const closers: (() => Promise<void>)[] = [];
  try {
    const startsMs = await measureStarts(plan.starts);
    const ask = await startAsk(closers);
    const ping = await startPing(closers);
    const single = await alternate([ask, ping], { ...plan, concurrency: 1 });
    const loaded = await alternate([ask, ping], plan);
    process.stdout.write(`${report(plan, { single, loaded, startsMs })}\n`);
    const failures = [...single, ...loaded].flatMap(({ a, b }) => [a.failures, b.failures]);
    return failures.every((count) => count === 0) ? 0 : 1;
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

function readPlan(): Plan | undefined {
  const text = { type: 'string' } as const;
  try {
    const options = { rounds: text, seconds: text, concurrency: text, starts: text };
    const { values } = parseArgs({ options });
    const plan = {
      rounds: Number(values.rounds ?? 6),
      seconds: Number(values.seconds ?? 3),
      concurrency: Number(values.concurrency ?? 8),
      starts: Number(values.starts ?? 5),
    };
    return Object.values(plan).every((value) => Number.isInteger(value) && value > 0) ? plan : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds from the start of the process to the line with the playground's address. */
async function measureStarts(count: number): Promise<number[]> {
  const startsMs: number[] = [];
  for (let start = 0; start < count; start += 1) {
    const startedAt = performance.now();
    // Blank, not absent: a token in a .env file must not take part.
    const settings = { DISCORD_TOKEN: '', DISCORD_API: '', PLAYGROUND_PORT: '0', LOG_LEVEL: 'error' };
    const program = startProgram('src/main.ts', settings);
    try {
      await program.until(/https?:\/\/\S+/u, startTimeoutMs);
      startsMs.push(performance.now() - startedAt);
    } finally {
      await program.stop();
    }
  }
  return startsMs;
}

function startAsk(closers: (() => Promise<void>)[]): Promise<Contestant> {
  return startContestant(closers, {
    name: '/ask',
    file: 'src/main.ts',
    settings: { COOLDOWN_SECONDS: '0', LOG_LEVEL: 'error' },
    send: (discord, channel, number) => {
      const value = questions[number % questions.length] ?? '';
      return discord.member.command(channel, 'ask', [{ name: 'question', type: 3, value }]);
    },
  });
}

function startPing(closers: (() => Promise<void>)[]): Promise<Contestant> {
  return startContestant(closers, {
    name: '/ping',
    file: 'src/bench/ping-bot.ts',
    settings: {},
    send: (discord, channel) => discord.member.command(channel, 'ping'),
  });
}

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly send: (discord: LocalDiscord, channel: string, number: number) => Promise<InteractionOutcome>;
}

/** Starts a local Discord and the bot in it; adds to `closers` what has to be stopped. */
async function startContestant(
  closers: (() => Promise<void>)[],
  { name, file, settings, send }: Entry,
): Promise<Contestant> {
  const discord = await startLocalDiscord({ rateLimits: false });
  closers.push(() => discord.close());
  const channel = Object.values(discord.channels)[0] ?? '';
  const address = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api };
  const program = startProgram(file, { ...settings, ...address });
  closers.push(() => program.stop());
  const call = async (number: number) => isAnswered(await send(discord, channel, number));
  await warmUp(name, call, discord, program);
  return { name, call, forget: () => discord.clearExchanges() };
}

function isAnswered({ state, messages }: InteractionOutcome): boolean {
  return state === 'replied' && (messages.at(-1)?.content ?? '') !== '';
}

/** Waits until the bot is there, then lets both engines compile what they will run. */
async function warmUp(
  name: string,
  call: Contestant['call'],
  discord: LocalDiscord,
  program: Program,
): Promise<void> {
  await discord.until(() => (hasCommands(discord) ? true : undefined), startTimeoutMs);
  const deadline = performance.now() + startTimeoutMs;
  // Registered is not yet connected: until then nobody answers.
  while (!(await call(0))) {
    if (performance.now() > deadline) throw new Error(`${name} never answers:\n${program.output()}`);
  }
  for (let number = 0; number < warmUpCalls; number += 1) await call(number);
}

function hasCommands(discord: LocalDiscord): boolean {
  return discord.exchanges.some(
    ({ method, path, status }) => method !== 'GET' && path.endsWith('/commands') && status < 300,
  );
}

/** A round: both contestants, right after each other. */
interface Round {
  readonly a: Block;
  readonly b: Block;
}

/** Who goes first changes from round to round, so that a drift of the machine hits both. */
async function alternate([a, b]: readonly [Contestant, Contestant], plan: Plan): Promise<Round[]> {
  const rounds: Round[] = [];
  const run = async (contestant: Contestant) => {
    const options = { concurrency: plan.concurrency, durationMs: plan.seconds * 1000 };
    const block = await runBlock(contestant.call, { ...options, now: () => performance.now() });
    contestant.forget();
    return block;
  };
  for (let round = 0; round < plan.rounds; round += 1) {
    if (round % 2 === 0) {
      rounds.push({ a: await run(a), b: await run(b) });
    } else {
      const second = await run(b);
      rounds.push({ a: await run(a), b: second });
    }
  }
  return rounds;
}

interface Measured {
  /** One command at a time. */
  readonly single: readonly Round[];
  /** As many at once as planned. */
  readonly loaded: readonly Round[];
  readonly startsMs: readonly number[];
}

function report(plan: Plan, { single, loaded, startsMs }: Measured): string {
  const rows = [
    ['', '/ask', '/ping', 'ratio', 'rounds from to'],
    ...rowsOf(loaded, `${plan.concurrency} at once`),
    ...rowsOf(single, 'one at a time'),
  ];
  const failures = [...single, ...loaded].reduce((sum, { a, b }) => sum + a.failures + b.failures, 0);
  const starts = [median(startsMs), Math.min(...startsMs), Math.max(...startsMs)].map((ms) => ms.toFixed(0));
  return [
    `${plan.rounds} rounds of ${plan.seconds} s each, ${questions.length} questions in turn, Node ${process.version}`,
    formatTable(rows),
    `From process start to the playground's address: ${starts[0]} ms (median of ${startsMs.length}, ${starts[1]} to ${starts[2]})`,
    `Commands without an answer: ${failures}`,
  ].join('\n\n');
}

function rowsOf(rounds: readonly Round[], label: string): string[][] {
  const ratios = rounds.map(({ a, b }) => a.perSecond / b.perSecond);
  const spread = `${Math.min(...ratios).toFixed(2)} ${Math.max(...ratios).toFixed(2)}`;
  const rates = (['a', 'b'] as const).map((side) => median(rounds.map((round) => round[side].perSecond)));
  return [
    [`${label}: per second`, ...rates.map((rate) => rate.toFixed(0)), median(ratios).toFixed(2), spread],
    ...[50, 99].map((share) => {
      const [a = 0, b = 0] = (['a', 'b'] as const).map((side) =>
        percentile(
          rounds.flatMap((round) => round[side].latenciesMs),
          share,
        ),
      );
      return [`${label}: p${share} ms`, a.toFixed(2), b.toFixed(2), (a / b).toFixed(2), ''];
    }),
  ];
}
