/** What speaks for and against an answer enters; how sure it is that the article answers leaves. */
import type { Verdict } from './answer.ts';
import { confidenceWeights, verdictThresholds } from './fitted-weights.ts';

/**
 * What speaks for an article answering a question, read from its best passage; each 0 to 1 and comparable between
 * questions. Words count by their importance: less for talk and for what was told around the question.
 */
export interface Evidence {
  /** BM25 over the passage's words, as a share of what a passage full of the question's words would get. */
  readonly frequency: number;
  /** Share that only the passages before and behind have. */
  readonly neighbours: number;
  /** How alike in use question and passage are, all their words taken together. */
  readonly alike: number;
  /** How much more than half alike the question is to one that somebody wrote down for the passage; 0 where nobody did. */
  readonly askedAlike: number;
  /** Share that is words of the language which the corpus does not have, in no wording that is known. */
  readonly unsaid: number;
  /** Words that the passage lacks, by how rare each is in general use; 1 for five of the rarest or more. */
  readonly missingRare: number;
  /** How far in meaning the best sentence stays from the word that it comes least near, rare words before common ones. */
  readonly farMeaning: number;
  /** Share of its names that the passage lacks, words that only may be names among them. */
  readonly missingNames: number;
  /** How far the question's last word is missing from the best sentence: in both languages mostly what it is about. */
  readonly missingLast: number;
  /** How far a figure of the question, written as such, is missing from the passage. */
  readonly missingNumber: number;
  /** 1 where a figure is asked for and the best sentence has none. */
  readonly missingFigure: number;
  /** 1 where the best sentence has another year than the question. */
  readonly otherYear: number;
  /** How early the passage says a word of the question. */
  readonly opening: number;
  /** 1 where the question has a name. */
  readonly hasName: number;
  /** 1 where the question has a figure. */
  readonly hasFigure: number;
  /** 1 where the best sentence says the opposite of a word of the question in its place, less where only the passage does. */
  readonly opposite: number;
  /** 1 where the question denies a word that the passage says, and the best sentence denies nothing. */
  readonly deniesSaid: number;
  /** 1 where the question denies something and the best sentence does not. */
  readonly negationAsked: number;
  /** 1 where the best sentence denies what the question does not. */
  readonly negationSaid: number;
  /** 1 where who or what something is, is asked for, and the best sentence says it. */
  readonly defines: number;
  /** 1 where the question orders the bot about. */
  readonly commands: number;
  /** 1 where a reason or a manner is asked for. */
  readonly asksWhy: number;
  /** 1 where all of several things are asked for. */
  readonly asksList: number;
  /** 1 where a name is asked for that is nobody's. */
  readonly asksName: number;
  /** 1 where yes or no is asked for. */
  readonly asksWhether: number;
  /** How far the passage's rank score leads over the next one's. */
  readonly lead: number;
  /** Its share among all passages, each by the power of its score: near 1 where no other comes near. */
  readonly standsOut: number;
  /** 1 where somebody's words are asked for, and nobody whom the question names says anything in the passage. */
  readonly otherSpeaker: number;
  /** 1 where a time is asked for, and the passage tells of none. */
  readonly timeless: number;
  /** 0 for an article of one passage, 1 for one of `longArticle` or more: what the other weights depend on. */
  readonly articleSize: number;
}

/** Evidence with a weight of its own. */
export type EvidenceName = Exclude<keyof Evidence, 'articleSize' | 'frequency' | 'otherSpeaker' | 'timeless'>;

/**
 * How much each piece of evidence counts where the article is one passage, and how much that changes where it is a long
 * one: among many sentences a missing word says more. See `fitted-weights.ts`.
 */
export type ConfidenceWeights = Readonly<
  Record<EvidenceName | 'constant', readonly [alone: number, change: number]>
>;

/** All pieces of evidence, in the order in which they are summed. */
export const evidenceNames: readonly EvidenceName[] = [
  'neighbours',
  'alike',
  'askedAlike',
  'unsaid',
  'missingRare',
  'farMeaning',
  'missingNames',
  'missingLast',
  'missingNumber',
  'missingFigure',
  'otherYear',
  'opening',
  'hasName',
  'hasFigure',
  'opposite',
  'deniesSaid',
  'negationAsked',
  'negationSaid',
  'defines',
  'commands',
  'asksWhy',
  'asksList',
  'asksName',
  'asksWhether',
  'lead',
  'standsOut',
];

/** Passages of an article whose weights are those of a long one. */
export const longArticle = 20;

/** What the weight of a piece of evidence comes to for an article of that size. */
export function weightOf(
  name: EvidenceName | 'constant',
  articleSize: number,
  weights: ConfidenceWeights = confidenceWeights,
): number {
  const [alone, change] = weights[name];
  return alone + change * articleSize;
}

/**
 * How sure it is that the article answers, 0 to 1 in two decimals. A passage with no word of the question may answer by
 * its meaning, and is never given as surely as others: of five such on the tune articles three were wrong. Nor is one in
 * which somebody else speaks than who is asked about, or which tells of no time where one is asked for; there are too
 * few such questions to weigh that.
 */
export function weighEvidence(evidence: Evidence, weights: ConfidenceWeights = confidenceWeights): number {
  let sum = weightOf('constant', evidence.articleSize, weights);
  for (const name of evidenceNames) sum += weightOf(name, evidence.articleSize, weights) * evidence[name];
  const confidence = Math.round(100 / (1 + Math.exp(-sum))) / 100;
  return limitOf(evidence) === undefined
    ? confidence
    : Math.min(confidence, Math.round(100 * verdictThresholds.answers - 1) / 100);
}

/** Why a passage is never given as surely as others. */
export type ConfidenceLimit = 'no-word' | 'other-speaker' | 'no-time';

/** What keeps the confidence below *answers*, whatever else speaks for the passage; undefined where nothing does. */
export function limitOf({ frequency, otherSpeaker, timeless }: Evidence): ConfidenceLimit | undefined {
  if (frequency === 0) return 'no-word';
  if (otherSpeaker > 0) return 'other-speaker';
  return timeless > 0 ? 'no-time' : undefined;
}

/** The confidence in the words a member reads. */
export function readVerdict(confidence: number): Verdict {
  if (confidence >= verdictThresholds.answers) return 'answers';
  return confidence >= verdictThresholds.mayAnswer ? 'may-answer' : 'does-not-say';
}
