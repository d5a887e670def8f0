import type { Language } from './language.ts';
import { findFigures } from './numbers/quantities.ts';

export { findDates } from './numbers/dates.ts';
export type { DateKind, DateMention } from './numbers/dates.ts';
export { findFigures, findQuantities } from './numbers/quantities.ts';
export type { Quantity, QuantityKind } from './numbers/quantities.ts';

/**
 * Canonical terms of the numbers and dates in a text, to stand beside its surface terms in an index: the same for words
 * and figures of both languages. A date also gives its coarser forms, so that "13 August" and "August 2025" meet
 * "13 Agustus 2025"; a percentage also gives its number. In order of place, unique. Never throws.
 */
export function numberForms(text: string, language: Language): readonly string[] {
  const { quantities, dates } = findFigures(text, language);
  const terms = [
    ...quantities.map(({ start, canonical, kind }) => ({
      start,
      forms: kind === 'percent' ? [canonical, canonical.slice(0, -1)] : [canonical],
    })),
    ...dates.map(({ start, canonical }) => ({
      start,
      forms: [canonical, ...coarser(canonical)],
    })),
  ];
  return [...new Set(terms.sort((a, b) => a.start - b.start).flatMap(({ forms }) => forms))];
}

function coarser(canonical: string): readonly string[] {
  const full = /^d:(\d{4})-(\d{2})-(\d{2})$/u.exec(canonical);
  if (full !== null) return [`d:--${full[2]}-${full[3]}`, `d:${full[1]}-${full[2]}`, `d:${full[1]}`];
  const partial = /^d:(\d{4})-\d{2}$/u.exec(canonical);
  return partial === null ? [] : [`d:${partial[1]}`];
}
