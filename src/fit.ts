/**
 * Fits the weights of ranking and abstaining to judged questions and writes them as data:
 * `node src/fit.ts --set DIR --set DIR`. Only the tune side of our own questions is read, and the
 * public sets that are named; the same files give the same weights.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from './articles/article.ts';
import {
  chooseThresholds,
  currentWeights,
  renderWeights,
  type FittedWeights,
} from './evaluation/fitting/fitted-file.ts';
import { answerBy, holdOutArticles, rankAnswerable } from './evaluation/fitting/held-out.ts';
import { lendWordings } from './evaluation/fitting/lend-wordings.ts';
import { fitChoices, fitEvents, type Choice } from './evaluation/fitting/logistic.ts';
import { observeChoices, observeEvents, type AnswerEvent } from './evaluation/fitting/observe.ts';
import { loadOwnSet, loadPublicSet, takeEvenly } from './evaluation/load-sets.ts';
import type { PublicSet } from './evaluation/public-set.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { buildPassageIndex } from './retrieval/build-passage-index.ts';

/** Questions taken of each public set, as many with an answer as without, evenly spread. */
const publicQuestionsMax = { ranking: 600, confidence: 1000 } as const;
/** How much all public sets together count beside our own questions. */
const publicShare = { ranking: 1.2, confidence: 1 } as const;
/** How much our own questions count where the others of them stand as wordings. */
const lentShare = 0.5;
const rankingFit = { hold: 0.003, steps: 500 } as const;
const confidenceFit = { hold: 0.006, steps: 8 } as const;
/** Scale of the written ranking weights: the score of a good passage is near 1. */
const rankingScale = 0.1;

const part = process.argv[2];
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { set: { type: 'string', multiple: true, default: [] } },
});
if (part !== 'ranking' && part !== 'confidence') {
  process.stderr.write(
    'node src/fit.ts ranking|confidence [--set DIR]…: ranking first, confidence builds on it\n',
  );
  process.exit(2);
}
const knowledge = loadKnowledge();
const buildIndex = (articles: readonly Article[]) => buildPassageIndex(articles, { knowledge });
const own = await loadOwnSet('tune');
const publicSets = await Promise.all(values.set.map((folder) => loadSample(folder, part)));
const target = path.resolve(import.meta.dirname, 'answers/fitted-weights.ts');
await writeFile(target, renderWeights(part === 'ranking' ? fitRanking() : fitConfidence()));

async function loadSample(folder: string, kind: 'ranking' | 'confidence'): Promise<PublicSet> {
  const set = await loadPublicSet({ folder, passagesFile: undefined, withTitles: false });
  const answerable = set.questions.filter(({ unanswerable }) => unanswerable === null);
  const others = set.questions.filter(({ unanswerable }) => unanswerable !== null);
  const questions = [answerable, others].flatMap((some) => takeEvenly(some, publicQuestionsMax[kind]));
  return { articles: set.articles, questions };
}

function fitRanking(): FittedWeights {
  const choices = [
    ...scaleChoices(observeChoices(own, { buildIndex, isAlone: true }), 1),
    ...scaleChoices(observeChoices(lendWordings(own), { buildIndex, isAlone: true }), lentShare),
    ...publicSets.flatMap((set) =>
      scaleChoices(
        observeChoices(set, { buildIndex, isAlone: false }),
        publicShare.ranking / publicSets.length,
      ),
    ),
  ];
  const fitted = fitChoices(choices, rankingFit);
  return { ...currentWeights, ranking: fitted.map((weight) => weight * rankingScale) };
}

function fitConfidence(): FittedWeights {
  const events = observeEvents(own, { buildIndex, isAlone: true });
  const weighted = balanceEvents(events, 1);
  const ofSets = publicSets.map((set) =>
    balanceEvents(
      observeEvents(set, { buildIndex, isAlone: true }),
      publicShare.confidence / publicSets.length,
    ),
  );
  for (const [place, set] of ofSets.entries()) {
    const seen = [...weighted, ...ofSets.filter((other) => other !== set).flat()];
    process.stderr.write(
      `${path.basename(values.set[place] ?? '')}, fitted to without it: AUROC ${rankAnswerable(answerBy(set, seen, confidenceFit)).toFixed(3)}\n`,
    );
  }
  const others = ofSets.flat();
  const all = [...weighted, ...others].filter(({ row }) => row.length > 0);
  const heldOut = holdOutArticles(events, { weighted, others, fit: confidenceFit });
  const thresholds = chooseThresholds(heldOut);
  process.stderr.write(
    `Articles held out one by one: AUROC ${rankAnswerable(heldOut).toFixed(3)}, thresholds ${JSON.stringify(thresholds)}\n`,
  );
  return { ...currentWeights, confidence: fitEvents(all, confidenceFit), thresholds };
}

function scaleChoices(choices: readonly Choice[], total: number): Choice[] {
  return choices.map((choice) => ({ ...choice, weight: total / choices.length }));
}

/** Answerable and unanswerable questions weighing alike. */
function balanceEvents(events: readonly AnswerEvent[], total: number): AnswerEvent[] {
  const trueCount = events.filter(({ isTrue }) => isTrue).length;
  return events.map((event) => ({
    ...event,
    weight: total / 2 / (event.isTrue ? trueCount : events.length - trueCount),
  }));
}
