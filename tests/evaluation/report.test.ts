import { describe, expect, test } from 'vitest';
import { compareReports, renderComparison } from '../../src/evaluation/compare-reports.ts';
import type { Judgement } from '../../src/evaluation/judge.ts';
import { countForeign, renderReport } from '../../src/evaluation/report-markdown.ts';
import { escapeXml, renderSvg } from '../../src/evaluation/report-svg.ts';
import { readReport, writeReport, type EvaluationReport } from '../../src/evaluation/report.ts';
import { judgement, unanswerable } from './fixtures.ts';

function reportOf(judgements: readonly Judgement[], set = 'own'): EvaluationReport {
  const plain = judgements.map((one) => ({ ...one, hitRank: 0, verdict: null, sentenceHit: null }));
  return {
    set,
    split: 'report',
    runs: [
      {
        name: 'Each article alone',
        description: 'One server, one article.',
        metrics: ['hit@1', 'hit@3', 'mrr', 'sentence', 'abstain-f1', 'auroc', 'aurc'],
        systems: [
          { system: 'Kutip', judgements },
          { system: 'MiniSearch, plain', judgements: plain },
        ],
      },
    ],
  };
}

const judgements = [
  judgement({ id: 'q1' }),
  judgement({ id: 'q2', lang: 'en', hitRank: 2 }),
  judgement({ id: 'q3', hitRank: 0, confidence: 0.2, answered: false, verdict: 'does-not-say' }),
  unanswerable({ id: 'u1', confidence: 0.1, answered: false, verdict: 'does-not-say' }),
];

/** Fails unless the text is one well-formed element; good enough for XML without CDATA or comments. */
function checkWellFormed(xml: string): void {
  const open: string[] = [];
  const marks = /<(\/?)([a-z]+)((?:\s[a-zA-Z:0-9-]+="[^"<&]*")*)\s*(\/?)>|([^<]+)/gy;
  let read = 0;
  for (const [mark, closes, name, , empty, text] of xml.matchAll(marks)) {
    read += mark.length;
    if (text !== undefined) expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
    else if (closes === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name ?? '');
  }
  expect(read).toBe(xml.length);
  expect(open).toEqual([]);
}

describe('the table', () => {
  test('shows Kutip beside the plain search, and whose words were shown', () => {
    const text = renderReport(reportOf(judgements), { byArticle: false });
    expect(text).toContain('| all | 3 | 33.3 (0.0–100.0) / 0.0 (0.0–0.0) |');
    expect(text).toContain("Citations with words that are not the article's: 0");
  });

  test('shows articles one by one only when asked', () => {
    const two = reportOf([judgement({ id: 'q1' }), judgement({ id: 'q2', articleId: 'b' })]);
    expect(renderReport(two, { byArticle: false })).not.toContain('| article b |');
    expect(renderReport(two, { byArticle: true })).toContain('| article b |');
  });

  test('says how often each outcome in words is wrong', () => {
    const text = renderReport(reportOf(judgements), { byArticle: false });
    expect(text).toMatch(/\| en \| answers \| 1 \| 100\.0/);
    expect(text).toMatch(/\| id \| answers \| 1 \| 0\.0/);
    expect(text).toMatch(/\| id \| does not say \| 2 \| 50\.0/);
  });

  test('counts foreign citations over all systems', () => {
    expect(countForeign(reportOf([judgement({ foreignCitations: 2 })]))).toBe(4);
  });
});

describe('the JSON', () => {
  test('is read back as it was written', () => {
    expect(readReport(writeReport(reportOf(judgements)))).toEqual(reportOf(judgements));
  });

  test('of another form is refused', () => {
    expect(() => readReport('{"format":"else"}')).toThrow('format');
  });
});

describe('the picture', () => {
  test('is well-formed and carries the figures', () => {
    const svg = renderSvg(reportOf(judgements));
    checkWellFormed(svg.trim());
    expect(svg).toContain('>33.3</text>');
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  test('stays well-formed whatever a set is called, and with nothing measured', () => {
    checkWellFormed(renderSvg(reportOf(judgements, '"<set> & co"')).trim());
    checkWellFormed(renderSvg({ ...reportOf(judgements), runs: [] }).trim());
    checkWellFormed(renderSvg(reportOf([unanswerable()])).trim());
    expect(escapeXml('<a b="c">&')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;');
  });
});

describe('a comparison', () => {
  const better = judgements.map((one) => (one.id === 'q2' ? { ...one, hitRank: 1 } : one));

  test('finds what was gained and lost, question by question', () => {
    const there = compareReports(reportOf(judgements), reportOf(better));
    const back = compareReports(reportOf(better), reportOf(judgements));
    expect(there.flips).toEqual([{ run: 'Each article alone', id: 'q2', change: 'gained' }]);
    expect(back.flips).toEqual([{ run: 'Each article alone', id: 'q2', change: 'lost' }]);
    const hit = there.differences.find(({ group, metric }) => group === 'all' && metric === 'hit@1');
    expect(hit?.before).toBeCloseTo(1 / 3, 12);
    expect(hit?.after).toBeCloseTo(2 / 3, 12);
    expect(hit?.low).toBeGreaterThanOrEqual(0);
  });

  test('of a report with itself has no difference at all', () => {
    const { differences, flips } = compareReports(reportOf(judgements), reportOf(judgements));
    expect(flips).toEqual([]);
    for (const { before, after, low, high } of differences) {
      expect([after - before, low, high]).toEqual([0, 0, 0]);
    }
  });

  test('pairs by question, whatever order confidence gives', () => {
    const shuffled = judgements.map((one, place) => ({ ...one, confidence: 0.9 - place / 10 }));
    const { differences } = compareReports(reportOf(judgements), reportOf(shuffled));
    const hit = differences.find(({ group, metric }) => group === 'all' && metric === 'hit@1');
    expect(hit).toMatchObject({ low: 0, high: 0, n: 4 });
  });

  test('is told with what changed only', () => {
    const text = renderComparison(compareReports(reportOf(judgements), reportOf(better)));
    expect(text).toContain('First place gained: 1: q2 (Each article alone)');
    expect(text).toContain('First place lost: 0');
    expect(text).toContain('lang en');
    expect(text).not.toContain('lang id');
  });
});
