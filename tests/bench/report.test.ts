import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countFailures, placeReport, renderReport, type Measured } from '../../src/bench/report.ts';

const round = (ask: number, ping: number, failures = 0) => ({
  ask: { perSecond: ask, latenciesMs: [2, 4, 6], failures },
  ping: { perSecond: ping, latenciesMs: [1, 2, 3], failures: 0 },
});
const measured: Measured = {
  single: [round(90, 100, 1)],
  loaded: [round(80, 100), round(95, 100), round(99, 110)],
  startsMs: { ask: [900, 1000, 1100], ping: [500] },
  answers: {
    corpora: [13, 1000, 10_000].map((passages) => ({
      passages,
      answerMs: [3, 4, 9],
      plainMs: [1, 2, 3],
      buildMs: 1500,
      plainBuildMs: 500,
    })),
    knowledgeMs: 129.4,
  },
};
const report = renderReport({ rounds: 3, seconds: 2, concurrency: 8, starts: 3 }, measured);

test('the report has a ratio for every figure, the median round’s for throughput', () => {
  expect(report).toContain('| 8 at once: answers per second | 95 | 100 | 0.90 (0.80 to 0.95) |');
  expect(report).toContain('| 8 at once: p50, ms | 4.0 | 2.0 | 2.00 |');
  expect(report).toContain('| one at a time: p99, ms | 6.0 | 3.0 | 2.00 |');
  expect(report).toContain('| from process start to ready, ms | 1000 | 500 | 2.00 |');
  expect(report).toContain('commands without an answer: 1.');
  expect(countFailures(measured)).toBe(1);
});

test('the report has a line for every size of corpus, with the ratio of the medians', () => {
  expect(report).toContain('| 1000 | 4.00 | 9.00 | 2.00 | 3.00 | 2.00 | 1.50 | 0.50 |');
  expect(report).toContain('are read in 129 ms.');
});

test('the report takes its place in a README and leaves the rest alone', () => {
  const readme = 'a\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nb\n';
  expect(placeReport(readme, 'new')).toBe('a\n<!-- bench:begin -->\nnew\n<!-- bench:end -->\nb\n');
  expect(placeReport(placeReport(readme, 'x'), 'new')).toBe(placeReport(readme, 'new'));
  expect(() => placeReport('a', 'new')).toThrow(/bench:begin/u);
});

test('the README has a report as the bench writes it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = /<!-- bench:begin -->\n(?<report>[^]+)\n<!-- bench:end -->/u.exec(readme)?.groups?.['report'];
  expect(withoutFigures(shown)).toBe(withoutFigures(report));
});

function withoutFigures(text = ''): string {
  return text.replaceAll(/\d+(?:\.\d+)*/gu, 'N');
}
