import type { Article } from '../../articles/article.ts';
import { foldWord, wordsOf } from './align-words.ts';
import type { Word } from './align-words.ts';

/** A stretch of an article that may be what somebody meant. */
export interface NearestCandidate {
  readonly articleIndex: number;
  /** Words of the article, in order. */
  readonly window: readonly Word[];
}

export interface NearestIndex {
  /** Best first, at most `candidatesMax`; empty where no rare word is shared. */
  candidates(pasted: readonly Word[]): readonly NearestCandidate[];
}

/** Alignments per verification, at most: each costs the product of both word counts. */
const candidatesMax = 4;
/** Words of one stretch; small enough to tell places of a long article apart. */
const stretchWords = 80;
/** Words that stand in more than this share of the stretches point nowhere. */
const commonShareMax = 0.2;
/** Of a pasted text, so many words are aligned at most. */
const pastedWordsMax = 2_000;

/** Which stretches of a corpus share the rarest words with a text. Built once; linear in the corpus. */
export function createNearestIndex(articles: readonly Article[]): NearestIndex {
  const stretchOf: { readonly articleIndex: number; readonly from: number }[] = [];
  const postings = new Map<string, number[]>();
  for (const [articleIndex, { text }] of articles.entries()) {
    let count = 0;
    for (const match of text.matchAll(/\S+/gu)) {
      if (count % stretchWords === 0) stretchOf.push({ articleIndex, from: count });
      count += 1;
      const stretch = stretchOf.length - 1;
      const folded = foldWord(match[0].normalize('NFC'));
      const posting = postings.get(folded);
      if (posting === undefined) postings.set(folded, [stretch]);
      else if (posting.at(-1) !== stretch) posting.push(stretch);
    }
  }
  const commonMin = Math.max(20, stretchOf.length * commonShareMax);
  return {
    candidates: (pasted) => {
      const scores = new Map<number, number>();
      for (const folded of new Set(pasted.slice(0, pastedWordsMax).map((word) => word.folded))) {
        const posting = postings.get(folded) ?? [];
        if (folded === '' || posting.length > commonMin) continue;
        const weight = Math.log(1 + stretchOf.length / posting.length);
        for (const stretch of posting) scores.set(stretch, (scores.get(stretch) ?? 0) + weight);
      }
      const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, candidatesMax);
      return ranked.flatMap(([stretch]) => {
        const place = stretchOf[stretch];
        const article = place && articles[place.articleIndex];
        if (place === undefined || article === undefined) return [];
        const from = Math.max(0, place.from - pasted.length);
        const to = place.from + stretchWords + pasted.length;
        return [{ articleIndex: place.articleIndex, window: wordsOf(article.text).slice(from, to) }];
      });
    },
  };
}
