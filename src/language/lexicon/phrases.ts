import type { Language } from '../language.ts';
import type { ConceptTable, Entry } from './concept-table.ts';
import { foldTerm } from './vocabulary-format.ts';

/** Several tokens that name concepts together, before the readings are weighed. */
export interface PhraseHit {
  /** Index of the first token. */
  readonly start: number;
  /** Index behind the last token. */
  readonly end: number;
  /** Never empty. */
  readonly entries: readonly Entry[];
}

interface PhraseLookup {
  readonly table: ConceptTable;
  /** The word and what it may be an inflected form of. */
  readonly readings: (word: string, language: Language) => readonly string[];
  /** Phrases that may begin with the word in any of its readings. */
  readonly phrasesFrom: ConceptTable['phrasesFrom'];
}

/** A word of a token: a token with hyphens has several. */
interface Word {
  readonly token: number;
  readonly text: string;
}

/** Longer tokens are no words of a phrase. */
const wordLengthMax = 40;

/**
 * Finds phrases of the languages in the given order, the earlier language winning where both have one: the longest at
 * each place, none inside another, by first token.
 */
export function matchPhrases(
  tokens: readonly string[],
  languages: readonly Language[],
  lookup: PhraseLookup,
): readonly PhraseHit[] {
  const words = tokens.flatMap((token, index) => splitToken(token, index));
  const hits: PhraseHit[] = [];
  for (const language of languages) {
    for (let at = 0; at < words.length; at += 1) {
      const hit = longestAt(at, { words, language, lookup });
      if (hit !== undefined) hits.push(hit);
    }
  }
  return withoutInner(hits);
}

/** Outer before inner, then whatever does not reach past what came before lies inside it; the sort is stable. */
function withoutInner(hits: readonly PhraseHit[]): readonly PhraseHit[] {
  let reached = 0;
  return hits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end }) => {
      const isOuter = end > reached;
      reached = Math.max(reached, end);
      return isOuter;
    });
}

function splitToken(token: string, index: number): readonly Word[] {
  const folded = foldTerm(token);
  if (!folded.includes('-')) return [{ token: index, text: folded }];
  return folded
    .split('-')
    .filter((text) => text !== '')
    .map((text) => ({ token: index, text }));
}

interface Sentence {
  readonly words: readonly Word[];
  readonly language: Language;
  readonly lookup: PhraseLookup;
}

function longestAt(at: number, { words, language, lookup }: Sentence): PhraseHit | undefined {
  const first = words[at];
  if (first === undefined || first.text.length > wordLengthMax) return undefined;
  let best: readonly string[] = [];
  for (const phrase of lookup.phrasesFrom(first.text, language)) {
    if (
      phrase.length > best.length &&
      phrase.every((word, offset) => offset === 0 || means(at + offset, word))
    ) {
      best = phrase;
    }
  }
  const end = words[at + best.length - 1]?.token;
  if (best.length === 0 || end === undefined) return undefined;
  return { start: first.token, end: end + 1, entries: lookup.table.phraseEntries(best, language) };

  function means(index: number, word: string): boolean {
    const text = words[index]?.text;
    return (
      text !== undefined && text.length <= wordLengthMax && lookup.readings(text, language).includes(word)
    );
  }
}
