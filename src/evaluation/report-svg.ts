/** A report as one SVG picture that reads on light and dark pages; hand-made, no script, no outside font. */
import type { Estimate } from './bootstrap.ts';
import type { MetricName } from './metric.ts';
import { renderValue } from './report-markdown.ts';
import type { EvaluationReport, EvaluationRun } from './report.ts';
import { summarise, type GroupSummary } from './summarise.ts';

interface Section {
  readonly title: string;
  readonly metric: MetricName;
  readonly groups: readonly { readonly group: string; readonly label: string }[];
}

const languages = [
  { group: 'lang id', label: 'Indonesian questions' },
  { group: 'lang en', label: 'English questions' },
  { group: 'lang mixed', label: 'mixed questions' },
];
const kinds = [
  { group: 'all', label: 'all questions' },
  { group: 'from id → id article', label: 'Indonesian → Indonesian article' },
  { group: 'wording far, id → id article', label: '… in words unlike the article’s' },
  { group: 'from en → id article', label: 'English → Indonesian article' },
  { group: 'from en → en article', label: 'English → English article' },
  { group: 'lang mixed', label: 'mixed in one sentence' },
];
const sections: readonly Section[] = [
  { title: 'The right passage comes first, %', metric: 'hit@1', groups: kinds },
  { title: 'The right passage is among three, %', metric: 'hit@3', groups: kinds },
  {
    title: 'Knows when the article does not say (AUROC)',
    metric: 'auroc',
    groups: [{ group: 'all', label: 'all questions' }, ...languages],
  },
];

const drawnMetrics = sections.map(({ metric }) => metric);

const width = 760;
const labelWidth = 250;
const barLeft = labelWidth + 16;
const barWidth = 380;
const rowHeight = 34;
const barHeight = 11;
const sectionHeight = 40;
const top = 64;

const style = `
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:#1f2328}
.title{font-size:16px;font-weight:600}.section{font-size:14px;font-weight:600}.note{font-size:12px;fill:#59636e}
.kutip{fill:#0969da}.plain{fill:#afb8c1}.whisker{stroke:#1f2328;stroke-width:1.2}.grid{stroke:#d1d9e0;stroke-width:1}
@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.note{fill:#9198a1}.kutip{fill:#4493f8}.plain{fill:#656c76}.whisker{stroke:#f0f6fc}.grid{stroke:#3d444d}}
`.trim();

/** The picture of the report's first run; rows without questions are left out. */
export function renderSvg(report: EvaluationReport): string {
  const run = report.runs[0];
  const body = run === undefined ? { marks: '', height: top } : renderSections(run);
  const height = body.height + 16;
  const title = `Kutip and plain MiniSearch: ${run?.name ?? 'nothing measured'}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    `<text class="title" x="16" y="26">${escapeXml(title)}</text>`,
    `<rect class="kutip" x="16" y="38" width="12" height="12" rx="2"/><text class="note" x="34" y="48">Kutip</text>`,
    `<rect class="plain" x="84" y="38" width="12" height="12" rx="2"/><text class="note" x="102" y="48">MiniSearch as it comes</text>`,
    `<text class="note" x="262" y="48">${escapeXml(`whiskers: 95 % interval; set: ${report.set}, ${report.split} questions`)}</text>`,
    body.marks,
    '</svg>',
    '',
  ].join('\n');
}

function renderSections(run: EvaluationRun): { marks: string; height: number } {
  // Two bars a row: what else was asked is in the table.
  const summaries = run.systems
    .slice(0, 2)
    .map(({ judgements }) => summarise(judgements, { metrics: drawnMetrics, byArticle: false }));
  const marks: string[] = [];
  let y = top;
  for (const section of sections) {
    const rows = section.groups.flatMap(({ group, label }) => {
      const found = summaries.map((rowsOf) => rowsOf.find((summary) => summary.group === group));
      return isMeasured(found[0], section.metric) ? [{ label, found }] : [];
    });
    if (rows.length === 0) continue;
    marks.push(`<text class="section" x="16" y="${y + 24}">${escapeXml(section.title)}</text>`);
    y += sectionHeight;
    marks.push(renderGrid(y, rows.length * rowHeight));
    for (const { label, found } of rows) {
      marks.push(renderRow(y, label, section.metric, found));
      y += rowHeight;
    }
    y += 10;
  }
  return { marks: marks.join('\n'), height: y };
}

function isMeasured(summary: GroupSummary | undefined, metric: MetricName): boolean {
  return !Number.isNaN(summary?.estimates.get(metric)?.value ?? Number.NaN);
}

function renderGrid(y: number, height: number): string {
  return [0, 0.25, 0.5, 0.75, 1]
    .map((share) => {
      const x = barLeft + share * barWidth;
      return `<line class="grid" x1="${x}" x2="${x}" y1="${y}" y2="${y + height}"/>`;
    })
    .join('');
}

function renderRow(
  y: number,
  label: string,
  metric: MetricName,
  found: readonly (GroupSummary | undefined)[],
): string {
  const count = found[0]?.estimates.get(metric)?.n ?? 0;
  const bars = found.map((summary, place) =>
    renderBar(
      y + 4 + place * (barHeight + 2),
      metric,
      summary?.estimates.get(metric),
      place === 0 ? 'kutip' : 'plain',
    ),
  );
  const text = `<text x="${labelWidth}" y="${y + 16}" text-anchor="end">${escapeXml(label)}</text>`;
  const size = `<text class="note" x="${labelWidth}" y="${y + 29}" text-anchor="end">n = ${count}</text>`;
  return [text, size, ...bars].join('');
}

function renderBar(
  y: number,
  metric: MetricName,
  estimate: Estimate | undefined,
  name: 'kutip' | 'plain',
): string {
  if (estimate === undefined || Number.isNaN(estimate.value)) return '';
  const x = (share: number): string => (barLeft + share * barWidth).toFixed(1);
  const middle = y + barHeight / 2;
  const bar = `<rect class="${name}" x="${barLeft}" y="${y}" width="${(estimate.value * barWidth).toFixed(1)}" height="${barHeight}" rx="2"/>`;
  const whisker = `<line class="whisker" x1="${x(estimate.low)}" x2="${x(estimate.high)}" y1="${middle}" y2="${middle}"/>`;
  const value = `<text class="note" x="${barLeft + barWidth + 12}" y="${y + 10}">${renderValue(metric, estimate.value)}</text>`;
  return bar + whisker + value;
}

/** Text made safe for element content and attribute values. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
