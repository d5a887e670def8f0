/** Judged questions enter, what the weights are fitted to leaves: signals of passages, evidence of answers. */
import type { Question } from '../../answers/answer.ts';
import { readCandidates } from '../../answers/read-candidates.ts';
import { evidenceNames, type Evidence } from '../../answers/weigh-evidence.ts';
import { signalNames } from '../../answers/weigh-passage.ts';
import type { Article } from '../../articles/article.ts';
import { isIn } from '../judge.ts';
import type { JudgedQuestion } from '../judged-question.ts';
import type { Passage, PassageIndex } from '../../retrieval/passage.ts';
import type { Choice, Event } from './logistic.ts';

/** How each question is asked. */
export interface Setting {
  readonly buildIndex: (articles: readonly Article[]) => PassageIndex;
  /** One index per article, as on a server that has that one; otherwise one of all. */
  readonly isAlone: boolean;
}

interface AskedQuestion {
  readonly question: JudgedQuestion;
  readonly asked: Question;
  readonly index: PassageIndex;
}

/** The passages of every answerable question, as a choice; those with no right passage among them are left out. */
export function observeChoices(
  set: { readonly articles: readonly Article[]; readonly questions: readonly JudgedQuestion[] },
  setting: Setting,
): Choice[] {
  return ask(set, setting).flatMap(({ question, asked, index }) => {
    const { readings } = readCandidates(index, asked);
    const right = readings.map(({ candidate }) => isGold(candidate.passage, question));
    if (!right.includes(true) || !right.includes(false)) return [];
    const rows = readings.map(({ signals }) => signalNames.map((name) => signals[name]));
    return [{ rows, right, weight: 1 }];
  });
}

/** What was seen of one answer. */
export interface AnswerEvent extends Event {
  /** Whether the article answers the question. */
  readonly isTrue: boolean;
  /** Whether the first passage is a right one. */
  readonly isRight: boolean;
  readonly articleId: string;
}

/**
 * The evidence of every question's first passage as `toRow` gives it, and whether the article answers. A question
 * for which nothing is found has an empty row.
 */
export function observeEvents(
  set: { readonly articles: readonly Article[]; readonly questions: readonly JudgedQuestion[] },
  setting: Setting,
): AnswerEvent[] {
  return ask(set, setting).map(({ question, asked, index }) => {
    const { evidence, readings } = readCandidates(index, asked);
    const row = evidence === undefined ? [] : toRow(evidence);
    const first = readings[0]?.candidate.passage;
    const isRight = first !== undefined && isGold(first, question);
    const isTrue = question.unanswerable === null;
    const truth = isTrue ? (isRight ? 1 : wrongPassageTruth) : 0;
    return { row, truth, isTrue, isRight, articleId: question.articleId, weight: 1 };
  });
}

/**
 * How far evidence came true that was read from a wrong passage of an article that answers: withholding would be
 * wrong, and so is the answer. Of 1, 0.6 and 0, this gives nearly the AUROC of the first and the right first answers
 * of the last.
 */
const wrongPassageTruth = 0.6;

/** A one and all evidence, then the same times the size of the article: the order of the weights. */
export function toRow(evidence: Evidence): number[] {
  const plain = [1, ...evidenceNames.map((name) => evidence[name])];
  return [...plain, ...plain.map((value) => value * evidence.articleSize)];
}

function ask(
  { articles, questions }: { articles: readonly Article[]; questions: readonly JudgedQuestion[] },
  { buildIndex, isAlone }: Setting,
): AskedQuestion[] {
  const common = isAlone ? undefined : buildIndex(articles);
  const indexes = new Map<string, PassageIndex>();
  return questions.flatMap((question): AskedQuestion[] => {
    const article = articles.find(({ id }) => id === question.articleId);
    if (article === undefined) return [];
    const index = common ?? indexes.get(article.id) ?? buildIndex([article]);
    indexes.set(article.id, index);
    return [{ question, asked: { text: question.text, previous: question.previous }, index }];
  });
}

function isGold({ articleId, paragraph, kind, start, end }: Passage, { golds }: JudgedQuestion): boolean {
  const place = { articleId, paragraph, kind, start, end, sentence: null, highlight: null };
  return golds.some((gold) => isIn(place, gold));
}
