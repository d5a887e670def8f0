import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { answerQuestion } from '../answers/answer-question.ts';
import type { Answer, NoAnswer, Question } from '../answers/answer.ts';
import { carriedQuestions } from '../answers/gather-question.ts';
import type { PassageIndex } from '../retrieval/passage.ts';

/** Answers kept for one index: a few kilobytes each. */
export const answersKeptMax = 1_000;

/** What the articles of an index say to a question. */
export type AnswerQuestion = (index: PassageIndex, question: Question) => Answer | NoAnswer;

/**
 * `answerQuestion` with a memory: a popular question costs its answer once. An answer is a function of
 * index and question alone, so that one that is remembered is the one that would be given; it goes with
 * its index. What members wrote is not kept, only its digest.
 */
export function rememberAnswers(answer: AnswerQuestion = answerQuestion): AnswerQuestion {
  const byIndex = new WeakMap<PassageIndex, LRUCache<string, Answer | NoAnswer>>();
  return (index, question) => {
    const known = byIndex.get(index) ?? new LRUCache({ max: answersKeptMax });
    byIndex.set(index, known);
    const key = digestOf(question);
    const found = known.get(key);
    if (found !== undefined) return found;
    const outcome = answer(index, question);
    known.set(key, outcome);
    return outcome;
  };
}

/** Earlier questions only where they count: the same question is asked after many others. */
function digestOf(question: Question): string {
  const { text, articleId = null } = question;
  const asked = JSON.stringify([text, articleId, carriedQuestions(question)]);
  return createHash('sha256').update(asked).digest('base64');
}
