/**
 * Articles enter, the searchable corpus leaves. MiniSearch finds the candidates; the ranking over
 * them is ours. The same articles give the same answers whatever order they were loaded in.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Article } from '../articles/article.ts';
import { analyseText, articleAnalysis } from '../language/analyse-text.ts';
import { compareTexts } from '../language/compare-texts.ts';
import type {
  Examination,
  ExaminedPassage,
  Passage,
  PassageIndex,
  QueryTerm,
  ScoredPassage,
  SearchScope,
  WeightedText,
} from './passage.ts';
import { readQuery, type Vocabulary } from './read-query.ts';
import { compileQuery, rankingWeights, scorePassage, type RankingWeights } from './score-passage.ts';
import { buildSimilarTerms } from './similar-terms.ts';
import { passageLengthMax, splitPassages } from './split-passages.ts';
import { buildTermTable, readPassageContext } from './term-table.ts';

export interface PassageIndexOptions {
  /** Longest passage in UTF-16 units; default `passageLengthMax`. */
  readonly passageLengthMax?: number;
  /** Weights to use in place of `rankingWeights`, to measure what each is worth. */
  readonly ranking?: Partial<RankingWeights>;
}

/** Passages that MiniSearch hands to the ranking: the right one is among the first 50 for 95–99 % of the public questions. */
const candidatesMax = 60;
/** How much title and heading count beside the passage's own words when candidates are found. */
const contextBoost = 0.3;

/**
 * The searchable corpus.
 * @throws Error when two articles have the same id.
 */
export function buildPassageIndex(
  articles: readonly Article[],
  options: PassageIndexOptions = {},
): PassageIndex {
  const articlesById = sortArticles(articles);
  const passages = [...articlesById.values()].flatMap((article) =>
    splitPassages(article, options.passageLengthMax ?? passageLengthMax),
  );
  const positions = new Map(passages.map((passage, position) => [passage.id, position]));
  const table = buildTermTable(articlesById, passages);
  const vocabulary: Vocabulary = {
    table,
    similarTerms: buildSimilarTerms(table.terms),
    passageCount: passages.length,
  };
  const postings = buildPostings(articlesById, passages);
  const weights = { ...rankingWeights, ...options.ranking };

  function rank(terms: readonly QueryTerm[], k: number, scope: SearchScope): ExaminedPassage[] {
    const query = compileQuery(terms, table);
    return findCandidates(postings, terms, { passages, scope })
      .flatMap((position) => {
        const passage = passages[position];
        const passageTerms = table.passageTerms[position];
        if (passage === undefined || passageTerms === undefined) return [];
        const place = { terms: passageTerms, kind: passage.kind, lengthMean: table.lengthMean };
        return [{ position, passage, match: scorePassage(query, place, weights) }];
      })
      .sort((a, b) => b.match.score - a.match.score || a.position - b.position)
      .slice(0, Math.max(0, k))
      .map(({ passage, match }, place) => ({
        passage,
        rank: place + 1,
        ...match,
        matchedTerms: matchedWords(terms, match.sentenceMatches),
      }));
  }

  function examine(texts: readonly WeightedText[], k: number, scope: SearchScope = {}): Examination {
    const terms = readQuery(texts, vocabulary);
    return { terms, candidates: rank(terms, k, scope) };
  }

  return {
    articles: articlesById,
    passages,
    passage: (passageId) => passages[positions.get(passageId) ?? -1],
    examine,
    search: (text, k, scope) => examine([{ text, weight: 1 }], k, scope).candidates.map(withoutEvidence),
    suggest(text, k, scope = {}) {
      const terms = readQuery([{ text, weight: 1 }], vocabulary);
      return rank(completeLastWord(terms, text, postings), k, scope).map(withoutEvidence);
    },
  };
}

function sortArticles(articles: readonly Article[]): Map<string, Article> {
  const sorted = [...articles].sort((a, b) => compareTexts(a.id, b.id));
  const byId = new Map(sorted.map((article) => [article.id, article]));
  if (byId.size < sorted.length) {
    const twice = sorted.find((article, place) => sorted[place + 1]?.id === article.id);
    throw new Error(`Two articles have the id "${twice?.id}": an article's id must be unique in a corpus.`);
  }
  return byId;
}

interface PostingDocument {
  readonly id: number;
  readonly text: string;
  readonly context: string;
}

function buildPostings(
  articles: ReadonlyMap<string, Article>,
  passages: readonly Passage[],
): MiniSearch<PostingDocument> {
  const postings = new MiniSearch<PostingDocument>({
    fields: ['text', 'context'],
    // The analysis has been done: a document arrives as its terms, one per line.
    tokenize: (terms) => (terms === '' ? [] : terms.split('\n')),
    processTerm: (term) => term,
  });
  const documents = passages.map((passage, position): PostingDocument => {
    const article = articles.get(passage.articleId);
    const analysis = articleAnalysis(passage.language);
    const termsOf = (text: string): string =>
      analyseText(text, analysis)
        .filter((token) => !token.isStop)
        .flatMap((token) => token.forms)
        .join('\n');
    if (article === undefined) return { id: position, text: '', context: '' };
    const context = readPassageContext(article, passage);
    return {
      id: position,
      text: termsOf(article.text.slice(passage.start, passage.end)),
      context: termsOf(`${context.title}\n${context.heading}`),
    };
  });
  postings.addAll(documents);
  return postings;
}

/** Positions of the passages worth ranking, at most `candidatesMax`, in MiniSearch's corrected order. */
function findCandidates(
  postings: MiniSearch<PostingDocument>,
  terms: readonly QueryTerm[],
  { passages, scope }: { passages: readonly Passage[]; scope: SearchScope },
): number[] {
  const strengths = new Map<string, number>();
  for (const term of terms) {
    for (const [form, strength] of term.forms) {
      strengths.set(form, Math.max(strengths.get(form) ?? 0, strength));
    }
  }
  if (strengths.size === 0) return [];
  const results = postings.search([...strengths.keys()].join('\n'), {
    boost: { context: contextBoost },
    boostTerm: (form) => strengths.get(form) ?? 1,
    bm25: { k: 0.9, b: 0.75, d: 0 },
    filter: (result) => scope.articleId === undefined || passages[result.id]?.articleId === scope.articleId,
  });
  return results
    .map((result: SearchResult) => ({
      position: Number(result.id),
      // MiniSearch multiplies a score by the number of matched terms, which drowns the rare ones.
      score: result.score / Math.max(1, result.queryTerms.length),
    }))
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, candidatesMax)
    .map(({ position }) => position);
}

function matchedWords(
  terms: readonly QueryTerm[],
  sentenceMatches: readonly (readonly number[])[],
): string[] {
  return terms
    .filter((_, place) => sentenceMatches.some((matches) => (matches[place] ?? 0) > 0))
    .map((term) => term.word);
}

function withoutEvidence(examined: ExaminedPassage): ScoredPassage {
  const { passage, score, rank, coverage, matchedTerms } = examined;
  return { passage, score, rank, coverage, matchedTerms };
}

/** Terms that a beginning may stand for, at most. */
const completionsMax = 20;
/** How much a completed word counts beside one that is written out. */
const completionStrength = 0.8;

/** The terms with the last word also standing for every known word that begins so; a finished word stays as it is. */
function completeLastWord(
  terms: readonly QueryTerm[],
  text: string,
  postings: MiniSearch<PostingDocument>,
): readonly QueryTerm[] {
  const typed = analyseText(text, { languages: [], innerWords: false }).at(-1);
  if (typed === undefined || typed.end < text.length) return terms;
  const forms = new Map<string, number>([[typed.folded, 1]]);
  const completions = new Set<string>();
  for (const result of postings.search(typed.folded, { prefix: true, fields: ['text'] })) {
    for (const term of result.terms) completions.add(term);
  }
  for (const form of [...completions].sort(compareTexts).slice(0, completionsMax)) {
    if (!forms.has(form)) forms.set(form, completionStrength);
  }
  const known = terms.find((term) => term.word === typed.folded);
  const completed: QueryTerm = {
    word: typed.folded,
    forms: new Map([...(known?.forms ?? []), ...forms]),
    weight: known?.weight ?? 1,
    isKnown: completions.size > 0,
    isName: known?.isName ?? false,
    isNumber: typed.isNumber,
  };
  return [...terms.filter((term) => term.word !== typed.folded), completed];
}
