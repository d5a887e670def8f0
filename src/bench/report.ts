/** What was measured comes in; tables in Markdown, for terminals and the README alike, go out. Pure. */
import type { AnswerSpeed } from './answer-speed.ts';
import type { Block } from './block.ts';
import { median, percentile } from './figures.ts';

/** Both bots, right after each other. */
export interface Round {
  readonly ask: Block;
  readonly ping: Block;
}

export interface Measured {
  /** One command at a time. */
  readonly single: readonly Round[];
  /** As many at once as planned. */
  readonly loaded: readonly Round[];
  /** Milliseconds from the start of the process until it is ready; not empty. */
  readonly startsMs: Readonly<Record<Side, readonly number[]>>;
  /** The way from a question to its answer, without Discord. */
  readonly answers: AnswerSpeed;
}

export interface Plan {
  /** Pairs of blocks. */
  readonly rounds: number;
  /** Length of a block. */
  readonly seconds: number;
  /** Commands in flight in the blocks that count throughput. */
  readonly concurrency: number;
  /** Times each program is started. */
  readonly starts: number;
}

type Side = 'ask' | 'ping';

const begin = '<!-- bench:begin -->';
const end = '<!-- bench:end -->';

/** A table of answers, one of commands, and under them how it was measured and how many commands got no answer. */
export function renderReport(plan: Plan, measured: Measured): string {
  const { single, loaded, startsMs, answers } = measured;
  const rows = [
    row('', '`/ask`', 'bare `/ping`', 'ratio'),
    '|---|--:|--:|--:|',
    ...rowsOf(loaded, `${plan.concurrency} at once`),
    ...rowsOf(single, 'one at a time'),
    figures('from process start to ready, ms', median(startsMs.ask), median(startsMs.ping), 0),
  ];
  return [
    renderAnswers(answers),
    rows.join('\n'),
    `${plan.rounds} rounds of ${plan.seconds} s for each bot in turn, ${plan.starts} starts, Node ${process.version}; commands without an answer: ${countFailures(measured)}.`,
  ].join('\n\n');
}

/** The way from question to answer beside plain MiniSearch, by size of the corpus, and what is loaded once. */
export function renderAnswers({ corpora, knowledgeMs }: AnswerSpeed): string {
  return [
    [
      row(
        'passages',
        'question to answer, p50 ms',
        'p99',
        'plain search, p50 ms',
        'p99',
        'ratio p50',
        'index, s',
        'plain, s',
      ),
      '|--:|--:|--:|--:|--:|--:|--:|--:|',
      ...corpora.map(({ passages, answerMs, plainMs, buildMs, plainBuildMs }) => {
        const [answer, plain] = [percentile(answerMs, 50), percentile(plainMs, 50)];
        return row(
          String(passages),
          answer.toFixed(2),
          percentile(answerMs, 99).toFixed(2),
          plain.toFixed(2),
          percentile(plainMs, 99).toFixed(2),
          (answer / plain).toFixed(2),
          (buildMs / 1000).toFixed(2),
          (plainBuildMs / 1000).toFixed(2),
        );
      }),
    ].join('\n'),
    `Lexicon, word vectors and colloquial forms are read in ${knowledgeMs.toFixed(0)} ms.`,
  ].join('\n\n');
}

/** Commands that got no answer, of both bots. */
export function countFailures({ single, loaded }: Measured): number {
  return [...single, ...loaded].reduce((sum, { ask, ping }) => sum + ask.failures + ping.failures, 0);
}

/**
 * The README with that report in the place kept for it.
 * @throws {Error} where it has no such place.
 */
export function placeReport(readme: string, report: string): string {
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`The README has no lines ${begin} and ${end}`);
  return `${readme.slice(0, start)}${begin}\n${report}\n${readme.slice(stop)}`;
}

function rowsOf(rounds: readonly Round[], label: string): string[] {
  const ratios = rounds.map(({ ask, ping }) => ask.perSecond / ping.perSecond);
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  const rate = (side: Side) => median(rounds.map((round) => round[side].perSecond));
  const latency = (side: Side, share: number) =>
    percentile(
      rounds.flatMap((round) => round[side].latenciesMs),
      share,
    );
  return [
    row(
      `${label}: answers per second`,
      rate('ask').toFixed(0),
      rate('ping').toFixed(0),
      `${median(ratios).toFixed(2)} (${spread})`,
    ),
    ...[50, 99].map((share) =>
      figures(`${label}: p${share}, ms`, latency('ask', share), latency('ping', share), 1),
    ),
  ];
}

function figures(label: string, ask: number, ping: number, digits: number): string {
  return row(label, ask.toFixed(digits), ping.toFixed(digits), (ask / ping).toFixed(2));
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
