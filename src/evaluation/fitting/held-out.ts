/** Observed answers enter, the confidence of each leaves, by weights that have seen nothing of its article. */
import { fitEvents, type Event, type EventFitOptions } from './logistic.ts';
import type { AnswerEvent } from './observe.ts';

/** An answer with the confidence that it would have had. */
export interface HeldOutAnswer {
  readonly isTrue: boolean;
  readonly isRight: boolean;
  /** 0 to 1, two decimals. */
  readonly confidence: number;
}

/** The confidence of a row by these weights, 0 to 1 in two decimals; 0 where nothing was found. */
export function confidenceOf(row: readonly number[], weights: readonly number[]): number {
  if (row.length === 0) return 0;
  const sum = row.reduce((total, value, column) => total + value * (weights[column] ?? 0), 0);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

/** The events as weights answer them that are fitted to those seen. */
export function answerBy(
  events: readonly AnswerEvent[],
  seen: readonly Event[],
  fit: EventFitOptions,
): HeldOutAnswer[] {
  const weights = fitEvents(
    seen.filter(({ row }) => row.length > 0),
    fit,
  );
  return events.map(({ row, isTrue, isRight }) => ({
    isTrue,
    isRight,
    confidence: confidenceOf(row, weights),
  }));
}

/** Fits once for every article, without its events; `others` take part in every fit. In the order of the events. */
export function holdOutArticles(
  events: readonly AnswerEvent[],
  {
    weighted,
    others,
    fit,
  }: {
    /** The events as they are fitted to, in the same order. */
    readonly weighted: readonly Event[];
    readonly others: readonly Event[];
    readonly fit: EventFitOptions;
  },
): HeldOutAnswer[] {
  const answers = new Map<AnswerEvent, HeldOutAnswer>();
  for (const [articleId, of] of Map.groupBy(events, (event) => event.articleId)) {
    const seen = weighted.filter((_, place) => events[place]?.articleId !== articleId);
    for (const [place, answer] of answerBy(of, [...seen, ...others], fit).entries()) {
      const event = of[place];
      if (event !== undefined) answers.set(event, answer);
    }
  }
  return events.flatMap((event) => answers.get(event) ?? []);
}

/** The chance that an answerable question has more confidence than an unanswerable one; ties count half. */
export function rankAnswerable(answers: readonly HeldOutAnswer[]): number {
  const answerable = answers.filter(({ isTrue }) => isTrue);
  const others = answers.filter(({ isTrue }) => !isTrue);
  let wins = 0;
  for (const one of answerable) {
    for (const other of others) {
      if (one.confidence > other.confidence) wins += 1;
      else if (one.confidence === other.confidence) wins += 0.5;
    }
  }
  return wins / (answerable.length * others.length);
}
