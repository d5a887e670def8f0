/**
 * How long a question takes, from its text to its answer, beside plain MiniSearch's own search over
 * the same passages in the same run, and what loading the lexicon costs: `node src/bench/answer-speed.ts`.
 * The passages are sentences of our articles put together anew, with numbered names among them so
 * that large corpora have many words. Prints a table, writes nothing.
 */
import { createHash } from 'node:crypto';
import { answerQuestion } from '../answers/answer-question.ts';
import type { Article, Block } from '../articles/article.ts';
import { loadOwnSet } from '../evaluation/load-sets.ts';
import { loadKnowledge } from '../language/load-knowledge.ts';
import { buildPassageIndex } from '../retrieval/build-passage-index.ts';
import { buildPlainSearch } from '../retrieval/plain-search.ts';
import { formatTable, percentile } from './figures.ts';

const sizes = [13, 1_000, 10_000];
const passagesPerArticle = 20;
const questionsMax = 200;

const loadStarted = performance.now();
const knowledge = loadKnowledge();
const loadMs = performance.now() - loadStarted;
const own = await loadOwnSet('all');
const sentences = own.articles.flatMap(({ text, blocks, language }) =>
  blocks.flatMap((block) =>
    block.sentences.map(({ start, end }) => ({ text: text.slice(start, end), language })),
  ),
);
const questions = own.questions.filter((_, place) => place % 3 === 0).slice(0, questionsMax);

const header = [
  'passages',
  'build ms',
  'plain build ms',
  'answer p50 ms',
  'p99',
  'plain search p50 ms',
  'p99',
  'ratio p50',
];
process.stdout.write(
  `${formatTable([header, ...sizes.map(measure)])}\n\nLoading the lexicon and the colloquial lists: ${loadMs.toFixed(0)} ms\n`,
);

function measure(size: number): string[] {
  const articles = makeArticles(size);
  const buildStarted = performance.now();
  const index = buildPassageIndex(articles, { knowledge });
  const buildMs = performance.now() - buildStarted;
  const plainStarted = performance.now();
  const plain = buildPlainSearch(
    index.passages.map(({ id, articleId, start, end }) => ({
      id,
      title: '',
      text: index.articles.get(articleId)?.text.slice(start, end) ?? '',
    })),
  );
  const plainBuildMs = performance.now() - plainStarted;
  const answerMs: number[] = [];
  const plainMs: number[] = [];
  for (const round of ['warm-up', 'counted']) {
    for (const { text, previous } of questions) {
      const started = performance.now();
      answerQuestion(index, { text, previous });
      const between = performance.now();
      plain(text);
      const ended = performance.now();
      if (round === 'warm-up') continue;
      answerMs.push(between - started);
      plainMs.push(ended - between);
    }
  }
  const [answerMedian, plainMedian] = [percentile(answerMs, 50), percentile(plainMs, 50)];
  return [
    String(index.passages.length),
    buildMs.toFixed(0),
    plainBuildMs.toFixed(0),
    answerMedian.toFixed(2),
    percentile(answerMs, 99).toFixed(2),
    plainMedian.toFixed(2),
    percentile(plainMs, 99).toFixed(2),
    (answerMedian / plainMedian).toFixed(2),
  ];
}

/** Articles with that many passages in all: sentences in a fixed scatter, each with a name of its own. */
function makeArticles(size: number): Article[] {
  const articles: Article[] = [];
  for (let made = 0; made < size; made += passagesPerArticle) {
    const blocks: Block[] = [];
    let text = '';
    let language: Article['language'] = 'id';
    for (let place = 0; place < Math.min(passagesPerArticle, size - made); place++) {
      const start = text.length;
      const found: Block['sentences'][number][] = [];
      for (let number = 1; number <= 4; number++) {
        const seed = (made + place) * 4 + number;
        const picked = sentences[(seed * 7919) % sentences.length];
        if (picked === undefined) continue;
        ({ language } = picked);
        const from = text.length;
        text += `${picked.text} `;
        if (number === 4) text += `Nama${seed % 9973}o. `;
        found.push({ number, start: from, end: text.length - 1 });
      }
      blocks.push({
        index: place,
        kind: 'paragraph',
        paragraph: place + 1,
        start,
        end: text.length - 1,
        sentences: found,
      });
    }
    const version = createHash('sha256').update(text).digest('hex');
    articles.push({ id: `article-${made}`, title: '', language, text, version, blocks });
  }
  return articles;
}
