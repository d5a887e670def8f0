export interface SuggestionLimits {
  /** Suggestions of one member that wait for review, at most. */
  readonly openMax: number;
  /** Suggestions of one member within 24 hours, at most, whatever became of them. */
  readonly dayMax: number;
}

export const defaultSuggestionLimits = {
  openMax: 5,
  dayMax: 10,
} as const satisfies SuggestionLimits;

/** What the day of `dayMax` is: the last 24 hours, the same in every time zone. */
export const suggestionDayMs = 24 * 60 * 60 * 1_000;

export type SuggestionDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'too-many-open' | 'too-many-today' };

/** Whether a member who has made so many suggestions may make one more. */
export function decideSuggestion(
  counts: { readonly open: number; readonly today: number },
  limits: SuggestionLimits = defaultSuggestionLimits,
): SuggestionDecision {
  if (counts.open >= limits.openMax) return { ok: false, reason: 'too-many-open' };
  return counts.today >= limits.dayMax ? { ok: false, reason: 'too-many-today' } : { ok: true };
}
