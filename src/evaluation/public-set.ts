/**
 * Public question sets in the form `passages.jsonl`, `queries.jsonl` and, optionally,
 * `unanswerable.jsonl`: every passage becomes an article of one paragraph, word for word.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article, Block, Span } from '../articles/article.ts';
import type { Language } from '../language/language.ts';
import { findAnswer, parseJsonLines, type Gold, type JudgedQuestion } from './judged-question.ts';

const passageSchema = z.object({ id: z.string(), title: z.string(), text: z.string().min(1) });
const querySchema = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.enum(['id', 'en']),
  gold: z.array(z.string()).min(1),
  answer: z.string(),
  /** UTF-16 units from the beginning of the passage; -1 where not known. */
  start: z.int(),
});
const unanswerableSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** Read from the words where a set does not tell it. */
  lang: z.enum(['id', 'en']).optional(),
  passage: z.string(),
});

/** A passage of a public set. */
export type PublicPassage = z.infer<typeof passageSchema>;

/** The texts of a set's files. */
export interface PublicSetFiles {
  readonly passages: string;
  readonly queries: string;
  /** Absent where the set has no questions without an answer. */
  readonly unanswerable?: string;
}

/** What reads the language of a text and divides it into sentences. */
export interface TextReader {
  detectLanguage(text: string): Language;
  splitSentences(text: string, language: Language): readonly Span[];
}

/** A set ready to be asked. */
export interface PublicSet {
  readonly articles: readonly Article[];
  readonly questions: readonly JudgedQuestion[];
}

/**
 * The set as articles and questions; titles are part of an article only with `withTitles`.
 * @throws Error naming the file and line that is not of the form.
 */
export function readPublicSet(
  files: PublicSetFiles,
  reader: TextReader,
  { withTitles }: { readonly withTitles: boolean },
): PublicSet {
  const articles = parseJsonLines(files.passages, 'passages.jsonl', passageSchema).map((passage) =>
    buildPassageArticle(withTitles ? passage : { ...passage, title: '' }, reader),
  );
  const articlesById = new Map(articles.map((article) => [article.id, article]));
  const answerable = parseJsonLines(files.queries, 'queries.jsonl', querySchema).map(
    (query): JudgedQuestion => ({
      id: query.id,
      text: query.text,
      lang: query.lang,
      style: 'public',
      previous: [],
      articleId: query.gold[0] ?? '',
      golds: query.gold.map((id) => locateGold(query, articlesById.get(id), id)),
      unanswerable: null,
    }),
  );
  const unanswerable = parseJsonLines(files.unanswerable ?? '', 'unanswerable.jsonl', unanswerableSchema).map(
    (question): JudgedQuestion => ({
      id: question.id,
      text: question.text,
      lang: question.lang ?? reader.detectLanguage(question.text),
      style: 'public',
      previous: [],
      articleId: question.passage,
      golds: [],
      unanswerable: 'public-set',
    }),
  );
  return { articles, questions: [...answerable, ...unanswerable] };
}

function locateGold(
  { answer, start }: { readonly answer: string; readonly start: number },
  article: Article | undefined,
  articleId: string,
): Gold {
  const body = article?.blocks.find((block) => block.kind === 'paragraph');
  if (article === undefined || body === undefined || start < 0 || answer === '') {
    return { articleId, paragraph: null, spans: [] };
  }
  const told = { start: body.start + start, end: body.start + start + answer.length };
  const stands = article.text.slice(told.start, told.end) === answer;
  const spans = findAnswer(article.text, answer, body);
  // The place the set names counts even where it cuts a word.
  if (stands && !spans.some((span) => span.start === told.start)) spans.push(told);
  return { articleId, paragraph: null, spans };
}

/** The passage as an article: its title where it has one, then its text as the only paragraph. */
export function buildPassageArticle(passage: PublicPassage, reader: TextReader): Article {
  const title = passage.title.trim();
  const language = reader.detectLanguage(passage.text);
  const text = title === '' ? passage.text : `${title}\n\n${passage.text}`;
  const blocks: Block[] = [];
  const addBlock = (kind: Block['kind'], start: number, end: number): void => {
    const sentences = reader
      .splitSentences(text.slice(start, end), language)
      .map((span, place) => ({ number: place + 1, start: start + span.start, end: start + span.end }));
    const paragraph = kind === 'title' ? 0 : 1;
    blocks.push({ index: blocks.length, kind, paragraph, start, end, sentences });
  };
  if (title !== '') addBlock('title', 0, title.length);
  addBlock('paragraph', text.length - passage.text.length, text.length);
  return {
    id: passage.id,
    title,
    language,
    text,
    version: createHash('sha256').update(text, 'utf8').digest('hex'),
    blocks,
  };
}
