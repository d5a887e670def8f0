/**
 * Fits the weights of ranking and abstaining to judged questions and writes them as data:
 * `npm run fit -- ranking|confidence --set DIR --set DIR --twins DIR`. Only the tune side of our own questions is
 * read, and the public sets that are named; of those named as twins, questions without an answer are made for
 * confidence. The same files give the same weights.
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
import {
  fitConfidence,
  holdOutOwn,
  measureSets,
  observeConfidence,
} from './evaluation/fitting/fit-confidence.ts';
import { rankAnswerable } from './evaluation/fitting/held-out.ts';
import { lendWordings } from './evaluation/fitting/lend-wordings.ts';
import { fitChoices, type Choice } from './evaluation/fitting/logistic.ts';
import { observeChoices } from './evaluation/fitting/observe.ts';
import {
  confidenceQuestionsMax,
  inPlace,
  loadOwnSet,
  loadPublicSample,
  loadPublicSet,
} from './evaluation/load-sets.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { buildPassageIndex } from './retrieval/build-passage-index.ts';

/** Questions with an answer taken of each public set, evenly spread; as many without. */
const rankingQuestionsMax = 600;
/** How much all public sets together count beside our own questions. */
const publicShare = 2;
/** How much our own questions count where the others of them stand as wordings. */
const lentShare = 0.5;
const rankingFit = { hold: 0.003, steps: 500 } as const;
/** Scale of the written ranking weights: the score of a good passage is near 1. */
const rankingScale = 0.1;

const part = process.argv[2];
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    set: { type: 'string', multiple: true, default: [] },
    twins: { type: 'string', multiple: true, default: [] },
  },
});
if (part !== 'ranking' && part !== 'confidence') {
  process.stderr.write(
    'npm run fit -- ranking|confidence [--set DIR]… [--twins DIR]…: ranking first, confidence builds on it\n',
  );
  process.exit(2);
}
const knowledge = loadKnowledge();
const buildIndex = (articles: readonly Article[]) => buildPassageIndex(articles, { knowledge });
const own = await loadOwnSet('tune');
const publicSets = await Promise.all(
  values.set.map((folder) =>
    loadPublicSample(folder, part === 'ranking' ? rankingQuestionsMax : confidenceQuestionsMax),
  ),
);
const target = path.resolve(import.meta.dirname, 'answers/fitted-weights.ts');
await writeFile(target, renderWeights(part === 'ranking' ? fitRanking() : await fitAbstaining()));

function fitRanking(): FittedWeights {
  const choices = [
    ...scaleChoices(observeChoices(own, { buildIndex, isAlone: true }), 1),
    ...scaleChoices(observeChoices(lendWordings(own), { buildIndex, isAlone: true }), lentShare),
    ...publicSets.flatMap((set) =>
      scaleChoices(observeChoices(set, { buildIndex, isAlone: false }), publicShare / publicSets.length),
    ),
  ];
  const fitted = fitChoices(choices, rankingFit);
  return { ...currentWeights, ranking: fitted.map((weight) => weight * rankingScale) };
}

async function fitAbstaining(): Promise<FittedWeights> {
  const twinned = await Promise.all(values.twins.map((folder) => loadPublicSet(inPlace(folder))));
  const events = observeConfidence({ own, sets: publicSets, twinned }, buildIndex);
  for (const [place, { unseen, otherPassages }] of measureSets(events).entries()) {
    process.stderr.write(
      `${path.basename(values.set[place] ?? '')}: AUROC ${unseen.toFixed(3)} fitted to without it, ${otherPassages.toFixed(3)} with its other passages\n`,
    );
  }
  const heldOut = holdOutOwn(events);
  const thresholds = chooseThresholds(heldOut);
  process.stderr.write(
    `Articles held out one by one: AUROC ${rankAnswerable(heldOut).toFixed(3)}, thresholds ${JSON.stringify(thresholds)}\n`,
  );
  return { ...currentWeights, confidence: fitConfidence(events), thresholds };
}

function scaleChoices(choices: readonly Choice[], total: number): Choice[] {
  return choices.map((choice) => ({ ...choice, weight: total / choices.length }));
}
