/**
 * Fits the models that choose the sentence and the highlight, and writes their weights as data:
 * `npm run fit:answers -- --set DIR --set DIR`. Only the tune side of our own questions is read, and
 * the public sets that are named; the same files give the same weights.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sentenceSignals } from './answers/sentence-signals.ts';
import { spanSignals } from './answers/span-signals.ts';
import type { Article } from './articles/article.ts';
import { observeAnswers } from './evaluation/fitting/choice-examples.ts';
import { fitChoiceModel } from './evaluation/fitting/fit-choice-model.ts';
import { loadOwnSet, loadPublicSet } from './evaluation/load-sets.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { buildPassageIndex } from './retrieval/build-passage-index.ts';

/** How much one of our own questions counts beside one of a public set: there are few, and they are like members'. */
const ownWeight = 6;
const sentenceFit = { rounds: 20, hold: { shared: 0.001, group: 0.1 } } as const;
const spanFit = { rounds: 12, hold: { shared: 0.003, group: 0.075 } } as const;

const { values } = parseArgs({
  options: { set: { type: 'string', multiple: true, default: [] } },
});
const knowledge = loadKnowledge();
const buildIndex = (articles: readonly Article[]) => buildPassageIndex(articles, { knowledge });
const publicSets = await Promise.all(
  values.set.map((folder) => loadPublicSet({ folder, passagesFile: undefined, withTitles: false })),
);
const observed = [
  ...publicSets.map((set) => observeAnswers(set, { buildIndex, weight: 1 })),
  observeAnswers(await loadOwnSet('tune'), { buildIndex, weight: ownWeight }),
];
await writeWeights('sentence', {
  model: fitChoiceModel(
    observed.flatMap(({ sentences }) => sentences),
    { signals: sentenceSignals, ...sentenceFit },
  ),
});
await writeWeights('span', {
  model: fitChoiceModel(
    observed.flatMap(({ spans }) => spans),
    { signals: spanSignals, ...spanFit },
  ),
});

async function writeWeights(name: 'sentence' | 'span', { model }: { readonly model: string }): Promise<void> {
  const file = path.resolve(import.meta.dirname, `answers/${name}-weights.ts`);
  await writeFile(
    file,
    `/**
 * Fitted weights of the ${name} model, in the form that choice-model.ts describes. Written by
 * \`npm run fit:answers\`: change what it is fitted on, or how, rather than a number here.
 */
export const ${name}WeightTable = \`
${model}
\`;
`,
  );
}
