/** Judged questions enter, what the sentence and span models learn from leaves: rows of signals, and which are right. */
import { groupOfKind, type KindGroup } from '../../answers/choice-model.ts';
import { readCandidates, type Candidates } from '../../answers/read-candidates.ts';
import { readSentence } from '../../answers/read-sentence.ts';
import { readSentenceParts } from '../../answers/sentence-parts.ts';
import { readSentenceShapes } from '../../answers/sentence-shapes.ts';
import { readSentenceSignals } from '../../answers/sentence-signals.ts';
import { findWordRuns } from '../../answers/span-candidates.ts';
import { createSpanSignalReader } from '../../answers/read-span-signals.ts';
import type { Article, Block, Span } from '../../articles/article.ts';
import type { PassageIndex } from '../../retrieval/passage.ts';
import type { Gold, JudgedQuestion } from '../judged-question.ts';

/** One question: rows of signals to choose among, and how right each is. */
export interface ChoiceExample {
  readonly group: KindGroup;
  readonly rows: readonly (readonly number[])[];
  /** By row, 0 to 1; at least one is 1. */
  readonly right: readonly number[];
  /** How much it counts, above 0. */
  readonly weight: number;
}

/** Examples for both models. */
export interface ChoiceExamples {
  readonly sentences: readonly ChoiceExample[];
  readonly spans: readonly ChoiceExample[];
}

/** Least agreement (F1 of characters) between the best run and the answer for a question to teach anything. */
const agreementMin = 0.5;

/** A run that agrees this much less than the best is a third as right; from half its agreement down, not at all. */
const closeScale = 0.05;
const closeShareMin = 0.5;

/** Examples of every question whose answer's words are known, each asked of its own paragraph. */
export function observeAnswers(
  set: { readonly articles: readonly Article[]; readonly questions: readonly JudgedQuestion[] },
  {
    buildIndex,
    weight,
  }: { readonly buildIndex: (articles: readonly Article[]) => PassageIndex; readonly weight: number },
): ChoiceExamples {
  const articles = new Map(set.articles.map((article) => [article.id, article]));
  const indexes = new Map<string, PassageIndex>();
  const sentences: ChoiceExample[] = [];
  const spans: ChoiceExample[] = [];
  for (const { text, previous, golds } of set.questions) {
    const gold = golds.find(({ spans: told }) => told.length > 0);
    const article = gold && articles.get(gold.articleId);
    if (gold === undefined || article === undefined) continue;
    const place = `${article.id}\n${gold.paragraph}`;
    const index = indexes.get(place) ?? buildIndex([onlyParagraph(article, gold)]);
    indexes.set(place, index);
    const candidates = readCandidates(index, { text, previous });
    const task = { article, index, gold, candidates, weight };
    sentences.push(...observeSentences(task));
    spans.push(...observeSpans(task));
  }
  return { sentences, spans };
}

interface Task {
  readonly article: Article;
  /** Of its paragraph alone. */
  readonly index: PassageIndex;
  readonly gold: Gold;
  readonly candidates: Candidates;
  readonly weight: number;
}

/** The article with its title, its headings and that paragraph; offsets stay. */
function onlyParagraph(article: Article, { paragraph }: Gold): Article {
  if (paragraph === null) return article;
  const isKept = (block: Block): boolean =>
    block.kind === 'title' || block.kind === 'heading' || block.paragraph === paragraph;
  // A heading that names its place by number would be another block's now.
  const blocks = article.blocks.filter(isKept).map((block, index): Block => {
    const { kind, start, end, sentences } = block;
    return { index, kind, paragraph: block.paragraph, start, end, sentences };
  });
  return { ...article, blocks };
}

function observeSentences({ article, gold, candidates, weight }: Task): ChoiceExample[] {
  const { terms, expected, unit, questionForms, readings } = candidates;
  const isRight = (sentence: Span): boolean => gold.spans.some((span) => saysMost(sentence, span));
  const found = readings.find(
    ({ candidate: { passage } }) => passage.kind !== 'title' && passage.sentences.some(isRight),
  );
  if (found === undefined) return [];
  const block = readings
    .map(({ candidate }) => candidate)
    .filter(({ passage }) => passage.blockIndex === found.candidate.passage.blockIndex)
    .sort((a, b) => a.passage.ordinal - b.passage.ordinal);
  const read = readSentenceSignals(block, terms, {
    shapes: readSentenceShapes(article),
    expected,
    unit,
    questionForms,
  });
  const right = read.map(({ sentence }) => Number(isRight(sentence)));
  if (!right.includes(0)) return [];
  return [
    {
      group: groupOfKind[expected.kind],
      rows: read.map(({ signals }) => Array.from(signals)),
      right,
      weight,
    },
  ];
}

function observeSpans({ article, index, gold, candidates, weight }: Task): ChoiceExample[] {
  const [answer] = gold.spans;
  const sentence = article.blocks
    .flatMap((block) => block.sentences)
    .find(({ start, end }) => answer !== undefined && start <= answer.start && answer.start < end);
  if (sentence === undefined) return [];
  const answers = gold.spans
    .filter(({ start }) => sentence.start <= start && start < sentence.end)
    .map(({ start, end }) => ({
      start: start - sentence.start,
      end: Math.min(end, sentence.end) - sentence.start,
    }));
  const { terms, expected, unit, questionForms } = candidates;
  const read = readSentence({
    sentence: readSentenceParts(article.text.slice(sentence.start, sentence.end), {
      articleText: article.text,
      language: article.language,
    }),
    terms,
    nearness: index.wordNearness(terms, article.language),
    expected,
    unit,
    questionForms,
  });
  const runs = findWordRuns(read);
  const agreements = runs.map((run) => Math.max(...answers.map((span) => agreement(run, span))));
  const most = Math.max(...agreements);
  if (!(most >= agreementMin)) return [];
  const right = agreements.map((value) =>
    value < most * closeShareMin ? 0 : Math.exp((value - most) / closeScale),
  );
  const readSignals = createSpanSignalReader(read);
  const rows = runs.map((run) => Array.from(readSignals(run)));
  return [{ group: groupOfKind[expected.kind], rows, right, weight }];
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function agreement(a: Span, b: Span): number {
  return (2 * shared(a, b)) / (a.end - a.start + b.end - b.start);
}

function saysMost(sentence: Span, answer: Span): boolean {
  const isWithin = answer.start <= sentence.start && sentence.end <= answer.end;
  return isWithin || shared(sentence, answer) * 2 >= answer.end - answer.start;
}
