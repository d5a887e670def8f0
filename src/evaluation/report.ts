/** What one run of the bench leaves behind: every judgement, so that figures can be counted again. */
import { z } from 'zod';
import type { Judgement } from './judge.ts';
import type { MetricName } from './metric.ts';

/** One system's judgements on one run's questions, in the questions' order. */
export interface SystemRun {
  readonly system: string;
  readonly judgements: readonly Judgement[];
}

/** The same questions put to several systems over the same articles. */
export interface EvaluationRun {
  readonly name: string;
  /** What was searched and how, in a sentence. */
  readonly description: string;
  /** The figures that mean something in this run, in their order. */
  readonly metrics: readonly MetricName[];
  /** Kutip first, then what it is measured against. */
  readonly systems: readonly SystemRun[];
}

/** Everything measured in one go. */
export interface EvaluationReport {
  /** `own` for our questions, or the name of a public set. */
  readonly set: string;
  /** `tune`, `report` or `all`. */
  readonly split: string;
  readonly runs: readonly EvaluationRun[];
}

const formatName = 'kutip-evaluation-1';

/** The report as JSON, one judgement a line, so that two of them can be compared as text. */
export function writeReport(report: EvaluationReport): string {
  const runs = report.runs.map((run) => {
    const systems = run.systems.map(({ system, judgements }) => {
      const lines = judgements.map((judgement) => JSON.stringify(judgement)).join(',\n');
      return `{"system":${JSON.stringify(system)},"judgements":[\n${lines}\n]}`;
    });
    const { systems: _, ...head } = run;
    return `${JSON.stringify(head).slice(0, -1)},"systems":[${systems.join(',\n')}]}`;
  });
  const { runs: _, ...head } = report;
  const opening = JSON.stringify({ format: formatName, ...head }).slice(0, -1);
  return `${opening},"runs":[\n${runs.join(',\n')}\n]}\n`;
}

const judgementSchema = z.object({
  id: z.string(),
  lang: z.enum(['id', 'en', 'mixed']),
  style: z.string(),
  articleId: z.string(),
  articleLanguage: z.enum(['id', 'en']),
  wording: z.enum(['near', 'far']).nullable(),
  unanswerable: z
    .enum(['absent', 'swapped-name', 'wrong-number', 'off-topic', 'injection', 'public-set'])
    .nullable(),
  hitRank: z.int(),
  sentenceHit: z.boolean().nullable(),
  highlightContains: z.boolean().nullable(),
  highlightWithin: z.boolean().nullable(),
  answered: z.boolean(),
  verdict: z.enum(['answers', 'may-answer', 'does-not-say']).nullable(),
  confidence: z.number(),
  foreignCitations: z.int(),
});

const reportSchema = z.object({
  format: z.literal(formatName),
  set: z.string(),
  split: z.string(),
  runs: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      metrics: z.array(
        z.enum([
          'hit@1',
          'hit@3',
          'hit@5',
          'mrr',
          'sentence',
          'highlight-contains',
          'highlight-within',
          'abstain-precision',
          'abstain-recall',
          'abstain-f1',
          'abstain-f1-best',
          'auroc',
          'aurc',
        ]),
      ),
      systems: z.array(z.object({ system: z.string(), judgements: z.array(judgementSchema) })),
    }),
  ),
});

/**
 * A report written earlier.
 * @throws Error when the text is not a report of this form.
 */
export function readReport(json: string): EvaluationReport {
  const { format: _, ...report } = reportSchema.parse(JSON.parse(json));
  return report;
}
