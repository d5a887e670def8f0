import type { Language } from '../language.ts';
import type { ConceptTable, Entry, Phrase } from './concept-table.ts';
import type { WordForms } from './english-forms.ts';
import type { WeightedConcept } from './lexicon.ts';
import { foldTerm } from './vocabulary-format.ts';

/** Several tokens that name concepts together. */
export interface PhraseMatch {
  /** Index of the first token. */
  readonly start: number;
  /** Index behind the last token. */
  readonly end: number;
  /** Surest first, never empty. */
  readonly concepts: readonly WeightedConcept[];
}

/** A phrase found, before its readings are weighed. */
export interface PhraseHit {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

interface PhraseLookup {
  readonly table: ConceptTable;
  readonly formsOf: (term: string, language: Language) => WordForms;
}

/** A word of a token: a token with hyphens has several. */
interface Word {
  readonly token: number;
  readonly text: string;
}

/** Finds phrases of the languages in the given order, the earlier language winning where both have one. */
export function matchPhrases(
  tokens: readonly string[],
  languages: readonly Language[],
  lookup: PhraseLookup,
): readonly PhraseHit[] {
  const words = tokens.flatMap((token, index) =>
    foldTerm(token)
      .split('-')
      .filter((text) => text !== '')
      .map((text): Word => ({ token: index, text })),
  );
  const hits: PhraseHit[] = [];
  for (const language of languages) {
    const forms = words.map(({ text }) => new Set([text, ...lookup.formsOf(text, language).inflected]));
    for (let at = 0; at < words.length; at += 1) {
      const hit = longestAt(at, words, forms, lookup.table.phrases[language]);
      if (hit !== undefined && !hits.some((other) => contains(other, hit))) hits.push(hit);
    }
  }
  return hits
    .filter((hit) => !hits.some((other) => other !== hit && contains(other, hit)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function contains(outer: PhraseHit, inner: PhraseHit): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function longestAt(
  at: number,
  words: readonly Word[],
  forms: readonly ReadonlySet<string>[],
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): PhraseHit | undefined {
  let best: Phrase | undefined;
  for (const first of forms[at] ?? []) {
    for (const phrase of phrases.get(first) ?? []) {
      const matches = phrase.words.every((word, offset) => forms[at + offset]?.has(word) ?? false);
      if (matches && phrase.words.length > (best?.words.length ?? 0)) best = phrase;
    }
  }
  const start = words[at]?.token;
  const end = best === undefined ? undefined : words[at + best.words.length - 1]?.token;
  if (best === undefined || start === undefined || end === undefined) return undefined;
  return { start, end: end + 1, entries: best.entries };
}
