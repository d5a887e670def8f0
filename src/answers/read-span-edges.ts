/** How a run of words begins and ends, and what stands before and behind it. */
import type { ReadSentence } from './read-sentence.ts';
import type { WordRun } from './span-candidates.ts';
import { spanSignalPlaces as at, type SpanSignalRow } from './span-signals.ts';
import type { WordRole } from './word-roles.ts';

const beginSignals: Partial<Record<WordRole, number>> = {
  place: at.beginsPlace,
  time: at.beginsTime,
  cause: at.beginsCause,
  purpose: at.beginsPurpose,
  relative: at.beginsRelative,
  copula: at.beginsCopula,
  with: at.beginsWith,
  negation: at.beginsNegation,
  auxiliary: at.beginsAuxiliary,
  agent: at.beginsAgent,
  and: at.beginsAnd,
  contrast: at.beginsContrast,
  pronoun: at.beginsPronoun,
};
const afterSignals: Partial<Record<WordRole, number>> = {
  place: at.afterPlace,
  time: at.afterTime,
  cause: at.afterCause,
  purpose: at.afterPurpose,
  copula: at.afterCopula,
  naming: at.afterNaming,
  agent: at.afterAgent,
  with: at.afterWith,
  relative: at.afterRelative,
  about: at.afterAbout,
  says: at.afterSays,
  and: at.afterAnd,
  auxiliary: at.afterAuxiliary,
  content: at.afterContent,
  determiner: at.afterDeterminer,
};
const behindSignals: Partial<Record<WordRole, number>> = {
  content: at.beforeContent,
  relative: at.beforeRelative,
  and: at.beforeAnd,
  place: at.beforePlace,
  time: at.beforeTime,
  copula: at.beforeCopula,
  purpose: at.beforePurpose,
  contrast: at.beforeContrast,
  says: at.beforeSays,
  auxiliary: at.beforeAuxiliary,
  agent: at.beforeAgent,
};

/** Adds how it begins and what stands before it. */
export function addBeginning(row: SpanSignalRow, { words }: ReadSentence, run: WordRun): void {
  const first = words[run.first];
  const before = words[run.first - 1];
  if (first === undefined) return;
  row[at.beginsSmall] = Number(first.role !== 'content');
  const begins = beginSignals[first.role];
  if (begins !== undefined) row[begins] = 1;
  row[at.beginsVerb] = Number(first.isVerb);
  row[at.opensSentence] = Number(before === undefined);
  const hasMark = /[^\s]/u.test(first.gapBefore);
  const hasComma = first.gapBefore.includes(',');
  row[at.afterComma] = Number(hasComma);
  row[at.afterColon] = Number(first.gapBefore.includes(':'));
  row[at.apposition] = Number(
    /^[,(]|\s\($/u.test(first.gapBefore) && before?.isCapital === true && before.isAsked,
  );
  if (before === undefined) return;
  if (hasMark) {
    row[at.afterMark] = Number(!hasComma);
    return;
  }
  row[at.afterMatched] = Number(before.matched > 0);
  row[at.afterAsked] = Number(before.isAsked);
  row[at.afterVerb] = Number(before.isVerb);
  const after = afterSignals[before.role];
  if (after !== undefined) row[after] = 1;
}

/** Adds how it ends and what stands behind it. */
export function addEnd(row: SpanSignalRow, { words }: ReadSentence, run: WordRun): void {
  const next = words[run.last + 1];
  row[at.closesSentence] = Number(next === undefined);
  if (next === undefined) return;
  row[at.beforeVerb] = Number(next.isVerb);
  const hasComma = next.gapBefore.includes(',');
  row[at.beforeAskedName] = Number(next.isCapital && next.isAsked);
  row[at.beforeComma] = Number(hasComma);
  if (/[^\s]/u.test(next.gapBefore)) {
    row[at.beforeMark] = Number(!hasComma);
    return;
  }
  row[at.beforeMatched] = Number(next.matched > 0);
  const behind = behindSignals[next.role];
  if (behind !== undefined) row[behind] = 1;
}
