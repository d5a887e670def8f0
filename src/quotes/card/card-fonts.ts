import type { Coverage } from './font-coverage.ts';

/** What a font is for: the quoted words, or everything around them. */
export type CardFamily = 'words' | 'source';

export interface CardFace {
  readonly family: CardFamily;
  readonly weight: number;
  /** A WOFF2 file. */
  readonly data: Uint8Array;
  readonly coverage: Coverage;
}

export interface CardFonts {
  readonly faces: readonly CardFace[];
}

/** White space that is laid out rather than drawn. */
const laidOut = new Set([' ', '\n', '\u00A0']);

/** Characters of a text that a family cannot draw, each once, in order; empty where it draws all. */
export function missingCharacters(fonts: CardFonts, family: CardFamily, text: string): readonly string[] {
  const faces = fonts.faces.filter((face) => face.family === family);
  const isDrawn = (character: string): boolean => {
    const code = character.codePointAt(0) ?? 0;
    return laidOut.has(character) || faces.some(({ coverage }) => coverage.has(code));
  };
  return [...new Set(text)].filter((character) => !isDrawn(character));
}
