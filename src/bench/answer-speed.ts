/**
 * How long a question takes, from its text to its answer, beside plain MiniSearch's own search over
 * the same passages in the same run, and what it costs to start. The passages are sentences of our
 * articles put together anew, with numbered names among them so that large corpora have many words.
 */
import { answerQuestion } from '../answers/answer-question.ts';
import { loadOwnSet } from '../evaluation/load-sets.ts';
import type { LanguageKnowledge } from '../language/knowledge.ts';
import { loadKnowledge } from '../language/load-knowledge.ts';
import { buildPassageIndex } from '../retrieval/build-passage-index.ts';
import { buildPlainSearch } from '../retrieval/plain-search.ts';
import { makeArticles, type SampleSentence } from './synthetic-corpus.ts';

/** Passages of a single article, of a large server, and of far more than Kutip is made for. */
const sizes = [13, 1_000, 10_000];
const questionsMax = 200;

/** Milliseconds of every question on one corpus, both ways, in the same order. */
export interface CorpusSpeed {
  readonly passages: number;
  readonly answerMs: readonly number[];
  readonly plainMs: readonly number[];
  /** What building each index took. */
  readonly buildMs: number;
  readonly plainBuildMs: number;
}

export interface AnswerSpeed {
  /** From small to large. */
  readonly corpora: readonly CorpusSpeed[];
  /** Milliseconds that a process which does this first takes to read what is known of the languages. */
  readonly knowledgeMs: number;
}

type AskedQuestion = Awaited<ReturnType<typeof loadOwnSet>>['questions'][number];

/** Measures all sizes; takes some ten seconds and nothing of it is kept. */
export async function measureAnswerSpeed(): Promise<AnswerSpeed> {
  const started = performance.now();
  const knowledge = loadKnowledge();
  const knowledgeMs = performance.now() - started;
  const own = await loadOwnSet('all');
  const sentences = own.articles.flatMap(({ text, blocks, language }) =>
    blocks.flatMap((block) =>
      block.sentences.map(({ start, end }) => ({ text: text.slice(start, end), language })),
    ),
  );
  const questions = own.questions.filter((_, place) => place % 3 === 0).slice(0, questionsMax);
  const corpora = sizes.map((size) => measureCorpus(size, { knowledge, sentences, questions }));
  return { corpora, knowledgeMs };
}

interface Samples {
  readonly knowledge: LanguageKnowledge;
  readonly sentences: readonly SampleSentence[];
  readonly questions: readonly AskedQuestion[];
}

function measureCorpus(size: number, { knowledge, sentences, questions }: Samples): CorpusSpeed {
  const articles = makeArticles(sentences, size);
  const buildStarted = performance.now();
  const index = buildPassageIndex(articles, { knowledge });
  const buildMs = performance.now() - buildStarted;
  const documents = index.passages.map(({ id, articleId, start, end }) => ({
    id,
    title: '',
    text: index.articles.get(articleId)?.text.slice(start, end) ?? '',
  }));
  const plainStarted = performance.now();
  const plain = buildPlainSearch(documents);
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
  return { passages: index.passages.length, answerMs, plainMs, buildMs, plainBuildMs };
}
