/**
 * A question enters, how it was answered leaves: what was looked for, every passage weighed with what
 * spoke for it, and why the answer was given or withheld. For people who look after the articles; the
 * outcome is the very one that `answerQuestion` gives.
 */
import type { Passage, PassageIndex, QueryTerm, WeightedText } from '../retrieval/passage.ts';
import type { Answer, NoAnswer, Question } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import type { ChosenSentence } from './choose-sentence.ts';
import type { AnswerKind } from './expected-answer.ts';
import { rankingWeights, verdictThresholds } from './fitted-weights.ts';
import { gatherQuestion } from './gather-question.ts';
import { readOpening } from './overview.ts';
import { readCandidates, type Reading } from './read-candidates.ts';
import { evidenceNames, limitOf, weightOf, type ConfidenceLimit } from './weigh-evidence.ts';
import { signalNames } from './weigh-passage.ts';

/** One thing that was weighed. */
export interface WeighedSignal {
  readonly name: string;
  /** 0 to about 1. */
  readonly value: number;
  /** What the value is multiplied by; negative where it speaks against. */
  readonly weight: number;
}

/** A passage that was weighed. */
export interface ExplainedCandidate {
  readonly passage: Passage;
  /** The sentence that answers best, and whether it has words of the kind asked for. */
  readonly chosen: ChosenSentence;
  /** By term: how well any sentence of the passage matches it, 0 to 1. */
  readonly matches: readonly number[];
  readonly signals: readonly WeighedSignal[];
  /** Sum of the weighed signals; comparable within one question. */
  readonly score: number;
  /** As `ExaminedPassage.likeness`. */
  readonly likeness?: number;
}

/** How an answer came about. */
export interface Explanation {
  readonly outcome: Answer | NoAnswer;
  /** The question, its preamble and earlier questions where they count, weightiest first. */
  readonly texts: readonly WeightedText[];
  readonly expected: AnswerKind;
  readonly terms: readonly QueryTerm[];
  /** Whether it asks about the article as a whole and is told how that begins: then nothing was weighed. */
  readonly isOverview: boolean;
  /** As shown, best first, at most `explainedMax`. */
  readonly candidates: readonly ExplainedCandidate[];
  /** What was weighed for the first of them, with the constant; empty where nothing was found. */
  readonly evidence: readonly WeighedSignal[];
  /** What kept the confidence below *answers*, whatever else spoke for the passage. */
  readonly limit: ConfidenceLimit | undefined;
  readonly thresholds: { readonly answers: number; readonly mayAnswer: number };
}

/** Passages explained, at most. */
const explainedMax = 5;

/** Why the index answers as it does. Never throws, whatever the text. */
export function explainQuestion(index: PassageIndex, question: Question): Explanation {
  const { terms, expected, readings, evidence } = readCandidates(index, question);
  const outcome = answerQuestion(index, question);
  const [opening] = readOpening(index, question);
  const isOverview = opening !== undefined && outcome.citations[0]?.passageId === opening.id;
  return {
    outcome,
    isOverview,
    texts: gatherQuestion(question),
    expected: expected.kind,
    terms,
    candidates: isOverview ? [] : readings.slice(0, explainedMax).map(explainReading),
    evidence:
      isOverview || evidence === undefined
        ? []
        : [
            { name: 'constant', value: 1, weight: weightOf('constant', evidence.articleSize) },
            ...evidenceNames.map((name) => ({
              name,
              value: evidence[name],
              weight: weightOf(name, evidence.articleSize),
            })),
          ],
    limit: isOverview || evidence === undefined ? undefined : limitOf(evidence),
    thresholds: verdictThresholds,
  };
}

function explainReading({ candidate, chosen, signals, score }: Reading): ExplainedCandidate {
  const { passage, sentenceMatches, contextMatches, likeness } = candidate;
  return {
    passage,
    chosen,
    matches: contextMatches.map((_, place) =>
      sentenceMatches.reduce((most, matches) => Math.max(most, matches[place] ?? 0), 0),
    ),
    signals: signalNames.map((name) => ({ name, value: signals[name], weight: rankingWeights[name] })),
    score,
    ...(likeness !== undefined && { likeness }),
  };
}
