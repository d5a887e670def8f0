/** What was measured comes in; a table in Markdown, for terminals and the README alike, goes out. Pure. */
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

/** The table, and under it how it was measured and how many commands got no answer. */
export function renderReport(plan: Plan, measured: Measured): string {
  const { single, loaded, startsMs } = measured;
  const rows = [
    row('', '`/ask`', 'bare `/ping`', 'ratio'),
    '|---|--:|--:|--:|',
    ...rowsOf(loaded, `${plan.concurrency} at once`),
    ...rowsOf(single, 'one at a time'),
    figures('from process start to ready, ms', median(startsMs.ask), median(startsMs.ping), 0),
  ];
  return [
    rows.join('\n'),
    `${plan.rounds} rounds of ${plan.seconds} s for each bot in turn, ${plan.starts} starts, Node ${process.version}; commands without an answer: ${countFailures(measured)}.`,
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
