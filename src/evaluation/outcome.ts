/** What one system said to one question, in a shape that all systems share. */
import type { Answer, Citation, NoAnswer, Verdict } from '../answers/answer.ts';
import type { Article, BlockKind, Span } from '../articles/article.ts';
import type { Passage, PassageIndex } from '../retrieval/passage.ts';

/** A place of an article as a system ranked it. */
export interface RankedPlace extends Span {
  readonly articleId: string;
  readonly paragraph: number;
  readonly kind: BlockKind;
  /** The sentence pointed at; null where the system points at none. */
  readonly sentence: Span | null;
  /** The words set apart in that sentence; null where there are none. */
  readonly highlight: Span | null;
}

/** One system's outcome for one question. */
export interface Outcome {
  /** Best first; without repeats. */
  readonly places: readonly RankedPlace[];
  readonly answered: boolean;
  /** Null for a system that has no words for how sure it is. */
  readonly verdict: Verdict | null;
  /** Orders questions by how sure the system is; its scale is the system's own. */
  readonly confidence: number;
  /** Citations that are not exactly words of their article; see `isVerbatim`. */
  readonly foreignCitations: number;
}

/** Kutip's answer as an outcome: its citations, then the passages behind *More*. */
export function readAnswer(answer: Answer | NoAnswer, index: PassageIndex): Outcome {
  const cited = answer.citations.flatMap((citation) => {
    const passage = index.passage(citation.passageId);
    return passage === undefined ? [] : [placeOf(passage, citation)];
  });
  const further = answer.furtherPassageIds.flatMap((id) => {
    const passage = index.passage(id);
    return passage === undefined ? [] : [placeOf(passage)];
  });
  return {
    places: [...cited, ...further],
    answered: answer.kind === 'answer',
    verdict: answer.verdict,
    confidence: answer.confidence,
    foreignCitations: answer.citations.filter(
      (citation) => index.passage(citation.passageId) === undefined || !isVerbatim(citation, index.articles),
    ).length,
  };
}

function placeOf(passage: Passage, citation?: Citation): RankedPlace {
  return {
    articleId: passage.articleId,
    paragraph: passage.paragraph,
    kind: passage.kind,
    start: citation?.start ?? passage.start,
    end: citation?.end ?? passage.end,
    sentence: citation?.sentence ?? null,
    highlight: citation?.highlight ?? null,
  };
}

/**
 * Whether the citation cuts real words out of the very text it names: the article and version
 * exist, every span lies inside the one around it, and no character is cut in half.
 */
export function isVerbatim(citation: Citation, articles: ReadonlyMap<string, Article>): boolean {
  const article = articles.get(citation.articleId);
  if (article === undefined || article.version !== citation.version) return false;
  const whole = { start: 0, end: article.text.length };
  const { sentence, highlight } = citation;
  return (
    isCut(citation, whole, article.text) &&
    isCut(sentence, citation, article.text) &&
    (highlight === null || isCut(highlight, sentence, article.text))
  );
}

function isCut(span: Span, around: Span, text: string): boolean {
  return (
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= around.start &&
    span.end <= around.end &&
    span.start < span.end &&
    !cutsPair(text, span.start) &&
    !cutsPair(text, span.end)
  );
}

function cutsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
