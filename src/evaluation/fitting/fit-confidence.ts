/** Judged questions enter, the weights of confidence leave, and how well they do on what they were not fitted to. */
import type { PublicSet } from '../public-set.ts';
import { answerBy, holdOutArticles, rankAnswerable, type HeldOutAnswer } from './held-out.ts';
import { fitEvents } from './logistic.ts';
import { observeEvents, type AnswerEvent, type Setting } from './observe.ts';

/** How much all public sets together count beside our own questions. */
const publicShare = 1;
const fit = { hold: 0.006, steps: 8 } as const;

/** What confidence is fitted to; in each part answerable and unanswerable questions weigh alike. */
export interface ConfidenceEvents {
  readonly own: readonly AnswerEvent[];
  readonly sets: readonly (readonly AnswerEvent[])[];
}

/** The evidence of all questions, each asked of its own article alone. */
export function observeConfidence(
  { own, sets }: { readonly own: PublicSet; readonly sets: readonly PublicSet[] },
  buildIndex: Setting['buildIndex'],
): ConfidenceEvents {
  const observe = (set: PublicSet, total: number): AnswerEvent[] =>
    balance(observeEvents(set, { buildIndex, isAlone: true }), total);
  return { own: observe(own, 1), sets: sets.map((set) => observe(set, publicShare / sets.length)) };
}

function balance(events: readonly AnswerEvent[], total: number): AnswerEvent[] {
  const trueCount = events.filter(({ isTrue }) => isTrue).length;
  return events.map((event) => ({
    ...event,
    weight: total / 2 / (event.isTrue ? trueCount : events.length - trueCount),
  }));
}

/** Weights fitted to everything, in the order of the columns. */
export function fitConfidence({ own, sets }: ConfidenceEvents): number[] {
  return fitEvents(
    [...own, ...sets.flat()].filter(({ row }) => row.length > 0),
    fit,
  );
}

/** Our own answers, each by weights that have seen nothing of its article. */
export function holdOutOwn({ own, sets }: ConfidenceEvents): HeldOutAnswer[] {
  return holdOutArticles(own, { weighted: own, others: sets.flat(), fit });
}

/** AUROC of every public set: by weights that have seen none of it, and by those that have seen its other passages. */
export function measureSets({ own, sets }: ConfidenceEvents): { unseen: number; otherPassages: number }[] {
  return sets.map((set) => {
    const others = [...own, ...sets.filter((other) => other !== set).flat()];
    const [left, right] = halve(set);
    const halves = [
      ...answerBy(left, [...others, ...right], fit),
      ...answerBy(right, [...others, ...left], fit),
    ];
    return { unseen: rankAnswerable(answerBy(set, others, fit)), otherPassages: rankAnswerable(halves) };
  });
}

/** Every second passage with all its questions, and the rest. */
function halve(events: readonly AnswerEvent[]): [AnswerEvent[], AnswerEvent[]] {
  const passages = [...new Set(events.map(({ articleId }) => articleId))];
  const left = new Set(passages.filter((_, place) => place % 2 === 0));
  return [
    events.filter(({ articleId }) => left.has(articleId)),
    events.filter(({ articleId }) => !left.has(articleId)),
  ];
}

/** The same events as if the columns were not there. */
export function withoutColumns(
  { own, sets }: ConfidenceEvents,
  columns: ReadonlySet<number>,
): ConfidenceEvents {
  const without = (events: readonly AnswerEvent[]): AnswerEvent[] =>
    events.map((event) => ({ ...event, row: event.row.filter((_, column) => !columns.has(column)) }));
  return { own: without(own), sets: sets.map(without) };
}
