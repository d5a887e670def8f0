/**
 * Measures how well questions are answered: `npm run eval`. Reads articles and questions, asks
 * Kutip and a plain MiniSearch in the same run, and writes a table, JSON and a picture.
 * What is measured, and on what, stands in tests/relevance/README.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion } from './answers/answer-question.ts';
import { compareReports, renderComparison } from './evaluation/compare-reports.ts';
import { loadOwnSet, loadPublicSet, takeEvenly } from './evaluation/load-sets.ts';
import { countForeign, renderReport } from './evaluation/report-markdown.ts';
import { renderSvg } from './evaluation/report-svg.ts';
import { readReport, writeReport, type EvaluationReport } from './evaluation/report.ts';
import { runOwnQuestions, runPublicSet, type EvaluationTask } from './evaluation/run-systems.ts';
import { kutipBuilder, plainBuilder, withoutCurated } from './evaluation/systems.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { buildPassageIndex } from './retrieval/build-passage-index.ts';
import { buildPlainSearch } from './retrieval/plain-search.ts';

const usageText = `Measure how well questions are answered.

  npm run --silent eval -- [options]

  --split tune|report   only questions of these articles (default: all); tune nothing on "report"
  --set DIR             a public set instead: passages.jsonl, queries.jsonl, unanswerable.jsonl
  --passages FILE       the set's passages, where they stand in another file
  --with-titles         the set's titles are part of its articles
  --limit N             about N questions, evenly taken
  --by-article          figures of every article too
  --json FILE           write every judgement
  --svg FILE            write a picture
  --compare FILE        differences to an earlier --json FILE
  --help                this text

Exit codes: 0 measured; 1 a file cannot be read, or words were shown that are not the article's; 2 wrong usage.
`;

const optionTypes = {
  split: { type: 'string', default: 'all' },
  set: { type: 'string' },
  passages: { type: 'string' },
  'with-titles': { type: 'boolean', default: false },
  limit: { type: 'string' },
  'by-article': { type: 'boolean', default: false },
  json: { type: 'string' },
  svg: { type: 'string' },
  compare: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Wrong usage, told with the words for the person at the terminal. */
class UsageError extends Error {}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: optionTypes });
    const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
    if (!['all', 'tune', 'report'].includes(values.split)) throw new Error('--split is "tune" or "report"');
    if (!(limit >= 1)) throw new Error('--limit is a number of questions, at least 1');
    if (values.set !== undefined && values.split !== 'all')
      throw new Error('--split is for our own questions');
    if (values.set === undefined && (values.passages !== undefined || values['with-titles'])) {
      throw new Error('--passages and --with-titles belong to --set DIR');
    }
    return { ...values, limit };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

type Options = ReturnType<typeof readOptions>;

async function measure(options: Options): Promise<EvaluationReport> {
  const isPublic = options.set !== undefined;
  const loaded =
    options.set === undefined
      ? await loadOwnSet(options.split)
      : await loadPublicSet({
          folder: options.set,
          passagesFile: options.passages,
          withTitles: options['with-titles'],
        });
  const questions = takeEvenly(loaded.questions, options.limit);
  const withTitles = options['with-titles'];
  const knowledge = loadKnowledge();
  const kutip = kutipBuilder({
    buildPassageIndex: (articles) => buildPassageIndex(articles, { knowledge }),
    answerQuestion,
  });
  const hasCurated = loaded.articles.some((article) => article.questions !== undefined);
  const task: EvaluationTask = {
    articles: loaded.articles,
    questions,
    builders: [
      kutip,
      plainBuilder({ build: buildPlainSearch, withTitles }),
      ...(hasCurated ? [withoutCurated(kutip)] : []),
    ],
  };
  const started = performance.now();
  const runs = isPublic ? runPublicSet(task) : runOwnQuestions(task);
  const seconds = (performance.now() - started) / 1000;
  const asked = runs.flatMap(({ systems }) => systems).reduce((sum, run) => sum + run.judgements.length, 0);
  // Time is no part of the report: the same code and questions give the same bytes.
  process.stderr.write(`${asked} questions asked in ${seconds.toFixed(1)} s\n`);
  const set = options.set === undefined ? 'own' : path.basename(path.resolve(options.set));
  return { set, split: options.split, runs };
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(usageText);
    return 0;
  }
  const earlier =
    options.compare === undefined ? undefined : readReport(await readFile(options.compare, 'utf8'));
  const report = await measure(options);
  process.stdout.write(renderReport(report, { byArticle: options['by-article'] }));
  if (earlier !== undefined) process.stdout.write(`\n${renderComparison(compareReports(earlier, report))}`);
  if (options.json !== undefined) await writeFile(options.json, writeReport(report));
  if (options.svg !== undefined) await writeFile(options.svg, renderSvg(report));
  return countForeign(report) === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof UsageError ? `${message}\n\n${usageText}` : `${message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
