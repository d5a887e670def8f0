/** The questions that articles carry enter; what they add to a search leaves: passages found by them, and how alike. */
import type { Article } from '../articles/article.ts';
import type { Passage, QueryTerm } from './passage.ts';
import type { PassageMatch } from './score-passage.ts';
import {
  findCapitalised,
  findLikeness,
  measureAsked,
  raiseMatch,
  readAskedQuestion,
  readWording,
  type Wording,
} from './wordings.ts';

/** A passage that a search looks at, before its passages are put in order. */
export interface MatchedPassage {
  readonly position: number;
  readonly passage: Passage;
  readonly match: PassageMatch & { readonly likeness?: number };
}

/** The question that is put to the index. */
interface Asking {
  readonly question: string;
  readonly terms: readonly QueryTerm[];
  /** Passages of several articles are looked at: what suits one of them may be about another. */
  readonly isAmongArticles: boolean;
}

/** Among several articles "siapa yang pergi?" may be meant for any: only more alike ones count there, and half as much. */
const amongArticles = { likenessMin: 0.7, askedShare: 0.5 } as const;

/** The questions of a corpus; made once with its index. */
export interface CuratedWordings {
  /** What the passage at that position is also found by; empty where nobody wrote a question for it. */
  formsAt(position: number): readonly string[];
  /** What the search for a question's passages by their wordings looks for. */
  formsOf(asking: Pick<Asking, 'question' | 'terms'>): readonly string[];
  /** The places, those raised whose wordings are like the question. */
  raise(places: readonly MatchedPassage[], asking: Asking): readonly MatchedPassage[];
}

/** The curated questions of those articles; undefined where none has any. */
export function readCuratedWordings(
  articles: ReadonlyMap<string, Article>,
  passages: readonly Passage[],
  readTerms: (text: string) => readonly QueryTerm[],
): CuratedWordings | undefined {
  const byPosition = new Map<number, readonly Wording[]>();
  for (const [position, { articleId, paragraph }] of passages.entries()) {
    const wordings = (articles.get(articleId)?.questions ?? [])
      .filter((questions) => questions.paragraph === paragraph)
      .flatMap((questions) => questions.wordings.map((text) => readWording(text, readTerms(text))))
      .filter(({ words }) => words.length > 0);
    if (wordings.length > 0) byPosition.set(position, wordings);
  }
  if (byPosition.size === 0) return undefined;
  const names = findCapitalised(articles.values());
  return {
    formsAt: (position) => [
      ...new Set(
        byPosition.get(position)?.flatMap(({ words }) => words.flatMap((forms) => [...forms.keys()])),
      ),
    ],
    formsOf: ({ question, terms }) => [...readAskedQuestion(question, terms, names).placesOf.keys()],
    raise(places, { question, terms, isAmongArticles }) {
      const asked = readAskedQuestion(question, terms, names);
      const bestScore = places.reduce((most, { match }) => Math.max(most, match.score), 0);
      return places.map((place) => {
        const wordings = byPosition.get(place.position) ?? [];
        const found = findLikeness(wordings, asked, place);
        const isLike =
          found !== undefined && (!isAmongArticles || found.likeness >= amongArticles.likenessMin);
        const match = isLike ? raiseMatch(place.match, { terms, found, bestScore }) : place.match;
        const share = isAmongArticles ? amongArticles.askedShare : 1;
        const askedAlike = share * measureAsked(wordings, asked, place);
        return { ...place, match: { ...match, signals: { ...match.signals, askedAlike } } };
      });
    },
  };
}
