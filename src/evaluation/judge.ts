/** A question and a system's outcome enter; the facts that every figure is counted from leave. */
import type { Verdict } from '../answers/answer.ts';
import type { Article, Span } from '../articles/article.ts';
import type { Gold, JudgedQuestion, UnanswerableKind } from './judged-question.ts';
import type { Outcome, RankedPlace } from './outcome.ts';
import { readWording, type Wording } from './wording.ts';

/** How one system did on one question. */
export interface Judgement {
  readonly id: string;
  readonly lang: JudgedQuestion['lang'];
  readonly style: string;
  readonly articleId: string;
  readonly articleLanguage: 'id' | 'en';
  /** Null for a question without an answer. */
  readonly wording: Wording | null;
  readonly unanswerable: UnanswerableKind | null;
  /** Rank of the first right place, from 1; 0 where none was given. */
  readonly hitRank: number;
  /** The sentence pointed at first says the answer; null where that cannot be judged. */
  readonly sentenceHit: boolean | null;
  /** The words set apart contain the answer; null where that cannot be judged. */
  readonly highlightContains: boolean | null;
  /** The words set apart lie within the answer; null where that cannot be judged. */
  readonly highlightWithin: boolean | null;
  readonly answered: boolean;
  readonly verdict: Verdict | null;
  readonly confidence: number;
  readonly foreignCitations: number;
}

/** What counts as one place when ranks are counted. */
export type RankUnit = 'place' | 'article';

/** Judges an outcome; `article` is the one the question is asked of. */
export function judge(
  question: JudgedQuestion,
  outcome: Outcome,
  { article, unit }: { readonly article: Article; readonly unit: RankUnit },
): Judgement {
  const places = unit === 'article' ? firstOfEachArticle(outcome.places) : outcome.places;
  const rank = places.findIndex((place) => question.golds.some((gold) => isIn(place, gold)));
  return {
    id: question.id,
    lang: question.lang,
    style: question.style,
    articleId: question.articleId,
    articleLanguage: article.language,
    wording: question.unanswerable === null ? readWording(question, article) : null,
    unanswerable: question.unanswerable,
    hitRank: rank + 1,
    ...judgeWords(question, places[0]),
    answered: outcome.answered,
    verdict: outcome.verdict,
    confidence: outcome.confidence,
    foreignCitations: outcome.foreignCitations,
  };
}

/** Whether the place is the gold's paragraph; title, summary and headings must say the answer themselves. */
export function isIn(place: RankedPlace, gold: Gold): boolean {
  if (place.articleId !== gold.articleId) return false;
  if (gold.paragraph === null) return true;
  if (place.paragraph !== gold.paragraph) return false;
  if (place.kind === 'paragraph' || place.kind === 'list-item') return true;
  return gold.spans.some((span) => contains(place, span));
}

function firstOfEachArticle(places: readonly RankedPlace[]): RankedPlace[] {
  const first = new Map<string, RankedPlace>();
  for (const place of places) if (!first.has(place.articleId)) first.set(place.articleId, place);
  return [...first.values()];
}

function judgeWords(
  question: JudgedQuestion,
  first: RankedPlace | undefined,
): Pick<Judgement, 'sentenceHit' | 'highlightContains' | 'highlightWithin'> {
  const told = question.golds.filter((gold) => gold.spans.length > 0);
  if (told.length === 0) return { sentenceHit: null, highlightContains: null, highlightWithin: null };
  const spans = told.filter((gold) => first !== undefined && isIn(first, gold)).flatMap((gold) => gold.spans);
  const sentence = first?.sentence ?? null;
  const highlight = first?.highlight ?? null;
  return {
    sentenceHit: sentence !== null && spans.some((span) => saysMost(sentence, span)),
    highlightContains: highlight !== null && spans.some((span) => contains(highlight, span)),
    highlightWithin: highlight !== null && spans.some((span) => contains(span, highlight)),
  };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The sentence says the answer, or the larger part of one that runs over several sentences. */
function saysMost(sentence: Span, answer: Span): boolean {
  const shared = Math.min(sentence.end, answer.end) - Math.max(sentence.start, answer.start);
  return shared * 2 >= answer.end - answer.start || contains(answer, sentence);
}
