/**
 * The bench, in two parts. First the way from a question to its answer beside plain MiniSearch, in
 * this process (with `--answers` nothing else is measured). Then under load: `/ask` of the real bot beside `/ping` of a bare discord.js bot, each in a process
 * of its own against a local Discord of its own, in alternating blocks of one run. Prints tables;
 * with `--readme` writes them into README.md too.
 *
 * Both sides are held to the same: the local Discord sends its rate-limit headers and refuses
 * nothing (`rateLimits: false`), since what is measured is the bot. Kutip runs as shipped, by
 * settings any operator has: `COOLDOWN_SECONDS=0`, because one member asks everything, and
 * `LOG_LEVEL=error`, because the bare bot does not log.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAnswerSpeed } from './bench/answer-speed.ts';
import { runBlock } from './bench/block.ts';
import { startProgram, type Program } from './bench/process.ts';
import { questions } from './bench/questions.ts';
import {
  countFailures,
  placeReport,
  renderAnswers,
  renderReport,
  type Measured,
  type Plan,
  type Round,
} from './bench/report.ts';
import type { InteractionOutcome, LocalDiscord } from './playground/local-discord.ts';
import { startLocalDiscord } from './playground/start-local-discord.ts';

const usage = `npm run bench -- [--rounds 6] [--seconds 3] [--concurrency 8] [--starts 5] [--answers | --readme]\n`;
const readmeFile = new URL('../README.md', import.meta.url);
const startTimeoutMs = 30_000;
/** So often each bot answers before anything counts. */
const warmUpCalls = 200;

/** A bot to measure. */
interface Entry {
  readonly name: string;
  readonly file: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly send: (discord: LocalDiscord, channel: string, number: number) => Promise<InteractionOutcome>;
}

/** One bot under load. */
interface Contestant {
  readonly name: string;
  /** One command from dispatch to its visible answer; false where it failed. */
  readonly call: (number: number) => Promise<boolean>;
  /** Empties the local Discord's log of requests. */
  readonly forget: () => void;
}

const kutip: Entry = {
  name: '/ask',
  file: 'src/main.ts',
  settings: { COOLDOWN_SECONDS: '0', LOG_LEVEL: 'error' },
  send: (discord, channel, number) => {
    const value = questions[number % questions.length] ?? '';
    return discord.member.command(channel, 'ask', [{ name: 'question', type: 3, value }]);
  },
};

const bare: Entry = {
  name: '/ping',
  file: 'src/bench/ping-bot.ts',
  settings: {},
  send: (discord, channel) => discord.member.command(channel, 'ping'),
};

process.exitCode = await main();

async function main(): Promise<number> {
  const plan = readPlan();
  if (plan === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const answers = await measureAnswerSpeed();
  if (plan.isForAnswers) {
    process.stdout.write(`${renderAnswers(answers)}\n`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'kutip-bench-'));
  const closers: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  // A file as in earnest, but none that matters: neither a developer's own nor a server's.
  const store = { STORE_PATH: join(folder, 'kutip.sqlite'), DATABASE_URL: '' };
  const asked = { ...kutip, settings: { ...kutip.settings, ...store } };
  try {
    const startsMs = { ask: await measureStarts(asked, plan), ping: await measureStarts(bare, plan) };
    const contestants = [
      await startContestant(closers, asked),
      await startContestant(closers, bare),
    ] as const;
    const single = await alternate(contestants, { ...plan, concurrency: 1 });
    const loaded = await alternate(contestants, plan);
    return finish(plan, { single, loaded, startsMs, answers });
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

interface BenchPlan extends Plan {
  readonly isForReadme: boolean;
  /** Only the way from question to answer. */
  readonly isForAnswers: boolean;
}

function readPlan(): BenchPlan | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: {
        rounds: text,
        seconds: text,
        concurrency: text,
        starts: text,
        readme: { type: 'boolean', default: false },
        answers: { type: 'boolean', default: false },
      },
    });
    const plan = {
      rounds: Number(values.rounds ?? 6),
      seconds: Number(values.seconds ?? 3),
      concurrency: Number(values.concurrency ?? 8),
      starts: Number(values.starts ?? 5),
    };
    const isPlan = Object.values(plan).every((value) => Number.isInteger(value) && value > 0);
    const flags = { isForReadme: values.readme, isForAnswers: values.answers };
    return isPlan && !(values.readme && values.answers) ? { ...plan, ...flags } : undefined;
  } catch {
    return undefined;
  }
}

/** Prints the report and, where it is wanted, writes it into the README; gives the exit code. */
function finish(plan: BenchPlan, measured: Measured): number {
  const report = renderReport(plan, measured);
  process.stdout.write(`${report}\n`);
  if (plan.isForReadme) writeFileSync(readmeFile, placeReport(readFileSync(readmeFile, 'utf8'), report));
  return countFailures(measured) === 0 ? 0 : 1;
}

/** Milliseconds from the start of the process until it says that it is ready. */
async function measureStarts({ file, settings }: Entry, { starts }: Plan): Promise<number[]> {
  const discord = await startLocalDiscord({ rateLimits: false });
  const address = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api };
  const startsMs: number[] = [];
  try {
    for (let start = 0; start < starts; start += 1) {
      const startedAt = performance.now();
      const program = startProgram(file, { ...settings, ...address, LOG_LEVEL: 'info' });
      try {
        await program.until(/\bready\b/u, startTimeoutMs);
        startsMs.push(performance.now() - startedAt);
      } finally {
        await program.stop();
      }
    }
  } finally {
    await discord.close();
  }
  return startsMs;
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

/** Who goes first changes from round to round, so that a drift of the machine hits both. */
async function alternate(
  [ask, ping]: readonly [Contestant, Contestant],
  plan: Pick<Plan, 'rounds' | 'seconds' | 'concurrency'>,
): Promise<Round[]> {
  const rounds: Round[] = [];
  const run = async (contestant: Contestant) => {
    const options = { concurrency: plan.concurrency, durationMs: plan.seconds * 1000 };
    const block = await runBlock(contestant.call, { ...options, now: () => performance.now() });
    contestant.forget();
    return block;
  };
  for (let round = 0; round < plan.rounds; round += 1) {
    if (round % 2 === 0) {
      rounds.push({ ask: await run(ask), ping: await run(ping) });
    } else {
      const second = await run(ping);
      rounds.push({ ask: await run(ask), ping: second });
    }
  }
  return rounds;
}
