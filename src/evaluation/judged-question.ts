/**
 * Questions with their right answers, from JSON lines. What leaves is the same shape for our own
 * questions and for public sets: a question and the places of an article that answer it.
 */
import { z } from 'zod';
import type { Article, Block, Span } from '../articles/article.ts';

/** Why the article has no answer to a question. */
export type UnanswerableKind =
  | 'absent'
  | 'swapped-name'
  | 'wrong-number'
  | 'off-topic'
  | 'injection'
  | 'public-set';

/** A place that answers a question. */
export interface Gold {
  readonly articleId: string;
  /** As `Block.paragraph`; null where every place of the article counts, as in public sets. */
  readonly paragraph: number | null;
  /** The answering words wherever they stand in that paragraph; empty where the set does not tell them. */
  readonly spans: readonly Span[];
}

/** A question with what is known about its answer. */
export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  readonly lang: 'id' | 'en' | 'mixed';
  /** How it is written: casual, typo, follow-up and so on; one word. */
  readonly style: string;
  /** Earlier questions of the conversation, oldest first. */
  readonly previous: readonly string[];
  /** The article it is asked of. */
  readonly articleId: string;
  /** Any of them is right; empty exactly when `unanswerable` is set. */
  readonly golds: readonly Gold[];
  readonly unanswerable: UnanswerableKind | null;
}

const questionSchema = z.strictObject({
  id: z.string().min(1),
  article: z.string().min(1),
  text: z.string().min(1),
  lang: z.enum(['id', 'en', 'mixed']),
  style: z.string().regex(/^[a-z]+$/),
  previous: z.array(z.string().min(1)).min(1).optional(),
  gold: z
    .array(z.strictObject({ paragraph: z.int().min(0), answer: z.string().min(1) }))
    .min(1)
    .optional(),
  unanswerable: z.enum(['absent', 'swapped-name', 'wrong-number', 'off-topic', 'injection']).optional(),
});

/** One line of a file of questions, as written. */
export type WrittenQuestion = z.infer<typeof questionSchema>;

/**
 * The questions of a file in its order; blank lines are skipped.
 * @throws Error naming the file and line when one is not JSON, not of the form, or has both or
 * neither of `gold` and `unanswerable`.
 */
export function parseWrittenQuestions(jsonLines: string, fileName: string): WrittenQuestion[] {
  return parseJsonLines(jsonLines, fileName, questionSchema).map((question, place) => {
    if ((question.gold === undefined) === (question.unanswerable === undefined)) {
      throw new Error(`${fileName}, question ${place + 1}: give either "gold" or "unanswerable"`);
    }
    return question;
  });
}

/**
 * Every value of a JSON-lines text, checked.
 * @throws Error naming the file and line of the first that does not fit.
 */
export function parseJsonLines<Value>(
  jsonLines: string,
  fileName: string,
  schema: z.ZodType<Value>,
): Value[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${fileName}, line ${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new Error(`${where} is not JSON`, { cause: error });
    }
    const checked = schema.safeParse(value);
    if (!checked.success) throw new Error(`${where}: ${z.prettifyError(checked.error)}`);
    return [checked.data];
  });
}

/**
 * The question with its answers found in the article.
 * @throws Error when an answer does not stand word for word in its paragraph.
 */
export function locateQuestion(written: WrittenQuestion, article: Article): JudgedQuestion {
  const golds = (written.gold ?? []).map(({ paragraph, answer }): Gold => {
    const spans = article.blocks
      .filter((block) => block.paragraph === paragraph && block.kind !== 'heading')
      .flatMap((block) => findAnswer(article.text, answer, block));
    if (spans.length === 0) {
      throw new Error(`${written.id}: paragraph ${paragraph} of ${article.id} does not say "${answer}"`);
    }
    return { articleId: article.id, paragraph, spans };
  });
  return {
    id: written.id,
    text: written.text,
    lang: written.lang,
    style: written.style,
    previous: written.previous ?? [],
    articleId: article.id,
    golds,
    unanswerable: written.unanswerable ?? null,
  };
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Where the answer stands in the block as whole words: the "2" of "2019" is no answer to "how many". */
export function findAnswer(text: string, answer: string, block: Span | Block): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(answer, block.start); at >= 0; at = text.indexOf(answer, at + 1)) {
    const end = at + answer.length;
    if (end > block.end) break;
    if (!cutsWord(text, at) && !cutsWord(text, end)) spans.push({ start: at, end });
  }
  return spans;
}

function cutsWord(text: string, offset: number): boolean {
  return wordCharacter.test(text[offset - 1] ?? ' ') && wordCharacter.test(text[offset] ?? ' ');
}
