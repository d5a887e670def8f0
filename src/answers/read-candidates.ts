/** A question enters, the passages that may answer it leave in order, each with its best sentence and its signals. */
import type { Article } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import type { ExaminedPassage, PassageIndex, QueryTerm } from '../retrieval/passage.ts';
import type { Question } from './answer.ts';
import { blockOf, chooseSentences, type ChosenSentence } from './choose-sentence.ts';
import { asksWhoIs } from './definitions.ts';
import { asksWhat, readExpectedAnswer, type ExpectedAnswer } from './expected-answer.ts';
import { readExpectedUnit, type ExpectedUnit } from './expected-unit.ts';
import { rankingWeights } from './fitted-weights.ts';
import { gatherQuestion, isIncomplete } from './gather-question.ts';
import { readEvidence } from './read-evidence.ts';
import { readSentenceShapes } from './sentence-shapes.ts';
import { readArticleLetters, weighLetters } from './weigh-letters.ts';
import type { Evidence } from './weigh-evidence.ts';
import { readSignals, weighSignals, type RankingSignals, type RankingWeights } from './weigh-passage.ts';

/** Passages looked at for one question. */
const examinedMax = 20;

/** A candidate passage with its best sentence. */
export interface Reading {
  readonly candidate: ExaminedPassage;
  readonly chosen: ChosenSentence;
  readonly signals: RankingSignals;
  /** What the signals weigh; with `wordingLead`, what readings are put in order by. */
  readonly score: number;
}

/** What was looked for, and what may answer. */
export interface Candidates {
  /** Empty when the question has nothing but stop words. */
  readonly terms: readonly QueryTerm[];
  readonly expected: ExpectedAnswer;
  /** Of which unit the figure must be; undefined where the question does not tell. */
  readonly unit: ExpectedUnit | undefined;
  /** Every form of every word that the asker knows already. */
  readonly questionForms: ReadonlySet<string>;
  /** Best first; empty when nothing matches. */
  readonly readings: readonly Reading[];
  /** What speaks for the first reading; undefined without one. */
  readonly evidence: Evidence | undefined;
}

/** The passages that may answer, best first. Never throws, whatever the text. */
export function readCandidates(
  index: PassageIndex,
  question: Question,
  weights: RankingWeights = rankingWeights,
): Candidates {
  const scope = question.articleId === undefined ? {} : { articleId: question.articleId };
  const { terms, candidates } = index.examine(gatherQuestion(question), examinedMax, scope);
  const expected = readExpected(question, index.articles.get(candidates[0]?.passage.articleId ?? ''));
  const unit = readExpectedUnit(question.text);
  const questionForms = formsOfQuestion(question.text, terms);
  const sentences = chooseSentences(candidates, terms, (articleId) => {
    const shapes = index.recall(articleId, readSentenceShapes);
    return shapes && { shapes, expected, unit, questionForms };
  });
  const letters = weighLetters(
    question.text,
    candidates.map(
      ({ passage }) =>
        index.recall(passage.articleId, readArticleLetters)?.runsOf(passage) ?? new Int32Array(),
    ),
  );
  const readings = candidates.flatMap((candidate, place): Reading[] => {
    const article = index.articles.get(candidate.passage.articleId);
    const chosen = sentences.get(candidate.passage.id);
    if (article === undefined || chosen === undefined) return [];
    const signals = readSignals(candidate, chosen, {
      expected,
      unit,
      sentence: article.text.slice(chosen.sentence.start, chosen.sentence.end),
      letters: letters[place] ?? 0,
    });
    return [{ candidate, chosen, signals, score: weighSignals(signals, weights) }];
  });
  const ranked = orderInterviews(
    index.articles,
    orderWithinBlocks(readings.sort((a, b) => leadOf(b) - leadOf(a) || a.candidate.rank - b.candidate.rank)),
  );
  const asked = { terms, expected, unit, questionForms, readings: ranked };
  return { ...asked, evidence: readFirst(index, question, asked) };
}

/** What speaks for the first reading; undefined without one. */
function readFirst(
  index: PassageIndex,
  question: Question,
  { terms, expected, readings }: Omit<Candidates, 'evidence'>,
): Evidence | undefined {
  const [first] = readings;
  const article = first && index.articles.get(first.candidate.passage.articleId);
  if (first === undefined || article === undefined) return undefined;
  const { passage } = first.candidate;
  const { start, end } = first.chosen.sentence;
  const place = passage.sentences.findIndex((sentence) => sentence.start === start);
  return readEvidence({
    ...first,
    question: question.text,
    terms,
    expected,
    passage: article.text.slice(passage.start, passage.end),
    sentence: article.text.slice(start, end),
    defines: first.signals.defines,
    nearness: index.nearness(passage, place, terms),
    scores: readings.map(({ score }) => score),
  });
}

/** How far a passage is put before others whose question somebody wrote down in the very words; above any other signal. */
const wordingLead = 2;

function leadOf({ score, candidate }: Reading): number {
  return score + wordingLead * (candidate.likeness ?? 0);
}

/** Passages of one long paragraph keep its places and take them in the order of their best sentences. */
function orderWithinBlocks(ranked: readonly Reading[]): Reading[] {
  const inOrder = Map.groupBy(ranked, ({ candidate }) => blockOf(candidate));
  for (const [block, readings] of inOrder) {
    inOrder.set(
      block,
      [...readings].sort((a, b) => b.chosen.score - a.chosen.score),
    );
  }
  return ranked.flatMap(({ candidate }) => inOrder.get(blockOf(candidate))?.shift() ?? []);
}

/** Whoever asks in the interviewer's own words wants what is said below them: that takes their place, they the next. */
function orderInterviews(articles: ReadonlyMap<string, Article>, ranked: readonly Reading[]): Reading[] {
  const ordered = [...ranked];
  for (const asking of ranked.filter((reading) => onlyAsks(reading, articles))) {
    const place = ordered.indexOf(asking);
    const answer = ordered.findIndex((reading) => answersBelow(asking, reading));
    if (answer > place) ordered.splice(place, 0, ...ordered.splice(answer, 1));
  }
  return ordered;
}

/** Where somebody wrote down that the asking paragraph is the answer, it stays. */
function onlyAsks(
  { candidate: { passage, likeness } }: Reading,
  articles: ReadonlyMap<string, Article>,
): boolean {
  return likeness === undefined && articles.get(passage.articleId)?.text.charAt(passage.end - 1) === '?';
}

function answersBelow(asking: Reading, { candidate: { passage } }: Reading): boolean {
  const { articleId, blockIndex } = asking.candidate.passage;
  return (
    passage.articleId === articleId && passage.blockIndex === blockIndex + 1 && passage.kind === 'paragraph'
  );
}

/** What the question asks for, or the question before where it only goes on with that one. */
function readExpected({ text, previous }: Question, article: Article | undefined): ExpectedAnswer {
  const own = readExpectedAnswer(text);
  if (own.kind === 'person' && article !== undefined && asksWhoIs(text, article.text))
    return { ...own, kind: 'definition' };
  const before = previous.at(-1);
  return own.kind === 'other' && !asksWhat(text) && before !== undefined && isIncomplete(text)
    ? readExpectedAnswer(before)
    : own;
}

/** From here on a form is the word itself rather than one of the same meaning. */
const sameWordMin = 0.85;

/** Words of the same meaning are left out: naming them answers. */
function formsOfQuestion(text: string, terms: readonly QueryTerm[]): Set<string> {
  const forms = new Set<string>();
  for (const term of terms) {
    for (const [form, strength] of term.forms) if (strength >= sameWordMin) forms.add(form);
  }
  for (const token of analyseText(text, questionAnalysis)) for (const form of token.forms) forms.add(form);
  return forms;
}
