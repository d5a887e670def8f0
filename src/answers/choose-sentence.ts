import type { Sentence } from '../articles/article.ts';
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import { groupOfKind, parseChoiceModel, scoreSignals } from './choice-model.ts';
import {
  readSentenceSignals,
  sentenceSignalPlaces,
  sentenceSignals,
  type SentenceContext,
} from './sentence-signals.ts';
import { sentenceWeightTable } from './sentence-weights.ts';

/** The sentence of a passage that answers best, and what speaks for it. */
export interface ChosenSentence {
  readonly sentence: Sentence;
  /** By query term: how well the sentence matches it, 0 to 1. */
  readonly matches: readonly number[];
  /** Whether it has words of the expected kind that the question does not have already; false for kinds without a shape. */
  readonly hasExpected: boolean;
  /** Comparable between sentences of one block only. */
  readonly score: number;
  /** In the order of `sentenceSignals`. */
  readonly signals: ArrayLike<number>;
}

const sentenceModel = parseChoiceModel(sentenceWeightTable, sentenceSignals);

/**
 * The best sentence of every passage, by passage ID. A query word counts by its rarity in the corpus
 * and *within* the block: the name that stands in every sentence tells none of them apart. Passages of
 * one block are read together, so that their sentences can be compared. Ties go to the earlier sentence.
 */
export function chooseSentences(
  candidates: readonly ExaminedPassage[],
  terms: readonly QueryTerm[],
  contextOf: (articleId: string) => SentenceContext | undefined,
): Map<string, ChosenSentence> {
  const chosen = new Map<string, ChosenSentence>();
  for (const passages of Map.groupBy(candidates, blockOf).values()) {
    const ordered = [...passages].sort((a, b) => a.passage.ordinal - b.passage.ordinal);
    const context = contextOf(ordered[0]?.passage.articleId ?? '');
    if (context === undefined) continue;
    const weights = sentenceModel[groupOfKind[context.expected.kind]];
    for (const { passageId, sentence, matches, signals } of readSentenceSignals(ordered, terms, context)) {
      const score = scoreSignals(weights, signals);
      const best = chosen.get(passageId);
      if (best !== undefined && score <= best.score) continue;
      chosen.set(passageId, {
        sentence,
        matches,
        signals,
        score,
        hasExpected: signals[sentenceSignalPlaces.hasExpected] === 1,
      });
    }
  }
  return chosen;
}

/** The same for passages that a long paragraph was divided into. */
export function blockOf({ passage }: ExaminedPassage): string {
  return `${passage.articleId}\n${passage.blockIndex}`;
}
