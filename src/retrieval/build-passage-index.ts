/**
 * Articles enter, the searchable corpus leaves. MiniSearch finds the candidates; the ranking over
 * them is ours. The same articles give the same answers whatever order they were loaded in.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Article } from '../articles/article.ts';
import { analyseText } from '../language/analyse-text.ts';
import { consonantSkeleton } from '../language/colloquial/skeleton.ts';
import { compareTexts } from '../language/compare-texts.ts';
import type { LanguageKnowledge } from '../language/knowledge.ts';
import { buildConceptTerms } from './concept-terms.ts';
import { readCuratedWordings, type CuratedWordings, type MatchedPassage } from './curated-wordings.ts';
import { findNameVariants } from './name-variants.ts';
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
import { formStrengths, readQuery, type FormStrengths, type Vocabulary } from './read-query.ts';
import {
  compileQuery,
  matchedWords,
  rankingWeights,
  scorePassage,
  weighNeighbours,
  type PassageMatch,
  type RankingWeights,
} from './score-passage.ts';
import { buildSimilarTerms } from './similar-terms.ts';
import { passageLengthMax, splitPassages } from './split-passages.ts';
import { buildVectorTable, measureNearness, prepareNearness, raiseNearness } from './weigh-nearness.ts';
import { buildTermTable, type PackedTokens, type TermTable } from './term-table.ts';

export interface PassageIndexOptions {
  /** Longest passage in UTF-16 units; default `passageLengthMax`. */
  readonly passageLengthMax?: number;
  /** Weights to use in place of `rankingWeights`, to measure what each is worth. */
  readonly ranking?: Partial<RankingWeights>;
  /** Strengths to use in place of `formStrengths`, likewise. */
  readonly strengths?: Partial<FormStrengths>;
  /** What is known of the languages; without it words are found by their own forms only. */
  readonly knowledge?: LanguageKnowledge;
}

/** Passages that MiniSearch hands to the ranking: the right one is among the first 50 for 95–99 % of the public questions. */
const candidatesMax = 60;
/** Passages that are looked at because of their curated questions. */
const askedMax = 20;
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
  const { knowledge } = options;
  const table = buildTermTable(articlesById, passages, knowledge);
  const vocabulary: Vocabulary = {
    table,
    similarTerms: buildSimilarTerms(table.terms),
    conceptTerms: buildConceptTerms(table, knowledge),
    nameVariants: findNameVariants(articlesById.values()),
    termsBySkeleton: buildSkeletons(table),
    knowledge,
    strengths: { ...formStrengths, ...options.strengths },
    passageCount: passages.length,
  };
  const curated = readCuratedWordings(articlesById, passages, (text) =>
    readQuery([{ text, weight: 1 }], vocabulary),
  );
  const postings = buildPostings(table, curated);
  const weights = { ...rankingWeights, ...options.ranking };
  const vectorOf = knowledge && buildVectorTable(table, knowledge.vectorOf);

  function rank(
    terms: readonly QueryTerm[],
    k: number,
    { scope, question }: { scope: SearchScope; question: string },
  ): ExaminedPassage[] {
    const query = compileQuery(terms, table);
    const matches = new Map<number, PassageMatch>();
    const matchAt = (position: number): PassageMatch | undefined => {
      const known = matches.get(position);
      const passage = passages[position];
      const passageTerms = table.passageTerms[position];
      if (known !== undefined || passage === undefined || passageTerms === undefined) return known;
      const place = { terms: passageTerms, kind: passage.kind, lengthMean: table.lengthMean };
      const match = scorePassage(query, place, weights);
      matches.set(position, match);
      return match;
    };
    const locate = (position: number): MatchedPassage[] => {
      const passage = passages[position];
      const match = matchAt(position);
      return passage === undefined || match === undefined ? [] : [{ position, passage, match }];
    };
    const nearness = vectorOf && prepareNearness(terms, vectorOf);
    const candidates = findCandidates(postings, terms, { passages, scope });
    // Where no word is said, what is used alike may still tell.
    const isSaid = candidates.length > 0 || nearness === undefined;
    const found = (isSaid ? candidates : withRest([], { passages, scope })).flatMap(locate);
    return raiseAsked(found, terms, { scope, question, locate })
      .sort((a, b) => b.match.score - a.match.score || a.position - b.position)
      .slice(0, Math.max(0, k))
      .map(({ position, passage, match }, place) => {
        const around = [position - 1, position + 1]
          .filter((other) => passages[other]?.articleId === passage.articleId)
          .flatMap((other) => matchAt(other) ?? []);
        const passageTerms = table.passageTerms[position];
        return {
          passage,
          rank: place + 1,
          ...match,
          signals: {
            ...raiseNearness(
              match.signals,
              passageTerms && nearness?.(passageTerms, match, passage.language),
            ),
            neighbours: weighNeighbours(query, match, around),
          },
          matchedTerms: matchedWords(terms, match.sentenceMatches),
        };
      })
      .filter(({ signals }) => isSaid || signals.near > 0);
  }

  /** The places, with those that only their curated questions find. */
  function raiseAsked(
    found: readonly MatchedPassage[],
    terms: readonly QueryTerm[],
    {
      scope,
      question,
      locate,
    }: { scope: SearchScope; question: string; locate: (position: number) => MatchedPassage[] },
  ): MatchedPassage[] {
    if (curated === undefined || terms.length === 0) return [...found];
    const known = new Set(found.map(({ position }) => position));
    const isAmongArticles = scope.articleId === undefined && articlesById.size > 1;
    const asked = findAsked(postings, curated.formsOf({ question, terms }), { passages, scope })
      .filter((position) => !known.has(position))
      .flatMap(locate);
    return curated
      .raise([...found, ...asked], { question, terms, isAmongArticles })
      .filter(({ position, match }) => known.has(position) || match.likeness !== undefined);
  }

  function examine(texts: readonly WeightedText[], k: number, scope: SearchScope = {}): Examination {
    const terms = readQuery(texts, vocabulary);
    return { terms, candidates: rank(terms, k, { scope, question: texts[0]?.text ?? '' }) };
  }

  return {
    articles: articlesById,
    passages,
    passage: (passageId) => passages[positions.get(passageId) ?? -1],
    examine,
    search: (text, k, scope) => onlyMatching(examine([{ text, weight: 1 }], k, scope).candidates),
    nearness(passage, sentence, terms) {
      const words = table.passageTerms[positions.get(passage.id) ?? -1]?.sentences[sentence];
      return measureNearness(terms, words ?? new Uint32Array(), (term) => vectorOf?.(term, passage.language));
    },
    suggest(text, k, scope = {}) {
      const terms = readQuery([{ text, weight: 1 }], vocabulary);
      return onlyMatching(rank(completeLastWord(terms, text, postings), k, { scope, question: text }));
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

/** Words of the corpus by their consonants: what an abbreviation may stand for. */
function buildSkeletons({ terms, passageCounts, written }: TermTable): Map<string, string[]> {
  const bySkeleton = new Map<string, string[]>();
  const countOf = new Map(terms.map((term, number) => [term, passageCounts[number] ?? 0]));
  for (const [number, term] of terms.entries()) {
    if (!/^[a-z]{3,}$/.test(term) || !(written.id.has(number) || written.en.has(number))) continue;
    const skeleton = consonantSkeleton(term);
    const known = bySkeleton.get(skeleton);
    if (known === undefined) bySkeleton.set(skeleton, [term]);
    else known.push(term);
  }
  for (const known of bySkeleton.values()) {
    known.sort((a, b) => (countOf.get(b) ?? 0) - (countOf.get(a) ?? 0) || compareTexts(a, b));
  }
  return bySkeleton;
}

interface PostingDocument {
  readonly id: number;
  readonly text: string;
  readonly context: string;
  /** Words of the questions that the article carries for it. */
  readonly asked: string;
}

function buildPostings(
  { terms, passageTerms }: TermTable,
  curated: CuratedWordings | undefined,
): MiniSearch<PostingDocument> {
  const postings = new MiniSearch<PostingDocument>({
    fields: ['text', 'context', 'asked'],
    // The analysis has been done: a document arrives as its terms, one per line.
    tokenize: (text) => (text === '' ? [] : text.split('\n')),
    processTerm: (term) => term,
  });
  const write = (packed: PackedTokens): string =>
    Array.from(packed, (entry) => terms[entry >>> 1]).join('\n');
  const documents = passageTerms.map(({ sentences, context }, position): PostingDocument => ({
    id: position,
    text: sentences.map(write).filter(Boolean).join('\n'),
    context: write(context),
    asked: curated?.formsAt(position).join('\n') ?? '',
  }));
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
  const best = keepBest(candidatesMax);
  postings.search([...strengths.keys()].join('\n'), {
    fields: ['text', 'context'],
    boost: { context: contextBoost },
    boostTerm: (form) => strengths.get(form) ?? 1,
    bm25: { k: 0.9, b: 0.75, d: 0 },
    // Every match passes here before MiniSearch sorts: of thousands only the best are kept, and none is sorted.
    filter: ({ id, score, queryTerms }) => {
      if (scope.articleId === undefined || passages[id]?.articleId === scope.articleId) {
        // MiniSearch multiplies a score by the number of matched terms, which drowns the rare ones.
        best.offer({ position: Number(id), score: score / Math.max(1, queryTerms.length) });
      }
      return false;
    },
  });
  const found = best.positions();
  return found.length === 0 ? [] : withRest(found, { passages, scope });
}

interface ScoredPosition {
  readonly position: number;
  readonly score: number;
}

/** Keeps the `most` best of what it is offered; of equal ones those that come first in the corpus. */
function keepBest(most: number) {
  const kept: ScoredPosition[] = [];
  return {
    offer(one: ScoredPosition): void {
      const last = kept.length < most ? undefined : kept.at(-1);
      if (last !== undefined && comesBefore(last, one)) return;
      const place = kept.findLastIndex((other) => comesBefore(other, one)) + 1;
      kept.splice(place, 0, one);
      if (kept.length > most) kept.pop();
    },
    /** Best first. */
    positions: (): number[] => kept.map(({ position }) => position),
  };
}

function comesBefore(a: ScoredPosition, b: ScoredPosition): boolean {
  return a.score > b.score || (a.score === b.score && a.position < b.position);
}

/** Positions of the passages whose curated questions are nearest, at most `askedMax`. */
function findAsked(
  postings: MiniSearch<PostingDocument>,
  forms: readonly string[],
  { passages, scope }: { passages: readonly Passage[]; scope: SearchScope },
): number[] {
  if (forms.length === 0) return [];
  return postings
    .search(forms.join('\n'), {
      fields: ['asked'],
      filter: ({ id }) => scope.articleId === undefined || passages[id]?.articleId === scope.articleId,
    })
    .map((result: SearchResult) => ({ position: Number(result.id), score: result.score }))
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, askedMax)
    .map(({ position }) => position);
}

/** Where there are few passages in all, those without a word of the question, too: their neighbours may have it. */
function withRest(
  found: readonly number[],
  { passages, scope }: { passages: readonly Passage[]; scope: SearchScope },
): number[] {
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

/** What a reader is shown: evidence may also be weighed in passages that hold none of the words. */
function onlyMatching(examined: readonly ExaminedPassage[]): readonly ScoredPassage[] {
  return examined
    .filter(({ matchedTerms }) => matchedTerms.length > 0)
    .map(({ passage, score, coverage, matchedTerms }, place) => ({
      passage,
      score,
      rank: place + 1,
      coverage,
      matchedTerms,
    }));
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
    isInLanguage: known?.isInLanguage ?? false,
    isName: known?.isName ?? false,
    isNumber: typed.isNumber,
    vector: known?.vector,
    rarity: known?.rarity ?? 1,
    emphasis: 1,
  };
  return [...terms.filter((term) => term.word !== typed.folded), completed];
}
