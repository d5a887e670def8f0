/** Files of questions and their articles enter, sets ready to be asked leave. Reads files. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../articles/article.ts';
import { loadCorpus } from '../articles/load-corpus.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { splitSentences } from '../language/sentences.ts';
import { locateQuestion, parseWrittenQuestions, type JudgedQuestion } from './judged-question.ts';
import { readPublicSet, type PublicSet } from './public-set.ts';

const relevanceFolder = path.resolve(import.meta.dirname, '../../tests/relevance');
const corpusFolder = path.resolve(import.meta.dirname, '../../corpus');

const splitSchema = z.strictObject({ tune: z.array(z.string()), report: z.array(z.string()) });

async function loadOwnArticles(): Promise<Article[]> {
  const folders = [path.join(relevanceFolder, 'articles'), corpusFolder];
  const loaded = await Promise.all(folders.map(loadCorpus));
  const problem = loaded.flatMap(({ problems }) => problems)[0];
  if (problem !== undefined) throw new Error(`${problem.file}: ${problem.message}`);
  return loaded.flatMap(({ articles }) => articles);
}

/**
 * Our own questions with their articles.
 * @throws Error naming the file that cannot be read.
 */
export async function loadOwnSet(splitName: string): Promise<PublicSet> {
  const splitText = await readFile(path.join(relevanceFolder, 'split.json'), 'utf8');
  const split = splitSchema.parse(JSON.parse(splitText));
  const known = new Set([...split.tune, ...split.report]);
  const wanted = splitName === 'all' ? known : new Set(splitName === 'tune' ? split.tune : split.report);
  const articles = (await loadOwnArticles()).filter(({ id }) => known.has(id));
  const questionsFolder = path.join(relevanceFolder, 'questions');
  const files = (await readdir(questionsFolder)).filter((file) => file.endsWith('.jsonl')).sort();
  const questions: JudgedQuestion[] = [];
  for (const file of files) {
    const written = parseWrittenQuestions(await readFile(path.join(questionsFolder, file), 'utf8'), file);
    for (const question of written.filter(({ article }) => wanted.has(article))) {
      const article = articles.find(({ id }) => id === question.article);
      if (article === undefined)
        throw new Error(`${question.id}: no article has the id "${question.article}"`);
      questions.push(locateQuestion(question, article));
    }
  }
  return { articles, questions };
}

/** Where a public set stands. */
export interface PublicSetPlace {
  readonly folder: string;
  /** Its passages, where they stand in another file. */
  readonly passagesFile: string | undefined;
  /** Whether titles are part of its articles. */
  readonly withTitles: boolean;
}

/** A set whose files stand together, its titles no part of its articles. */
export function inPlace(folder: string): PublicSetPlace {
  return { folder, passagesFile: undefined, withTitles: false };
}

/**
 * A public set.
 * @throws Error naming the file that cannot be read.
 */
export async function loadPublicSet({
  folder,
  passagesFile,
  withTitles,
}: PublicSetPlace): Promise<PublicSet> {
  const unanswerable = await readIfThere(path.join(folder, 'unanswerable.jsonl'));
  const files = {
    passages: await readFile(passagesFile ?? path.join(folder, 'passages.jsonl'), 'utf8'),
    queries: await readFile(path.join(folder, 'queries.jsonl'), 'utf8'),
    ...(unanswerable === undefined ? {} : { unanswerable }),
  };
  return readPublicSet(files, { detectLanguage, splitSentences }, { withTitles });
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Questions with an answer that confidence is fitted to, of each public set; as many without. */
export const confidenceQuestionsMax = 1000;

/** At most so many questions of a public set with an answer, and as many without, evenly spread. */
export async function loadPublicSample(folder: string, questionsMax: number): Promise<PublicSet> {
  const set = await loadPublicSet(inPlace(folder));
  const answerable = set.questions.filter(({ unanswerable }) => unanswerable === null);
  const others = set.questions.filter(({ unanswerable }) => unanswerable !== null);
  const questions = [answerable, others].flatMap((some) => takeEvenly(some, questionsMax));
  return { articles: set.articles, questions };
}

/** About `limit` of the values, evenly spread over them. */
export function takeEvenly<Value>(values: readonly Value[], limit: number): Value[] {
  const step = Math.max(1, values.length / limit);
  return values.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}
