import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import type { CardFace, CardFonts, CardFamily } from './card-fonts.ts';
import { readCoverage } from './font-coverage.ts';

const files: readonly { readonly family: CardFamily; readonly weight: number; readonly file: string }[] = [
  'latin',
  'latin-ext',
].flatMap((subset) => [
  {
    family: 'words',
    weight: 400,
    file: `@fontsource/source-serif-4/files/source-serif-4-${subset}-400-normal.woff2`,
  },
  { family: 'source', weight: 400, file: `@fontsource/inter/files/inter-${subset}-400-normal.woff2` },
  { family: 'source', weight: 600, file: `@fontsource/inter/files/inter-${subset}-600-normal.woff2` },
]);

/**
 * Reads the fonts of the cards from the packages that ship them. Called once, by an entry file.
 * @throws {Error} where a package is missing or holds something else.
 */
export async function loadCardFonts(): Promise<CardFonts> {
  const { resolve } = createRequire(import.meta.url);
  const faces = await Promise.all(
    files.map(async ({ family, weight, file }): Promise<CardFace> => {
      const data = await readFile(resolve(file));
      return { family, weight, data, coverage: readCoverage(data, brotliDecompressSync) };
    }),
  );
  return { faces };
}
