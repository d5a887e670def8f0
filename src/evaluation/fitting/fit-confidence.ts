/** Judged questions enter, the weights of confidence leave, and how well they do on what they were not fitted to. */
import type { PublicSet } from '../public-set.ts';
import { answerBy, holdOutArticles, rankAnswerable, type HeldOutAnswer } from './held-out.ts';
import { fitEvents } from './logistic.ts';
import { makeTwins } from './make-twins.ts';
import { observeEvents, type AnswerEvent, type Setting } from './observe.ts';

/** How much all public sets together count beside our own questions. */
const publicShare = 1;
/** How much all twins of other sets count beside our own questions: half for the questions as they are. */
const twinsShare = { answerable: 0.25, elsewhere: 0.19, opposite: 0.06 } as const;
const fit = { hold: 0.006, steps: 8 } as const;

/** What confidence is fitted to; in each part answerable and unanswerable questions weigh alike. */
export interface ConfidenceEvents {
  readonly own: readonly AnswerEvent[];
  readonly sets: readonly (readonly AnswerEvent[])[];
  /** Of sets that are only taught from. */
  readonly twins: readonly AnswerEvent[];
}

/** What confidence is fitted to, before it is asked. */
export interface ConfidenceSets {
  readonly own: PublicSet;
  /** With questions that have no answer; also measured. */
  readonly sets: readonly PublicSet[];
  /** With answerable questions only, of which twins are made. */
  readonly twinned: readonly PublicSet[];
}

/** The evidence of all questions, each asked of its own article alone. */
export function observeConfidence(
  { own, sets, twinned }: ConfidenceSets,
  buildIndex: Setting['buildIndex'],
): ConfidenceEvents {
  const observe = (set: PublicSet): AnswerEvent[] => observeEvents(set, { buildIndex, isAlone: true });
  return {
    own: balance(observe(own), 1),
    sets: sets.map((set) => balance(observe(set), publicShare / sets.length)),
    twins: twinned.flatMap((set) => {
      const { answerable, elsewhere, opposite } = makeTwins(set, buildIndex);
      return [
        ...share(observe(answerable), twinsShare.answerable / twinned.length),
        ...share(observe(elsewhere), twinsShare.elsewhere / twinned.length),
        ...share(observe(opposite), twinsShare.opposite / twinned.length),
      ];
    }),
  };
}

function share(events: readonly AnswerEvent[], total: number): AnswerEvent[] {
  return events.map((event) => ({ ...event, weight: total / events.length }));
}

function balance(events: readonly AnswerEvent[], total: number): AnswerEvent[] {
  const trueCount = events.filter(({ isTrue }) => isTrue).length;
  return events.map((event) => ({
    ...event,
    weight: total / 2 / (event.isTrue ? trueCount : events.length - trueCount),
  }));
}

/** Weights fitted to everything, in the order of the columns. */
export function fitConfidence({ own, sets, twins }: ConfidenceEvents): number[] {
  return fitEvents(
    [...own, ...sets.flat(), ...twins].filter(({ row }) => row.length > 0),
    fit,
  );
}

/** Our own answers, each by weights that have seen nothing of its article. */
export function holdOutOwn({ own, sets, twins }: ConfidenceEvents): HeldOutAnswer[] {
  return holdOutArticles(own, { weighted: own, others: [...sets.flat(), ...twins], fit });
}

/** AUROC of every public set: by weights that have seen none of it, and by those that have seen its other passages. */
export function measureSets({
  own,
  sets,
  twins,
}: ConfidenceEvents): { unseen: number; otherPassages: number }[] {
  return sets.map((set) => {
    const others = [...own, ...sets.filter((other) => other !== set).flat(), ...twins];
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
  { own, sets, twins }: ConfidenceEvents,
  columns: ReadonlySet<number>,
): ConfidenceEvents {
  const without = (events: readonly AnswerEvent[]): AnswerEvent[] =>
    events.map((event) => ({ ...event, row: event.row.filter((_, column) => !columns.has(column)) }));
  return { own: without(own), sets: sets.map(without), twins: without(twins) };
}
