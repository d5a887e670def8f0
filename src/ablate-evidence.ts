/**
 * What each piece of evidence is worth for knowing when the article does not say, as a Markdown table:
 * `npm run ablate:evidence -- [--set DIR]… [--twins DIR]…`. Confidence is fitted anew without each, and measured on what it was not
 * fitted to. Nothing of the report articles is read.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceNames, type EvidenceName } from './answers/weigh-evidence.ts';
import {
  holdOutOwn,
  measureSets,
  observeConfidence,
  withoutColumns,
} from './evaluation/fitting/fit-confidence.ts';
import { rankAnswerable } from './evaluation/fitting/held-out.ts';
import {
  confidenceQuestionsMax,
  inPlace,
  loadOwnSet,
  loadPublicSample,
  loadPublicSet,
} from './evaluation/load-sets.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { buildPassageIndex } from './retrieval/build-passage-index.ts';

const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: [] },
    twins: { type: 'string', multiple: true, default: [] },
  },
});
const knowledge = loadKnowledge();
const sets = await Promise.all(values.set.map((folder) => loadPublicSample(folder, confidenceQuestionsMax)));
const twinned = await Promise.all(values.twins.map((folder) => loadPublicSet(inPlace(folder))));
const events = observeConfidence({ own: await loadOwnSet('tune'), sets, twinned }, (articles) =>
  buildPassageIndex(articles, { knowledge }),
);

const names = values.set.map((folder) => path.basename(folder));
const heads = ['own, by article', ...names.flatMap((name) => [`${name}, unseen`, `${name}, other passages`])];
process.stdout.write(`| AUROC | ${heads.join(' | ')} |\n| --- |${' ---: |'.repeat(heads.length)}\n`);
writeRow('everything', new Set());
for (const name of evidenceNames) writeRow(`without ${name}`, columnsOf(name));

function writeRow(label: string, left: ReadonlySet<number>): void {
  const seen = withoutColumns(events, left);
  const figures = [
    rankAnswerable(holdOutOwn(seen)),
    ...measureSets(seen).flatMap(({ unseen, otherPassages }) => [unseen, otherPassages]),
  ];
  process.stdout.write(`| ${label} | ${figures.map((figure) => figure.toFixed(4)).join(' | ')} |\n`);
}

/** Its column, and that of its change with the article's size; the first of each half is the constant. */
function columnsOf(name: EvidenceName): Set<number> {
  const place = evidenceNames.indexOf(name) + 1;
  return new Set([place, place + evidenceNames.length + 1]);
}
