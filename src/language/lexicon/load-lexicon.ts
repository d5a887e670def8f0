import { readdirSync, readFileSync } from 'node:fs';
import { parseIrregularForms } from './english-forms.ts';
import { parseTranslationTable } from './freedict.ts';
import { buildLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { StoredVectors } from './term-vectors.ts';
import { parseVocabulary } from './vocabulary-format.ts';
import type { VocabularyLine } from './vocabulary-format.ts';

const folder = new URL('./', import.meta.url);

/**
 * Reads the lexicon's files beside this module and builds it: called once, by an entry file, which hands the result on.
 * @throws {Error} when a shipped file is missing or malformed.
 */
export function loadLexicon(): Lexicon {
  return buildLexicon({
    vocabulary: readVocabulary(),
    translations: parseTranslationTable(read('freedict.txt')),
    irregular: parseIrregularForms(read('irregular-english.txt')),
  });
}

/** The vectors of English words beside this module. Reads files. */
export function loadWordVectors(): StoredVectors {
  const bytes = readFileSync(new URL('word-vectors.bin', folder));
  return {
    words: read('word-vectors.txt').trimEnd().split('\n'),
    rows: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

/** Our own vocabulary, all files of `vocabulary/` in order of name. Reads files. */
export function readVocabulary(): readonly VocabularyLine[] {
  return readdirSync(new URL('vocabulary/', folder))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseVocabulary(read(`vocabulary/${name}`)));
}

function read(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}
