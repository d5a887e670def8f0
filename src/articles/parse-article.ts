/**
 * A file's text enters, an `Article` or the one thing that keeps it from being one leaves. The
 * snapshot is built here: title, summary and body blocks, each on one line, a blank line between.
 */
import { createHash } from 'node:crypto';
import { detectLanguage } from '../language/detect-language.ts';
import type { Language } from '../language/language.ts';
import { splitSentences } from '../language/sentences.ts';
import type { Article, Block, BlockKind, Sentence } from './article.ts';
import { readBlocks } from './body-blocks.ts';
import type { PlacedQuestions } from './curated-questions.ts';
import type { DraftBlock } from './body-blocks.ts';
import { readFrontMatter, titleLengthMax } from './front-matter.ts';
import type { FrontMatterFields } from './front-matter.ts';
import type { Markup } from './line-shape.ts';
import { isDeliberateBreak, looksLikeHeadline } from './paragraph-lines.ts';
import type { ArticleProblem, Finding } from './problem.ts';

export type { ArticleProblem } from './problem.ts';

/** What stands between two blocks of a snapshot. */
const blockSeparator = '\n\n';

/** Warnings for one file, at most; one more says how many were not listed. */
export const warningsMax = 20;

/** The outcome of reading one file; warnings are in the order of their lines. */
export type ParsedArticle =
  | { readonly ok: true; readonly article: Article; readonly warnings: ArticleProblem[] }
  | { readonly ok: false; readonly problem: ArticleProblem };

/** Front matter and body with the title in its place. */
interface Parts {
  readonly fields: FrontMatterFields;
  /** Undefined where the file has none: then a name made from the ID stands in, which is not citable. */
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly body: readonly DraftBlock[];
}

/**
 * Reads one file. `id` becomes the article's, `file` is the name for messages; a name that ends in
 * `.txt` is plain text, any other Markdown. Never throws. Pure: the same source, the same article.
 */
export function parseArticle({
  id,
  file,
  source,
}: {
  id: string;
  file: string;
  source: string;
}): ParsedArticle {
  const refuse = ({ line, message }: Finding): ParsedArticle => ({
    ok: false,
    problem: { file, line, message },
  });
  const unreadable = findUnreadable(source);
  if (unreadable !== null) return refuse(unreadable);
  const lines = splitLines(source);
  const frontMatter = readFrontMatter(lines);
  if (!frontMatter.ok) return refuse(frontMatter.finding);
  const { bodyLine, fields } = frontMatter;
  const markup: Markup = /\.txt$/i.test(file) ? 'plain' : 'markdown';
  const headline = markup === 'plain' && fields.title === undefined ? takeHeadline(lines, bodyLine) : null;
  const { blocks, warnings } = readBlocks(
    lines.slice(headline?.bodyLine ?? bodyLine),
    (headline?.bodyLine ?? bodyLine) + 1,
    markup,
  );
  const parts = nameParts(fields, blocks, headline);
  if (parts.body.length === 0) {
    return refuse({
      line: Math.max(1, Math.min(bodyLine + 1, lines.length)),
      message: 'there is no article here: write its text below the front matter or the title',
    });
  }
  const article = buildArticle(id, parts, frontMatter.questions);
  const misplaced = findMisplaced(frontMatter.questions, article);
  if (misplaced !== null) return refuse(misplaced);
  const found = [...frontMatter.warnings, ...warnings].sort((a, b) => a.line - b.line);
  return {
    ok: true,
    article,
    warnings: firstWarnings(found).map(({ line, message }) => ({ file, line, message })),
  };
}

function firstWarnings(found: readonly Finding[]): readonly Finding[] {
  const next = found[warningsMax];
  if (next === undefined) return found;
  const message = `${found.length - warningsMax} more lines of this file have something ignored: see to those above first`;
  return [...found.slice(0, warningsMax), { line: next.line, message }];
}

function findUnreadable(source: string): Finding | null {
  const nul = source.indexOf('\0');
  if (nul >= 0) {
    return {
      line: lineOf(source, nul),
      message: 'a NUL character stands here: this is no text file, or it must be saved again as UTF-8',
    };
  }
  if (source.isWellFormed()) return null;
  const broken = /[\uD800-\uDFFF]/u.exec(source);
  return {
    line: lineOf(source, broken?.index ?? 0),
    message: 'half a character (a lone surrogate) stands here: delete it',
  };
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n?|\n/).length;
}

function splitLines(source: string): string[] {
  // Word processors end a line inside a paragraph with a vertical tab or U+2028.
  return source.replace(/^\uFEFF/, '').split(/\r\n?|[\n\v\f\u2028\u2029]/);
}

/**
 * The title a plain text begins with: its first line, or the second below a one-line summary, as
 * feeds write it. Null where the first line is prose.
 */
function takeHeadline(
  lines: readonly string[],
  from: number,
): { title: string; summary?: string; bodyLine: number } | null {
  let first = from;
  while (first < lines.length && lines[first]?.trim() === '') first += 1;
  const [line = '', second = '', third = ''] = lines.slice(first, first + 3).map((text) => text.trim());
  const hasMore = lines.slice(first + 1).some((text) => text.trim() !== '');
  if (
    hasMore &&
    looksLikeHeadline(line, 150) &&
    (second === '' || (!/^\p{Ll}/u.test(second) && isDeliberateBreak(line, second, second.length)))
  ) {
    return { title: line, bodyLine: first + 1 };
  }
  const isSummary =
    line.length <= titleLengthMax && second.length < line.length && third.length > second.length;
  if (
    isSummary &&
    /[.!?]$/.test(line) &&
    looksLikeHeadline(second, 150) &&
    isDeliberateBreak(second, third, third.length)
  ) {
    return { title: second, summary: line, bodyLine: first + 2 };
  }
  return null;
}

function nameParts(
  fields: FrontMatterFields,
  blocks: readonly DraftBlock[],
  headline: { title: string; summary?: string } | null,
): Parts {
  const [first, ...others] = blocks;
  const leading =
    first !== undefined && first.level === 1 && first.text.length <= titleLengthMax ? first.text : undefined;
  const title = fields.title ?? headline?.title ?? leading;
  // The same headline in front matter and text is one headline.
  const body = leading !== undefined && leading === title ? others : blocks;
  return { fields, title, summary: fields.summary ?? headline?.summary, body };
}

/** Questions for a paragraph that the article does not have. */
function findMisplaced(questions: readonly PlacedQuestions[], { blocks }: Article): Finding | null {
  const isThere = (paragraph: number) =>
    blocks.some((block) => block.kind !== 'heading' && block.paragraph === paragraph);
  const misplaced = questions.find(({ paragraph }) => !isThere(paragraph));
  if (misplaced === undefined) return null;
  const { line, paragraph } = misplaced;
  const last = blocks.reduce((most, block) => Math.max(most, block.paragraph), 0);
  const message =
    paragraph === 0
      ? '"paragraph: 0" means title and summary, and this article has neither: write one, or name a paragraph'
      : `"questions" names paragraph ${paragraph}, and the article ends with paragraph ${last}: correct the number`;
  return { line, message };
}

function buildArticle(
  id: string,
  { fields, title, summary, body }: Parts,
  questions: readonly PlacedQuestions[],
): Article {
  const head: { kind: BlockKind; text: string }[] = [];
  if (title !== undefined) head.push({ kind: 'title', text: title });
  if (summary !== undefined) head.push({ kind: 'summary', text: summary });
  const drafts = [...head, ...body];
  const text = drafts.map((draft) => draft.text).join(blockSeparator);
  const language = fields.language ?? detectLanguage(text);
  return Object.freeze({
    id,
    title: title ?? titleFromId(id),
    language,
    ...pickKnown(fields),
    text,
    version: createHash('sha256').update(text, 'utf8').digest('hex'),
    blocks: placeBlocks(drafts, language),
    ...(questions.length > 0 && {
      questions: questions.map(({ paragraph, wordings }) => ({ paragraph, wordings })),
    }),
  });
}

function pickKnown({ author, publisher, published, url, licence }: FrontMatterFields) {
  return {
    ...(author !== undefined && { author }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(licence !== undefined && { licence }),
  };
}

/** `banjir-di-demak_2024` → `Banjir di demak 2024`. */
function titleFromId(id: string): string {
  const words = id.replaceAll(/[-_\s]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}

function placeBlocks(
  drafts: readonly { kind: BlockKind; text: string }[],
  language: Language,
): readonly Block[] {
  const paragraphs = drafts.filter(({ kind }) => isCounted(kind)).length;
  const blocks: Block[] = [];
  let start = 0;
  let counted = 0;
  let headingIndex: number | undefined;
  for (const [index, { kind, text }] of drafts.entries()) {
    if (isCounted(kind)) counted += 1;
    blocks.push(
      Object.freeze({
        index,
        kind,
        start,
        end: start + text.length,
        // A heading below the last paragraph has none to announce and keeps that one's number.
        paragraph: kind === 'heading' ? Math.min(counted + 1, paragraphs) : counted,
        ...(headingIndex !== undefined && { headingIndex }),
        sentences: placeSentences(text, start, language),
      }),
    );
    if (kind === 'heading') headingIndex = index;
    start += text.length + blockSeparator.length;
  }
  return Object.freeze(blocks);
}

function isCounted(kind: BlockKind): boolean {
  return kind === 'paragraph' || kind === 'list-item';
}

function placeSentences(text: string, offset: number, language: Language): readonly Sentence[] {
  const sentences = splitSentences(text, language).map(({ start, end }, index) =>
    Object.freeze({ number: index + 1, start: offset + start, end: offset + end }),
  );
  return Object.freeze(sentences);
}
