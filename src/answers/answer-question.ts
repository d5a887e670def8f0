/**
 * A question enters, spans of articles leave, or the deliberate outcome that no article says it.
 * Nothing here makes text of its own, and the same question on the same corpus gives the same spans.
 */
import type { Passage, PassageIndex } from '../retrieval/passage.ts';
import { citationsMax, type Answer, type Citation, type NoAnswer, type Question } from './answer.ts';
import { chooseHighlight } from './choose-highlight.ts';
import { confidenceWeights, rankingWeights, verdictThresholds } from './fitted-weights.ts';
import { readOpening } from './overview.ts';
import { readCandidates, type Candidates, type Reading } from './read-candidates.ts';
import { readArticleParts } from './sentence-parts.ts';
import { readVerdict, weighEvidence, type ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** Passage IDs given for *More*, at most. */
export const furtherPassagesMax = 12;

/** What passages and answers are weighed by. */
export interface AnswerWeights {
  readonly ranking: RankingWeights;
  readonly confidence: ConfidenceWeights;
}

const fittedWeights: AnswerWeights = { ranking: rankingWeights, confidence: confidenceWeights };

/** What the articles of the index say to the question. Never throws, whatever the text. Other weights only to measure. */
export function answerQuestion(
  index: PassageIndex,
  question: Question,
  weights: AnswerWeights = fittedWeights,
): Answer | NoAnswer {
  const candidates = readCandidates(index, question, weights.ranking);
  const { terms, readings, evidence } = candidates;
  const opening = vouchFor(readings[0]) > 0 ? [] : readOpening(index, question);
  if (opening.length > 0) return tellOpening(opening);
  if (terms.length === 0) return withoutCitations('no-terms');
  if (evidence === undefined) return withoutCitations('nothing-found');

  const confidence = Math.max(weighEvidence(evidence, weights.confidence), vouchFor(readings[0]));
  const citations = readings
    .slice(0, citationsMax)
    .flatMap((reading, place) => cite(index, reading, { candidates, number: place + 1 }));
  const furtherPassageIds = readings
    .slice(citationsMax, citationsMax + furtherPassagesMax)
    .map(({ candidate }) => candidate.passage.id);
  const verdict = readVerdict(confidence);
  return verdict === 'does-not-say'
    ? { kind: 'no-answer', verdict, reason: 'not-covered', confidence, citations, furtherPassageIds }
    : { kind: 'answer', verdict, confidence, citations, furtherPassageIds };
}

/** The beginning as the answer: as sure as an answer is at least. */
function tellOpening(opening: readonly Passage[]): Answer {
  return {
    kind: 'answer',
    verdict: 'answers',
    confidence: verdictThresholds.answers,
    citations: opening.flatMap((passage, place) => {
      const [sentence] = passage.sentences;
      return sentence === undefined
        ? []
        : [citePassage(passage, { number: place + 1, sentence, highlight: null })];
    }),
    furtherPassageIds: [],
  };
}

/** From this likeness on a question is one that somebody wrote down for the passage, but for words that say little. */
const sameQuestionMin = 0.8;
/** Even then it may ask for something beside it. */
const vouchedMax = 0.97;

/** What a question written down beforehand is sure of by itself, 0 to 1 in two decimals; 0 where none is like it. */
function vouchFor(first: Reading | undefined): number {
  const likeness = first?.candidate.likeness ?? 0;
  return likeness < sameQuestionMin ? 0 : Math.round(100 * Math.min(vouchedMax, likeness)) / 100;
}

function withoutCitations(reason: 'no-terms' | 'nothing-found'): NoAnswer {
  return {
    kind: 'no-answer',
    verdict: 'does-not-say',
    reason,
    confidence: 0,
    citations: [],
    furtherPassageIds: [],
  };
}

/** The reading as a citation; nothing where its article is not in the index. */
function cite(
  index: PassageIndex,
  { candidate: { passage }, chosen: { sentence } }: Reading,
  { candidates, number }: { readonly candidates: Candidates; readonly number: number },
): Citation[] {
  const parts = index.recall(passage.articleId, readArticleParts)?.partsOf(sentence);
  if (parts === undefined) return [];
  const { terms, expected, unit, questionForms } = candidates;
  const highlight = chooseHighlight({
    sentence: parts,
    terms,
    nearness: index.wordNearness(terms, passage.language),
    expected,
    unit,
    questionForms,
  });
  return [
    citePassage(passage, {
      number,
      sentence,
      highlight: highlight && {
        start: sentence.start + highlight.start,
        end: sentence.start + highlight.end,
      },
    }),
  ];
}

function citePassage(
  { id, articleId, version, paragraph, start, end }: Passage,
  shown: Pick<Citation, 'number' | 'sentence' | 'highlight'>,
): Citation {
  return { passageId: id, articleId, version, paragraph, start, end, ...shown };
}
