/** Finds what is quoted or bracketed in a text; marks that have no partner count for nothing. */

/** A pair of quotation marks or brackets: offsets of the two marks, UTF-16. */
export interface Enclosure {
  readonly open: number;
  readonly close: number;
}

type Family = 'double' | 'single' | 'angle' | 'round' | 'square';

const families: Readonly<Record<string, Family>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '«': 'angle',
  '»': 'angle',
  '(': 'round',
  ')': 'round',
  '[': 'square',
  ']': 'square',
};
const alwaysOpens = '“„‘«([';
const alwaysCloses = '»)]';
const wordCharacter = /[\p{L}\p{N}]/u;
const beforeOpening = /[\s([{"'“‘«„—–/-]/u;

/**
 * Pairs by opening offset. A pair never reaches across a blank line, and a mark opened twice
 * counts from its last opening, so that a stray `'90s` cannot swallow the text behind it.
 */
export function findEnclosures(text: string): readonly Enclosure[] {
  const open = new Map<Family, number>();
  const found: Enclosure[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '\n' && text.charAt(at + 1) === '\n') open.clear();
    const family = families[mark];
    if (family === undefined) continue;
    const opened = open.get(family);
    if (isOpening(text, at, opened !== undefined)) {
      open.set(family, at);
    } else if (opened !== undefined && isClosing(text, at)) {
      found.push({ open: opened, close: at });
      open.delete(family);
    }
  }
  return found.sort((a, b) => a.open - b.open);
}

function isOpening(text: string, at: number, isOpen: boolean): boolean {
  const mark = text.charAt(at);
  if (alwaysOpens.includes(mark)) return true;
  if (alwaysCloses.includes(mark)) return false;
  // Some typesetters open with the closing mark; it may do so only where none is open.
  if ((mark === '”' || mark === '’') && isOpen) return false;
  const next = text.charAt(at + 1);
  return (at === 0 || beforeOpening.test(text.charAt(at - 1))) && next !== '' && next.trim() !== '';
}

function isClosing(text: string, at: number): boolean {
  const mark = text.charAt(at);
  // Between letters it is an apostrophe: don't, Jum’at.
  return (mark !== "'" && mark !== '’') || !wordCharacter.test(text.charAt(at + 1));
}
