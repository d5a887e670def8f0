/** The terms of a query enter, the passages leave in order, each with what speaks for it. */
import type { Article } from '../articles/article.ts';
import type { CuratedWordings, MatchedPassage } from './curated-wordings.ts';
import type { CorpusVectors } from './passage-vectors.ts';
import type { ExaminedPassage, Passage, QueryTerm, SearchScope } from './passage.ts';
import { candidatesMax, type Postings } from './postings.ts';
import {
  compileQuery,
  matchedWords,
  matchWords,
  scorePassage,
  weighNeighbours,
  type CompiledQuery,
  type PassageMatch,
  type RankingWeights,
  type WordMatches,
} from './score-passage.ts';
import type { TermTable } from './term-table.ts';
import { weighPlaces } from './weigh-places.ts';
import { prepareNearness, raiseNearness } from './weigh-nearness.ts';

/** What the ranking looks at; all of the same passages. */
export interface RankedCorpus {
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
  readonly table: TermTable;
  readonly postings: Postings;
  /** Undefined where no article carries questions. */
  readonly curated: CuratedWordings | undefined;
  /** Undefined where nothing is known of the languages. */
  readonly vectors: CorpusVectors | undefined;
  readonly weights: RankingWeights;
}

/** What is searched for. */
export interface Search {
  readonly terms: readonly QueryTerm[];
  /** The text of the question itself. */
  readonly question: string;
  readonly scope: SearchScope;
}

/** Best first, at most `k`; ties in the order of the corpus. */
export function rankPassages(corpus: RankedCorpus, search: Search, k: number): ExaminedPassage[] {
  const { passages, table, postings, vectors } = corpus;
  const { terms, scope } = search;
  const query = compileQuery(terms, table);
  const { wordsAt, matchAt } = matchPassages(corpus, query);
  const nearness = vectors && prepareNearness(terms, vectors);
  const candidates = postings.findCandidates(terms, scope);
  // Where no word is said, what is used alike may still tell.
  const isSaid = candidates.length > 0 || nearness === undefined;
  const looked = isSaid && candidates.length === 0 ? [] : withRest(candidates, passages, scope);
  const found = looked.flatMap((position) => locate(passages, position, matchAt));
  return raiseAsked(corpus, search, { found, matchAt })
    .sort((a, b) => b.match.score - a.match.score || a.position - b.position)
    .slice(0, Math.max(0, k))
    .map(({ position, passage, match }, place) => {
      const around = [position - 1, position + 1]
        .filter((other) => passages[other]?.articleId === passage.articleId)
        .flatMap((other) => wordsAt(other) ?? []);
      return {
        passage,
        rank: place + 1,
        ...match,
        signals: {
          ...raiseNearness(match.signals, nearness?.(position, passage, match)),
          neighbours: weighNeighbours(query, match, around),
          ...weighPlaces(query, table.passageTerms[position]?.sentences ?? []),
        },
        matchedTerms: matchedWords(terms, match.sentenceMatches),
      };
    })
    .filter(({ signals }) => isSaid || signals.near > 0);
}

/** What the passages at a position have of one query, each found once; undefined past the corpus's ends. */
interface Matcher {
  readonly wordsAt: (position: number) => WordMatches | undefined;
  readonly matchAt: (position: number) => PassageMatch | undefined;
}

function matchPassages({ passages, table, weights }: RankedCorpus, query: CompiledQuery): Matcher {
  const words = new Map<number, WordMatches>();
  const wordsAt: Matcher['wordsAt'] = (position) => {
    const known = words.get(position);
    const terms = table.passageTerms[position];
    if (known !== undefined || terms === undefined) return known;
    const found = matchWords(query, terms);
    words.set(position, found);
    return found;
  };
  return {
    wordsAt,
    matchAt(position) {
      const [passage, terms, found] = [passages[position], table.passageTerms[position], wordsAt(position)];
      if (passage === undefined || terms === undefined || found === undefined) return undefined;
      const relativeLength = terms.length / table.lengthMean;
      return scorePassage(query, found, { kind: passage.kind, relativeLength, weights });
    },
  };
}

function locate(
  passages: readonly Passage[],
  position: number,
  matchAt: Matcher['matchAt'],
): MatchedPassage[] {
  const passage = passages[position];
  const match = matchAt(position);
  return passage === undefined || match === undefined ? [] : [{ position, passage, match }];
}

/** The places, with those that only their curated questions find. */
function raiseAsked(
  { articles, passages, postings, curated }: RankedCorpus,
  { terms, question, scope }: Search,
  { found, matchAt }: { readonly found: readonly MatchedPassage[]; readonly matchAt: Matcher['matchAt'] },
): MatchedPassage[] {
  if (curated === undefined || terms.length === 0) return [...found];
  const known = new Set(found.map(({ position }) => position));
  const isAmongArticles = scope.articleId === undefined && articles.size > 1;
  const asked = postings
    .findAsked(curated.formsOf({ question, terms }), scope)
    .filter((position) => !known.has(position))
    .flatMap((position) => locate(passages, position, matchAt));
  return curated
    .raise([...found, ...asked], { question, terms, isAmongArticles })
    .filter(({ position, match }) => known.has(position) || match.likeness !== undefined);
}

/** Where there are few passages in all, those without a word of the question, too: their neighbours may have it. */
function withRest(found: readonly number[], passages: readonly Passage[], scope: SearchScope): number[] {
  const known = new Set(found);
  const rest: number[] = [];
  for (const [position, passage] of passages.entries()) {
    if (known.has(position) || (scope.articleId !== undefined && passage.articleId !== scope.articleId))
      continue;
    rest.push(position);
    if (found.length + rest.length > candidatesMax) return [...found];
  }
  return [...found, ...rest];
}
