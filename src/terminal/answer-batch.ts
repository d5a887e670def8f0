/**
 * The batch contract of the terminal: one JSON object a line in, one a line out, in order. Its
 * shapes are documented in the README and must not change.
 */
import type { Citation, Question } from '../answers/answer.ts';
import { answerQuestion } from '../answers/answer-question.ts';
import type { PassageIndex } from '../retrieval/passage.ts';
import { lineLengthMax, splitLines, type InputLine } from './split-lines.ts';

/** Longest question, and longest earlier one, that is answered, in UTF-16 units. */
export const questionLengthMax = 10_000;
/** Most earlier questions of one line. */
export const previousMax = 100;

/** One line of output, keys in this order. */
export type BatchReply =
  | {
      readonly id: string;
      readonly status: 'answered' | 'no-answer';
      readonly confidence: number;
      readonly citations: readonly BatchCitation[];
    }
  | { readonly id: string | null; readonly error: string };

/** Offsets are UTF-16 units into the article's snapshot; `text` is exactly `[start, end)` of it. */
export interface BatchCitation {
  readonly article: string;
  readonly paragraph: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly highlight: { readonly start: number; readonly end: number } | null;
}

/** What is needed of a stream to write to it and wait for it. */
export interface LineSink {
  /** Resolves when the next line may be written. */
  write(line: string): Promise<void>;
}

/**
 * Answers every line of the input in order and writes one line each; blank lines are skipped but
 * counted. Reads on only when the line before has been taken.
 * @returns how many lines gave an error.
 */
export async function answerBatch(
  index: PassageIndex,
  streams: { readonly input: AsyncIterable<Uint8Array>; readonly output: LineSink },
): Promise<number> {
  let errorCount = 0;
  for await (const line of splitLines(streams.input)) {
    const reply = answerLine(index, line);
    if (reply === undefined) continue;
    if ('error' in reply) errorCount++;
    await streams.output.write(`${JSON.stringify(reply)}\n`);
  }
  return errorCount;
}

/**
 * The reply to one line, or undefined for a blank one. A malformed line has the id null; a readable
 * one that asks for an article the corpus does not have keeps its id.
 */
export function answerLine(index: PassageIndex, line: InputLine): BatchReply | undefined {
  const fail = (id: string | null, problem: string): BatchReply => ({
    id,
    error: `line ${line.number}: ${problem}`,
  });
  if (line.kind === 'too-long') {
    return fail(null, `longer than ${lineLengthMax} characters; split the question or its "previous"`);
  }
  if (line.kind === 'not-utf8') return fail(null, 'not valid UTF-8; save the questions as UTF-8');
  if (line.text.trim() === '') return undefined;
  const read = readRequest(line.text);
  if (typeof read === 'string') return fail(null, read);
  const { id, question } = read;
  if (question.articleId !== undefined && !index.articles.has(question.articleId)) {
    return fail(
      id,
      `no article has the id ${JSON.stringify(question.articleId)}; ids are file names without extension`,
    );
  }
  const outcome = answerQuestion(index, question);
  return {
    id,
    status: outcome.kind === 'answer' ? 'answered' : 'no-answer',
    confidence: outcome.confidence,
    citations: outcome.citations.map((citation) => readCitation(index, citation)),
  };
}

interface BatchRequest {
  readonly id: string;
  readonly question: Question;
}

/** The request, or what is wrong with it. Keys that the contract does not know are ignored. */
function readRequest(text: string): BatchRequest | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not valid JSON; expected an object such as {"id":"q1","text":"…"}';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'not a JSON object; expected {"id":"q1","text":"…"}';
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const id = fields.get('id');
  const question = fields.get('text');
  // An optional field may be left out or be null, as many programs write it.
  const previous = fields.get('previous') ?? [];
  const articleId = fields.get('article') ?? undefined;
  if (typeof id !== 'string') return '"id" must be a string';
  if (typeof question !== 'string') return '"text" must be a string';
  if (!isStringList(previous)) return '"previous" must be an array of strings, oldest first';
  if (question.length > questionLengthMax) return `"text" is longer than ${questionLengthMax} characters`;
  if (previous.length > previousMax) return `"previous" holds more than ${previousMax} questions`;
  if (previous.some((entry) => entry.length > questionLengthMax)) {
    return `"previous" holds a question longer than ${questionLengthMax} characters`;
  }
  if (articleId !== undefined && typeof articleId !== 'string') return '"article" must be a string';
  return { id, question: { text: question, previous, ...(articleId === undefined ? {} : { articleId }) } };
}

function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function readCitation(index: PassageIndex, citation: Citation): BatchCitation {
  const { articleId, paragraph, start, end, highlight } = citation;
  return {
    article: articleId,
    paragraph,
    text: index.articles.get(articleId)?.text.slice(start, end) ?? '',
    start,
    end,
    highlight: highlight && { start: highlight.start, end: highlight.end },
  };
}
