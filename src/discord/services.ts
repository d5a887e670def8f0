import type { Logger } from 'pino';
import type { Answer, NoAnswer, Question } from '../answers/answer.ts';
import { answerQuestion } from '../answers/answer-question.ts';
import type { PassageIndex } from '../retrieval/passage.ts';
import { createPassageResolver, type PassageResolver } from './passage-reference.ts';

/** Everything a command may use; built once by an entry file and passed down. */
export interface Services {
  readonly index: PassageIndex;
  /** Compact references into `index`. */
  readonly references: PassageResolver;
  /** What the articles say to that question: the same for every surface. */
  readonly answer: (question: Question) => Answer | NoAnswer;
  /** In a command: the interaction's own child logger. */
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The services over one index; their clock is the machine's. */
export function createServices(index: PassageIndex, log: Logger): Services {
  return {
    index,
    references: createPassageResolver(index),
    answer: (question) => answerQuestion(index, question),
    log,
    now: Date.now,
  };
}
