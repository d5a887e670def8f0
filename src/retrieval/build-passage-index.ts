/**
 * Articles enter, the searchable corpus leaves. MiniSearch finds the candidates; the ranking over
 * them is ours. The same articles give the same answers whatever order they were loaded in.
 */
import type { Article } from '../articles/article.ts';
import { compareTexts } from '../language/compare-texts.ts';
import type { LanguageKnowledge } from '../language/knowledge.ts';
import { createArticleMemory } from './article-memory.ts';
import { completeLastWord } from './complete-last-word.ts';
import { readCuratedWordings } from './curated-wordings.ts';
import { buildCorpusVectors } from './passage-vectors.ts';
import type { Examination, ExaminedPassage, PassageIndex, ScoredPassage, WeightedText } from './passage.ts';
import { buildPostings } from './postings.ts';
import { rankPassages, type RankedCorpus } from './rank-passages.ts';
import { readQuery } from './read-query.ts';
import { rankingWeights, type RankingWeights } from './score-passage.ts';
import { passageLengthMax, splitPassages } from './split-passages.ts';
import { buildTermTable } from './term-table.ts';
import { buildVocabulary, type FormStrengths } from './vocabulary.ts';
import { measureNearness, weighNearest } from './weigh-nearness.ts';

export interface PassageIndexOptions {
  /** Longest passage in UTF-16 units; default `passageLengthMax`. */
  readonly passageLengthMax?: number;
  /** Weights to use in place of `rankingWeights`, to measure what each is worth. */
  readonly ranking?: Partial<RankingWeights>;
  /** Strengths to use in place of the usual ones, likewise. */
  readonly strengths?: Partial<FormStrengths>;
  /** What is known of the languages; without it words are found by their own forms only. */
  readonly knowledge?: LanguageKnowledge;
}

/**
 * The searchable corpus.
 * @throws Error when two articles have the same id.
 */
export function buildPassageIndex(
  given: readonly Article[],
  options: PassageIndexOptions = {},
): PassageIndex {
  const articles = sortArticles(given);
  const passages = [...articles.values()].flatMap((article) =>
    splitPassages(article, options.passageLengthMax ?? passageLengthMax),
  );
  const positions = new Map(passages.map((passage, position) => [passage.id, position]));
  const { knowledge, strengths } = options;
  const table = buildTermTable(articles, passages, knowledge);
  const vocabulary = buildVocabulary(articles.values(), table, { knowledge, strengths });
  const read = (texts: readonly WeightedText[]) => readQuery(texts, vocabulary);
  const readOne = (text: string) => read([{ text, weight: 1 }]);
  const curated = readCuratedWordings(articles, passages, readOne);
  const postings = buildPostings(passages, table, curated);
  const vectors = knowledge && buildCorpusVectors(table, knowledge.vectorOf);
  const weights = { ...rankingWeights, ...options.ranking };
  const corpus: RankedCorpus = { articles, passages, table, postings, curated, vectors, weights };

  const examine: PassageIndex['examine'] = (texts, k, scope = {}): Examination => {
    const terms = read(texts);
    const question = texts[0]?.text ?? '';
    return { terms, candidates: rankPassages(corpus, { terms, question, scope }, k) };
  };

  return {
    articles,
    passages,
    passage: (passageId) => passages[positions.get(passageId) ?? -1],
    recall: createArticleMemory(articles),
    examine,
    search: (text, k, scope) => onlyMatching(examine([{ text, weight: 1 }], k, scope).candidates),
    nearness(passage, sentence, terms) {
      const words = table.passageTerms[positions.get(passage.id) ?? -1]?.sentences[sentence];
      return measureNearness(terms, words ?? new Uint32Array(), (term) =>
        vectors?.ofTerm(term, passage.language),
      );
    },
    wordNearness: (terms, language) => (folded) => {
      const term = table.numberOf.get(folded);
      return weighNearest(terms, term === undefined ? undefined : vectors?.ofTerm(term, language));
    },
    suggest(text, k, scope = {}) {
      const terms = completeLastWord(readOne(text), text, postings);
      return onlyMatching(rankPassages(corpus, { terms, question: text, scope }, k));
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
