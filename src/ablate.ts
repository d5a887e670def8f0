/**
 * What each signal and resource is worth: the same questions with and without it, as a Markdown table.
 * `npm run ablate -- [--set DIR]…`: our report articles, and about 200 questions of each public set.
 * Weights are not fitted anew, so a signal whose work another could take over looks dearer than it is.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion, type AnswerWeights } from './answers/answer-question.ts';
import { confidenceWeights, rankingWeights } from './answers/fitted-weights.ts';
import { signalNames } from './answers/weigh-passage.ts';
import { judge, type Judgement } from './evaluation/judge.ts';
import { loadOwnSet, loadPublicSet, takeEvenly } from './evaluation/load-sets.ts';
import { toSample, type MetricName } from './evaluation/metric.ts';
import { metrics } from './evaluation/metrics.ts';
import type { PublicSet } from './evaluation/public-set.ts';
import { readAnswer } from './evaluation/outcome.ts';
import { runOwnQuestions } from './evaluation/run-systems.ts';
import { kutipBuilder } from './evaluation/systems.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { buildPassageIndex, type PassageIndexOptions } from './retrieval/build-passage-index.ts';
import type { PassageIndex } from './retrieval/passage.ts';

const publicQuestionsMax = 200;
const { values } = parseArgs({ options: { set: { type: 'string', multiple: true, default: [] } } });
const knowledge = loadKnowledge();
const everything: PassageIndexOptions = { knowledge };
const own = await loadOwnSet('report');
const publicSets = await Promise.all(values.set.map(loadSample));

/** One thing left out. */
interface Variant {
  readonly name: string;
  readonly options?: PassageIndexOptions;
  readonly weights?: AnswerWeights;
}

const noColloquial = { ...knowledge, colloquial: { id: new Map(), en: new Map() } };
const variants: readonly Variant[] = [
  { name: 'everything' },
  { name: 'no knowledge of languages', options: {} },
  { name: 'no colloquial lists', options: { knowledge: noColloquial } },
  {
    name: 'no vectors',
    options: { knowledge: { ...knowledge, vectorOf: () => undefined } },
  },
  ...(['concept', 'cognate', 'nameVariant', 'repair'] as const).map((name) => ({
    name: `no ${name}`,
    options: { knowledge, strengths: { [name]: 0 } },
  })),
  ...signalNames.map((name) => ({
    name: `ranking without ${name}`,
    weights: { ranking: { ...rankingWeights, [name]: 0 }, confidence: confidenceWeights },
  })),
];

const names = [
  'own: first',
  'among 3',
  'sentence',
  'AUROC',
  ...publicSets.map(({ name }) => `${name}: first`),
];
process.stdout.write(`| | ${names.join(' | ')} |\n| --- |${' ---: |'.repeat(names.length)}\n`);
for (const variant of variants)
  process.stdout.write(`| ${variant.name} | ${measureAll(variant).join(' | ')} |\n`);

/** Some questions of a public set, and the index of all its passages with nothing left out. */
interface PublicSample extends PublicSet {
  readonly name: string;
  readonly index: PassageIndex;
}

async function loadSample(folder: string): Promise<PublicSample> {
  const [place = '', passages] = folder.split('=');
  const set = await loadPublicSet({ folder: place, passagesFile: passages, withTitles: false });
  const answerable = set.questions.filter(({ unanswerable }) => unanswerable === null);
  const index = buildPassageIndex(set.articles, everything);
  return {
    articles: set.articles,
    questions: takeEvenly(answerable, publicQuestionsMax),
    name: path.basename(place),
    index,
  };
}

function measureAll({ options = everything, weights }: Variant): string[] {
  const builders = [
    kutipBuilder({
      buildPassageIndex: (articles) => buildPassageIndex(articles, options),
      answerQuestion: (index, question) => answerQuestion(index, question, weights),
    }),
  ];
  const alone = runOwnQuestions({ ...own, builders })[0]?.systems[0]?.judgements ?? [];
  const shares = (['hit@1', 'hit@3', 'sentence'] as const).map((name) =>
    (100 * measure(alone, name)).toFixed(1),
  );
  const others = publicSets.map((set) => {
    const index = indexOf(set, options);
    const judgements = set.questions.flatMap((question) => {
      const article = index.articles.get(question.articleId);
      if (article === undefined) return [];
      const outcome = readAnswer(
        answerQuestion(index, { text: question.text, previous: [] }, weights),
        index,
      );
      return [judge(question, outcome, { article, unit: 'article' })];
    });
    return (100 * measure(judgements, 'hit@1')).toFixed(1);
  });
  return [...shares, measure(alone, 'auroc').toFixed(3), ...others];
}

/** Built once for all variants that leave it as it is. */
function indexOf(set: PublicSample, options: PassageIndexOptions): PassageIndex {
  return options === everything ? set.index : buildPassageIndex(set.articles, options);
}

function measure(judgements: readonly Judgement[], name: MetricName): number {
  const metric = metrics.find((one) => one.name === name);
  if (metric === undefined) throw new Error(`There is no figure "${name}".`);
  return metric.over(toSample(judgements))(new Uint16Array(judgements.length).fill(1));
}
