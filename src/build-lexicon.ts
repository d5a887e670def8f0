import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { formatTranslations, parseFreedict } from './language/lexicon/freedict.ts';

/**
 * Derives `src/language/lexicon/freedict.txt` from FreeDict's English–Indonesian dictionary, as Debian packages it
 * (`apt-get install dict-freedict-eng-ind`). Takes the `.dict.dz` or unpacked `.dict` as its only argument; the same
 * dictionary gives the same bytes. Not needed to run Kutip: its result is committed.
 */
const defaultSource = '/usr/share/dictd/freedict-eng-ind.dict.dz';
const target = new URL('language/lexicon/freedict.txt', import.meta.url);
/** Fewer means that the source is not the dictionary we know; better to stop than to commit a stump. */
const headwordsMin = 8000;

const source = process.argv[2] ?? defaultSource;
const bytes = readFileSync(source);
const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
const translations = parseFreedict((isCompressed ? gunzipSync(bytes) : bytes).toString('utf8'));
if (translations.length < headwordsMin) {
  process.stderr.write(
    `${source}: only ${translations.length} headwords read, expected ${headwordsMin} or more\n`,
  );
  process.exitCode = 1;
} else {
  writeFileSync(target, formatTranslations(translations));
  process.stdout.write(`${translations.length} headwords written\n`);
}
