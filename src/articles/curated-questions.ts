/** The key `questions` of a front matter enters; what it asks, paragraph by paragraph, or the first thing wrong with it leaves. */
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { CuratedQuestions } from './article.ts';
import { quoteForMessage, type Finding } from './problem.ts';

/** Wordings of one article, at most. */
export const curatedWordingsMax = 200;
/** One wording in UTF-16 units, at most. */
export const curatedWordingLengthMax = 300;

/** Questions with the line of the file that begins them, from 1. */
export interface PlacedQuestions extends CuratedQuestions {
  readonly line: number;
}

/** What stands under `questions`. */
export type ReadQuestions =
  | { readonly ok: true; readonly questions: readonly PlacedQuestions[] }
  | { readonly ok: false; readonly finding: Finding };

const form = 'write "- paragraph: 3" and below it "ask:" with a list of questions';

/** Reads the value of the key; `line` is the key's own, `lineAt` gives that of a place in the YAML. Never throws. */
export function readCuratedQuestions(
  value: unknown,
  line: number,
  lineAt: (offset: number) => number,
): ReadQuestions {
  if (isEmpty(value)) return { ok: true, questions: [] };
  if (!isSeq<Node>(value)) return failure(line, `"questions" must be a list: ${form}`);
  const questions: PlacedQuestions[] = [];
  let wordingsLeft = curatedWordingsMax;
  for (const node of value.items) {
    const at = lineAt(node.range?.[0] ?? 0);
    const read = readEntry(node, at, lineAt);
    if (!read.ok) return read;
    wordingsLeft -= read.entry.wordings.length;
    if (wordingsLeft < 0) {
      return failure(at, `"questions" has more than ${curatedWordingsMax} wordings: keep the most asked`);
    }
    questions.push(read.entry);
  }
  return { ok: true, questions };
}

type ReadEntry =
  | { readonly ok: true; readonly entry: PlacedQuestions }
  | { readonly ok: false; readonly finding: Finding };

function readEntry(node: Node, line: number, lineAt: (offset: number) => number): ReadEntry {
  if (!isMap(node)) return failure(line, `an entry of "questions" must name its paragraph: ${form}`);
  const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  const unknown = keys.find((key) => key !== 'paragraph' && key !== 'ask');
  if (unknown !== undefined) {
    return failure(line, `an entry of "questions" has the key ${quoteForMessage(unknown)}: ${form}`);
  }
  const paragraph = node.get('paragraph');
  if (typeof paragraph !== 'string' || !/^\d{1,6}$/.test(paragraph)) {
    return failure(
      line,
      '"paragraph" must be the number a reader counts to, 0 for title and summary: write "paragraph: 3"',
    );
  }
  const ask = node.get('ask', true) as unknown;
  if (!isSeq<Node>(ask) || ask.items.length === 0) {
    return failure(line, `"ask" must be a list with at least one question: ${form}`);
  }
  const wordings: string[] = [];
  for (const item of ask.items) {
    const wording = readWording(item);
    const problem = refuseWording(wording);
    if (problem !== undefined) return failure(lineAt(item.range?.[0] ?? 0), problem);
    wordings.push(wording);
  }
  return { ok: true, entry: { paragraph: Number(paragraph), wordings, line } };
}

/** One line; empty for what is no text. */
function readWording(item: Node): string {
  return isScalar(item) && typeof item.value === 'string' ? item.value.replaceAll(/\s+/g, ' ').trim() : '';
}

function refuseWording(wording: string): string | undefined {
  if (!/\p{L}/u.test(wording)) {
    return 'a question under "ask" must be one text with words: write it in quotes if it holds a colon';
  }
  return wording.length > curatedWordingLengthMax
    ? `the question ${quoteForMessage(wording)} is longer than ${curatedWordingLengthMax} characters: shorten it`
    : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === '');
}

function failure(line: number, message: string) {
  return { ok: false as const, finding: { line, message } };
}
