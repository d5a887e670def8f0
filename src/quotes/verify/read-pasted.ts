/**
 * What somebody pasted enters; the quotes that it may hold leave, from the most literal reading to the
 * most forgiving. Layout and Discord's Markdown are taken off, words never.
 */

/** Parts of one quote, in order: more than one where it was joined with a cut mark. */
export interface Reading {
  readonly parts: readonly string[];
}

const cut = /\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)/u;
/** What people type for a cut who have no brackets at hand; an article's own dots are read before it. */
const bareCut = /\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|…|\.{3,4}/u;
/** More parts than this are no quote; they are read as one text. */
const partsMax = 20;
/** Lines of the bot's own replies that are not the quote: citation, small print. */
const ownLine = /^\s*(?:\*\*\[\d{1,3}\]\*\*|-# )/u;
const quotedLine = /^\s*>(?:>>)?\s?(.*)$/u;
/** Marks that people put around what they quote. */
const wrapping = /[\s"'“”‘’„«»`()[\]—–-]/u;

/** The readings of a pasted text, most literal first, without repeats; empty for a blank text. */
export function readPasted(pasted: string): readonly Reading[] {
  const whole = pasted.trim();
  const [quoted] = quotesIn(whole);
  const plain = takeOffMarkdown(quoted ?? withoutOwnLines(whole));
  const wordings = quoted === undefined ? [whole, plain] : [whole, quoted, plain];
  const readings: Reading[] = [
    ...wordings.map((wording) => ({ parts: [wording] })),
    { parts: splitAtCuts(plain) },
    { parts: splitAtCuts(unwrap(plain)) },
    { parts: splitAtCuts(plain).map(unwrap) },
    // The comma of the sentence that the words were put into: '… di OpenAI,' kata artikel itu.
    { parts: splitAtCuts(plain).map((part) => unwrap(part).replace(/,$/u, '')) },
    { parts: splitAtCuts(plain, bareCut).map((part) => unwrap(part).replace(/,$/u, '')) },
  ];
  const seen = new Set<string>();
  return readings.flatMap(({ parts }) => {
    const kept = parts.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
    const key = kept.join('\u0000');
    if (kept.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [{ parts: kept }];
  });
}

/** The block quotes of a pasted reply, in order, each without its marks; empty where there are none. */
export function quotesIn(pasted: string): readonly string[] {
  const groups: string[][] = [];
  let isOpen = false;
  for (const line of pasted.split('\n')) {
    const words = quotedLine.exec(line)?.[1];
    if (words === undefined) {
      isOpen = false;
    } else {
      if (!isOpen) groups.push([]);
      groups.at(-1)?.push(words);
      isOpen = true;
    }
  }
  return groups.map((lines) => lines.join('\n')).filter((quote) => quote.trim() !== '');
}

function withoutOwnLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !ownLine.test(line))
    .join('\n');
}

function takeOffMarkdown(text: string): string {
  return text.replaceAll(/(?<!\\)(?:\*\*|__)/gu, '').replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1');
}

function splitAtCuts(text: string, mark = cut): string[] {
  const parts = text.split(mark);
  return parts.length > partsMax ? [text] : parts;
}

/** By hand: a pattern for both ends takes quadratic time on a long run of spaces. */
function unwrap(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && wrapping.test(text.charAt(start))) start += 1;
  while (end > start && wrapping.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
