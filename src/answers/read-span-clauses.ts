/** Where a run of words stands: near which words of the question, in which clause, beside which verbs, in a list or not. */
import type { PreparedSpans } from './prepare-spans.ts';
import type { WordRun } from './span-candidates.ts';
import { spanSignalPlaces as at, type SpanSignalRow } from './span-signals.ts';

/** Words to either side whose matches count as around the run. */
const windowWords = 6;

/** Adds how near the question's words stand. */
export function addMatchesAround(row: SpanSignalRow, { read: { words } }: PreparedSpans, run: WordRun): void {
  let [before, behind, gapSum, weightSum] = [0, 0, 0, 0];
  let [gapBefore, gapBehind] = [Infinity, Infinity];
  for (let place = 0; place < words.length; place++) {
    const matched = words[place]?.matched ?? 0;
    if (matched === 0) continue;
    const gap = place < run.first ? run.first - place : place > run.last ? place - run.last : 0;
    gapSum += matched * Math.log2(1 + gap);
    weightSum += matched;
    if (gap === 0) continue;
    if (place < run.first) {
      gapBefore = Math.min(gapBefore, gap);
      if (gap <= windowWords) before += matched;
    } else {
      gapBehind = Math.min(gapBehind, gap);
      if (gap <= windowWords) behind += matched;
    }
  }
  row[at.matchedBefore] = Math.min(2, before);
  row[at.matchedBehind] = Math.min(2, behind);
  row[at.noneBefore] = Number(gapBefore === Infinity);
  row[at.noneBehind] = Number(gapBehind === Infinity);
  if (gapBefore < Infinity) row[at.gapBefore] = Math.log2(gapBefore);
  if (gapBehind < Infinity) row[at.gapBehind] = Math.log2(gapBehind);
  row[at.meanGap] = weightSum > 0 ? gapSum / weightSum : 0;
}

/** Adds how near words stand that are used like the question's. */
export function addNearAround(
  row: SpanSignalRow,
  { read: { words }, nearSum }: PreparedSpans,
  run: WordRun,
): void {
  let [inside, before, behind, gapSum] = [0, 0, 0, 0];
  for (let place = 0; place < words.length; place++) {
    const near = words[place]?.near ?? 0;
    if (near === 0) continue;
    const gap = place < run.first ? run.first - place : place > run.last ? place - run.last : 0;
    gapSum += near * Math.log2(1 + gap);
    if (gap === 0) inside += near;
    else if (gap > windowWords) continue;
    else if (place < run.first) before += near;
    else behind += near;
  }
  row[at.nearInside] = Math.min(2, inside);
  row[at.nearBefore] = Math.min(2, before);
  row[at.nearBehind] = Math.min(2, behind);
  row[at.meanNearGap] = nearSum > 0 ? gapSum / nearSum : 0;
  row[at.afterNear] = words[run.first - 1]?.near ?? 0;
  row[at.beforeNear] = words[run.last + 1]?.near ?? 0;
}

/** Adds how much of what the sentence matches stands in the clauses of the run, and the thing asked for beside it. */
export function addClause(row: SpanSignalRow, prepared: PreparedSpans, run: WordRun): void {
  const { read, clauseStarts, nextClauses, matchedSum, nearSum, clauseSums } = prepared;
  const { words } = read;
  const first = clauseStarts[run.first] ?? 0;
  const end = nextClauses[run.last] ?? words.length;
  const clause = first * words.length + end;
  let sum = clauseSums.get(clause);
  if (sum === undefined) {
    let [matched, near] = [0, 0];
    for (let place = first; place < end; place++) {
      matched += words[place]?.matched ?? 0;
      near += words[place]?.near ?? 0;
    }
    sum = { matched, near };
    clauseSums.set(clause, sum);
  }
  row[at.clauseMatched] = matchedSum === 0 ? 0 : sum.matched / matchedSum;
  row[at.clauseNear] = nearSum === 0 ? 0 : sum.near / nearSum;
  row[at.focusJustBefore] = Number(words[run.first - 1]?.isFocus ?? false);
  row[at.focusJustBehind] = Number(words[run.last + 1]?.isFocus ?? false);
  for (let place = Math.max(0, run.first - 3); place < run.first; place++) {
    if (words[place]?.isFocus === true) row[at.focusNearBefore] = 1;
  }
}

/** Adds what the verbs beside it do: whether they are asked about, and in the question's own voice. */
export function addVerbs(row: SpanSignalRow, prepared: PreparedSpans, run: WordRun): void {
  const { words } = prepared.read;
  const before = words[prepared.verbsBefore[run.first] ?? -1];
  const behind = words[prepared.verbsBehind[run.last] ?? -1];
  if (before !== undefined) {
    row[at.objectOfVerb] = 1;
    row[at.objectOfMatched] = before.matched;
    row[at.objectOfNear] = before.near;
    row[at.objectOfAsked] = Number(before.isAskedAsWritten);
    row[at.objectOfPassive] = Number(before.isPassive);
    row[at.objectOfMatchedPassive] = before.isPassive ? before.matched : 0;
  }
  if (behind !== undefined) {
    row[at.subjectOfVerb] = 1;
    row[at.subjectOfMatched] = behind.matched;
    row[at.subjectOfNear] = behind.near;
    row[at.subjectOfAsked] = Number(behind.isAskedAsWritten);
    row[at.subjectOfPassive] = Number(behind.isPassive);
    row[at.subjectOfMatchedPassive] = behind.isPassive ? behind.matched : 0;
  }
}

/** Adds whether it breaks a list, or has a whole one, and whether it is a clause. */
export function addLists(row: SpanSignalRow, prepared: PreparedSpans, run: WordRun): void {
  const { read, isListed, clauseStarts, nextClauses } = prepared;
  const goesOn = isListed[run.last + 1] === true;
  const begun = isListed[run.first] === true;
  let isList = false;
  for (let place = run.first + 1; place <= run.last; place++) isList ||= isListed[place] === true;
  row[at.listGoesOn] = Number(goesOn);
  row[at.listBegun] = Number(begun);
  row[at.isWholeList] = Number(isList && !goesOn && !begun);
  const beginsClause = clauseStarts[run.first] === run.first;
  const endsClause = nextClauses[run.last] === run.last + 1;
  const opening = read.words[run.first]?.role;
  row[at.isCauseClause] = Number(endsClause && opening === 'cause');
  row[at.isPurposeClause] = Number(endsClause && opening === 'purpose');
  row[at.isTimeClause] = Number(endsClause && opening === 'time');
  row[at.isClause] = Number(beginsClause && endsClause);
  row[at.inBrackets] = Number(
    beginsClause &&
      read.text[run.start - 1] === '(' &&
      /^[,.]?\)/u.test(read.text.slice(run.end, run.end + 2)),
  );
  row[at.placeShare] = run.first / read.words.length;
}
