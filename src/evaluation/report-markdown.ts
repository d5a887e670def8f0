/** A report as Markdown tables: what a person reads, and what is pasted into a README. */
import { riskCoverage } from './abstain-metrics.ts';
import { drawResamples, interval, type Estimate } from './bootstrap.ts';
import type { Judgement } from './judge.ts';
import { toSample, type MetricName } from './metric.ts';
import type { EvaluationReport, EvaluationRun, SystemRun } from './report.ts';
import { summarise, type GroupSummary } from './summarise.ts';

/** How each figure is headed; shares in per cent, the others from 0 to 1. */
const headings: Readonly<Record<MetricName, string>> = {
  'hit@1': 'first, %',
  'hit@3': 'among 3, %',
  'hit@5': 'among 5, %',
  mrr: 'MRR',
  sentence: 'sentence, %',
  'highlight-contains': 'bold ⊇ answer, %',
  'highlight-within': 'bold ⊆ answer, %',
  'abstain-precision': 'precision, %',
  'abstain-recall': 'recall, %',
  'abstain-f1': 'F1, %',
  'abstain-f1-best': 'F1 at best threshold, %',
  auroc: 'AUROC',
  aurc: 'AURC (less is better)',
};

const unitMetrics = new Set<MetricName>(['mrr', 'auroc', 'aurc']);
const findingMetrics = new Set<MetricName>([
  'hit@1',
  'hit@3',
  'hit@5',
  'mrr',
  'sentence',
  'highlight-contains',
  'highlight-within',
]);
/** Sentences and bold words are Kutip's alone: the plain search points at whole paragraphs. */
const sharedMetrics = new Set<MetricName>([
  'hit@1',
  'hit@3',
  'hit@5',
  'mrr',
  'auroc',
  'aurc',
  'abstain-f1-best',
]);
const riskCoverages = [0.25, 0.5, 0.75, 1];

/** The whole report; ends with a line break. */
export function renderReport(
  report: EvaluationReport,
  { byArticle }: { readonly byArticle: boolean },
): string {
  const heading = `# Evaluation: ${report.set} (${report.split} questions)`;
  const names = report.runs[0]?.systems.map(({ system }) => system) ?? [];
  const note = `In brackets: 95 % bootstrap interval over questions. Several figures in a cell: ${names.join(' / ')}.`;
  return `${[heading, note, ...report.runs.map((run) => renderRun(run, byArticle)), renderForeign(report)].join('\n\n')}\n`;
}

function renderRun(run: EvaluationRun, byArticle: boolean): string {
  const options = { metrics: run.metrics, byArticle };
  const summaries = run.systems.map(({ judgements }) => summarise(judgements, options));
  const finding = run.metrics.filter((name) => findingMetrics.has(name));
  const abstaining = run.metrics.filter((name) => !findingMetrics.has(name));
  const parts = [`## ${run.name}`, run.description];
  if (finding.length > 0) {
    parts.push(
      '### Finding the words',
      renderTable(finding, summaries, (summary) => summary.answerable),
    );
  }
  if (abstaining.length > 0 && (summaries[0]?.[0]?.unanswerable ?? 0) > 0) {
    parts.push('### Knowing when the article does not say');
    parts.push(renderTable(abstaining, summaries, sizeForAbstaining), renderRisk(run.systems));
    const verdicts = renderVerdicts(run.systems[0]?.judgements ?? []);
    if (verdicts !== null) parts.push(verdicts);
  }
  return parts.join('\n\n');
}

/** All questions of the kind, or 0 where none of them, or every one of a style, is without an answer. */
function sizeForAbstaining({ group, answerable, unanswerable }: GroupSummary): number {
  if (unanswerable === 0) return 0;
  return answerable === 0 && !group.startsWith('no answer:') ? 0 : answerable + unanswerable;
}

/** Recall alone has a meaning where every question is without an answer. */
function hasMeaning(name: MetricName, summary: GroupSummary): boolean {
  return findingMetrics.has(name) || summary.answerable > 0 || name === 'abstain-recall';
}

function renderTable(
  names: readonly MetricName[],
  summaries: readonly (readonly GroupSummary[])[],
  size: (summary: GroupSummary) => number,
): string {
  const rows = (summaries[0] ?? [])
    .filter((summary) => size(summary) > 0)
    .map((summary) => {
      const others = summaries.slice(1).map((rowsOf) => rowsOf.find(({ group }) => group === summary.group));
      const cells = names.map((name) => {
        if (!hasMeaning(name, summary)) return '–';
        const own = renderEstimate(name, summary.estimates.get(name));
        if (own === '–' || !sharedMetrics.has(name)) return own;
        return [own, ...others.map((other) => renderEstimate(name, other?.estimates.get(name)))].join(' / ');
      });
      return [summary.group, String(size(summary)), ...cells];
    });
  return renderRows(['', 'n', ...names.map((name) => headings[name])], rows);
}

function renderRows(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A figure as it is shown, without its interval; a dash where it has no meaning. */
export function renderValue(name: MetricName, value: number): string {
  if (Number.isNaN(value)) return '–';
  return unitMetrics.has(name) ? value.toFixed(3) : (value * 100).toFixed(1);
}

function renderEstimate(name: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined || Number.isNaN(estimate.value)) return '–';
  const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((end) =>
    renderValue(name, end),
  );
  return `${value} (${low}–${high})`;
}

function renderRisk(systems: readonly SystemRun[]): string {
  const rows = systems.map(({ system, judgements }) => {
    const sample = toSample(judgements);
    const points = riskCoverage(sample, new Uint8Array(judgements.length).fill(1));
    const risks = riskCoverages.map((coverage) => {
      const point = points.find((candidate) => candidate.coverage >= coverage - 1e-9);
      return point === undefined ? '–' : (point.risk * 100).toFixed(1);
    });
    return [system, ...risks];
  });
  const heads = riskCoverages.map((coverage) => `surest ${coverage * 100} % answered`);
  return `Misleading answers, %, when only the surest questions are answered:\n\n${renderRows(['', ...heads], rows)}`;
}

const verdictWords = {
  answers: 'answers',
  'may-answer': 'may answer',
  'does-not-say': 'does not say',
} as const;

/** How often each outcome in words is wrong, per language; null where no outcome has words. */
function renderVerdicts(judgements: readonly Judgement[]): string | null {
  const rows = (['id', 'en', 'mixed'] as const).flatMap((lang) =>
    (['answers', 'may-answer', 'does-not-say'] as const).flatMap((verdict) => {
      const some = judgements.filter((one) => one.lang === lang && one.verdict === verdict);
      if (some.length === 0) return [];
      const errors = some.map((one) => isWrong(one));
      const share = (counts: ArrayLike<number>): number =>
        errors.reduce((sum, error, place) => sum + Number(error) * (counts[place] ?? 0), 0) / errors.length;
      const { low, high } = interval(drawResamples(some.length).map(share));
      const value = share(new Uint8Array(some.length).fill(1));
      return [
        [
          lang,
          verdictWords[verdict],
          String(some.length),
          renderEstimate('hit@1', { value, low, high, n: some.length }),
        ],
      ];
    }),
  );
  if (rows.length === 0) return null;
  const heads = ['language of the question', 'outcome', 'n', 'wrong, %'];
  return `How often each outcome is wrong:\n\n${renderRows(heads, rows)}`;
}

function isWrong(judgement: Judgement): boolean {
  if (judgement.verdict === 'does-not-say') return judgement.unanswerable === null;
  return judgement.unanswerable !== null || judgement.hitRank !== 1;
}

/** Citations, over all runs, that are not exactly words of their article. */
export function countForeign(report: EvaluationReport): number {
  return report.runs
    .flatMap((run) => run.systems.flatMap(({ judgements }) => judgements))
    .reduce((sum, { foreignCitations }) => sum + foreignCitations, 0);
}

function renderForeign(report: EvaluationReport): string {
  return `Citations with words that are not the article's: ${countForeign(report)}`;
}
