/**
 * Holds the questions to what their README promises: every answer word for word in its article,
 * nothing asked twice, the mix as stated, tuning and reporting apart by article.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadCorpus } from '../../src/articles/load-corpus.ts';
import { locateQuestion, parseWrittenQuestions } from '../../src/evaluation/judged-question.ts';
import { readWording } from '../../src/evaluation/wording.ts';

const folder = new URL('.', import.meta.url).pathname;
const corpora = await Promise.all([loadCorpus(`${folder}articles`), loadCorpus(`${folder}../../corpus`)]);
const articles = new Map(
  corpora.flatMap((corpus) => corpus.articles).map((article) => [article.id, article]),
);
const files = readdirSync(`${folder}questions`).sort();
const written = files.flatMap((file) =>
  parseWrittenQuestions(readFileSync(`${folder}questions/${file}`, 'utf8'), file).map((question) => ({
    ...question,
    file,
  })),
);
const judged = written.flatMap((question) => {
  const article = articles.get(question.article);
  const { file: _, ...asked } = question;
  return article === undefined ? [] : [{ article, question: locateQuestion(asked, article) }];
});
const split = z
  .strictObject({ tune: z.array(z.string()), report: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(`${folder}split.json`, 'utf8')));
const shipped = 'igor-babuschkin-tinggalkan-xai';

/** Lower case, letters and digits only, each letter that is drawn out once: what makes two texts the same question. */
function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/(\p{L})\1+/gu, '$1')
    .trim();
}

function wordsOf(text: string): Set<string> {
  return new Set(normalise(text).split(' '));
}

function shareOf(test_: (question: (typeof written)[number]) => boolean): number {
  return written.filter(test_).length / written.length;
}

describe('every question', () => {
  test('has an article that loads, and stands in the file named after it', () => {
    expect(corpora.flatMap(({ problems }) => problems)).toEqual([]);
    for (const { id, article, file } of written) {
      expect(articles.has(article), id).toBe(true);
      expect(file, id).toBe(`${article}.jsonl`);
      expect(id.startsWith(`${article}-`), id).toBe(true);
    }
  });

  test('with an answer finds it word for word in the paragraph it names', () => {
    // locateQuestion throws otherwise; what is left to check is that none was lost.
    expect(judged).toHaveLength(written.length);
    for (const { question } of judged) {
      expect(question.golds.length > 0, question.id).toBe(question.unanswerable === null);
    }
  });

  test('has an ID of its own and is asked once', () => {
    expect(new Set(written.map(({ id }) => id)).size).toBe(written.length);
    const asked = written.map(({ text, previous = [] }) => normalise([...previous, text].join(' / ')));
    expect(asked.filter((text, place) => asked.indexOf(text) !== place)).toEqual([]);
  });

  test('differs from every other of its article by more than a word or two', () => {
    const near = Object.values(Object.groupBy(written, ({ article }) => article)).flatMap((some = []) =>
      some.flatMap((one, place) =>
        some.slice(place + 1).flatMap((other) => {
          const [a, b] = [one, other].map(({ text, previous = [] }) =>
            wordsOf([...previous, text].join(' ')),
          );
          if (a === undefined || b === undefined) return [];
          return a.intersection(b).size / a.union(b).size > 0.7 ? [`${one.id} ~ ${other.id}`] : [];
        }),
      ),
    );
    expect(near).toEqual([]);
  });

  test('is a follow-up exactly where earlier questions are given', () => {
    for (const { id, style, previous } of written) {
      expect(style === 'followup', id).toBe(previous !== undefined);
    }
  });
});

describe('the mix', () => {
  test('is large enough, on the shipped article and beside it', () => {
    expect(written.length).toBeGreaterThanOrEqual(400);
    expect(written.filter(({ article }) => article === shipped).length).toBeGreaterThanOrEqual(80);
    expect(new Set(written.map(({ article }) => article)).size).toBeGreaterThanOrEqual(9);
  });

  test('holds a good quarter of questions without an answer, of every kind', () => {
    expect(shareOf(({ unanswerable }) => unanswerable !== undefined)).toBeGreaterThanOrEqual(0.25);
    const kinds = Object.groupBy(written, ({ unanswerable }) => unanswerable ?? 'answered');
    for (const kind of ['absent', 'swapped-name', 'wrong-number', 'off-topic', 'injection'] as const) {
      expect(kinds[kind]?.length ?? 0, kind).toBeGreaterThanOrEqual(10);
    }
  });

  test('speaks as members do', () => {
    const styles = Object.groupBy(written, ({ style }) => style);
    const counts = Object.entries(styles).map(([style, some = []]) => `${style} ${some.length}`);
    process.stdout.write(`questions by style: ${counts.join(', ')}\n`);
    for (const [style, least] of [
      ['casual', 100],
      ['formal', 80],
      ['abbreviated', 40],
      ['followup', 40],
      ['keywords', 30],
      ['mixed', 30],
      ['paraphrase', 30],
      ['typo', 30],
      ['yesno', 20],
      ['injection', 10],
      ['preamble', 10],
    ] as const) {
      expect(styles[style]?.length ?? 0, style).toBeGreaterThanOrEqual(least);
    }
    expect(shareOf(({ lang }) => lang === 'id')).toBeGreaterThanOrEqual(0.5);
    expect(shareOf(({ lang }) => lang === 'en')).toBeGreaterThanOrEqual(0.25);
    expect(shareOf(({ lang }) => lang === 'mixed')).toBeGreaterThanOrEqual(0.05);
  });

  test('words at least four in ten answerable questions unlike their paragraph', () => {
    const answerable = judged.filter(({ question }) => question.unanswerable === null);
    const far = answerable.filter(({ question, article }) => readWording(question, article) === 'far');
    process.stdout.write(`worded unlike the paragraph: ${far.length} of ${answerable.length}\n`);
    expect(far.length / answerable.length).toBeGreaterThanOrEqual(0.4);
  });
});

describe('the split', () => {
  test('puts every article with questions on exactly one side', () => {
    const asked = [...new Set(written.map(({ article }) => article))].sort();
    expect([...split.tune, ...split.report].sort()).toEqual(asked);
  });

  test('keeps the shipped article and at least three others for reporting', () => {
    expect(split.report).toContain(shipped);
    expect(split.report.length).toBeGreaterThanOrEqual(4);
    expect(split.tune.length).toBeGreaterThanOrEqual(4);
  });
});
