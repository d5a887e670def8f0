/**
 * An index and what one server adds to it enter: wordings that its moderators taught, and the
 * articles it wants asked. An index like it leaves, a thin layer over the shared one. Made again
 * with every change; the shared index stays as it is.
 */
import type { Span } from '../articles/article.ts';
import { compareTexts } from '../language/compare-texts.ts';
import type {
  ExaminedPassage,
  Examination,
  Passage,
  PassageIndex,
  PassageSignals,
  QueryTerm,
  ScoredPassage,
  SearchScope,
  WeightedText,
} from './passage.ts';
import { matchedWords } from './score-passage.ts';
import {
  findCapitalised,
  findLikeness,
  measureAsked,
  raiseMatch,
  readAskedQuestion,
  readWording,
  type Wording,
} from './wordings.ts';

/** Wordings of a question that this passage answers, whatever its own words are. */
export interface TaughtPassage {
  readonly passageId: string;
  /** The words that answer, as offsets into the article's snapshot; inside the passage. */
  readonly span: Span;
  readonly wordings: readonly string[];
}

export interface IndexOverlay {
  readonly taught: readonly TaughtPassage[];
  /** Only these articles answer; absent: all. */
  readonly articleIds?: readonly string[];
}

/** The index as that server sees it. Deterministic; taught passages that the index lacks are left out. */
export function overlayIndex(index: PassageIndex, overlay: IndexOverlay): PassageIndex {
  const { articleIds } = overlay;
  const examineScoped = (texts: readonly WeightedText[], k: number, scope: SearchScope): Examination =>
    articleIds === undefined || scope.articleId !== undefined
      ? index.examine(texts, k, scope)
      : examineArticles(index, { texts, k, articleIds });
  const lessons = overlay.taught.flatMap((taught) => readLesson(index, taught));
  const names = lessons.length === 0 ? new Set<string>() : findCapitalised(index.articles.values());

  function examine(texts: readonly WeightedText[], k: number, scope: SearchScope = {}): Examination {
    const found = examineScoped(texts, k, scope);
    const question = texts[0];
    const isAsked = ({ articleId }: Passage) =>
      scope.articleId === undefined
        ? (articleIds?.includes(articleId) ?? true)
        : articleId === scope.articleId;
    const asked = lessons.filter(({ passage }) => isAsked(passage));
    if (question === undefined || found.terms.length === 0 || asked.length === 0) return found;
    return applyLessons(found, { question: question.text, lessons: asked, names, k });
  }

  return {
    ...index,
    examine,
    search: (text, k, scope) => examine([{ text, weight: 1 }], k, scope).candidates.map(withoutEvidence),
  };
}

/** Only those articles' passages; their scores are of one query and can be compared. */
function examineArticles(
  index: PassageIndex,
  { texts, k, articleIds }: { texts: readonly WeightedText[]; k: number; articleIds: readonly string[] },
): Examination {
  const each = [...new Set(articleIds)].map((articleId) => index.examine(texts, k, { articleId }));
  const candidates = each
    .flatMap((examination) => examination.candidates)
    .sort((a, b) => b.score - a.score || compareTexts(a.passage.id, b.passage.id));
  return {
    terms: each[0]?.terms ?? index.examine(texts, 0).terms,
    candidates: candidates.slice(0, k).map((candidate, place) => ({ ...candidate, rank: place + 1 })),
  };
}

interface Lesson {
  readonly passage: Passage;
  /** By sentence of the passage: whether it is among the answering words. */
  readonly answers: readonly boolean[];
  readonly wordings: readonly Wording[];
}

function readLesson(index: PassageIndex, { passageId, span, wordings }: TaughtPassage): Lesson[] {
  const passage = index.passage(passageId);
  if (passage === undefined) return [];
  const answers = passage.sentences.map(({ start, end }) => start < span.end && end > span.start);
  return [
    {
      passage,
      answers: answers.includes(true) ? answers : answers.map(() => true),
      wordings: wordings.map((text) => readWording(text, index.examine([{ text, weight: 1 }], 0).terms)),
    },
  ];
}

interface Asking {
  readonly question: string;
  readonly lessons: readonly Lesson[];
  readonly names: ReadonlySet<string>;
  readonly k: number;
}

function applyLessons(found: Examination, { question, lessons, names, k }: Asking): Examination {
  const { terms } = found;
  const asked = readAskedQuestion(question, terms, names);
  const byPassage = new Map(found.candidates.map((candidate) => [candidate.passage.id, candidate]));
  const bestScore = found.candidates.reduce((most, { score }) => Math.max(most, score), 0);
  for (const { passage, answers, wordings } of lessons) {
    const known = byPassage.get(passage.id);
    const own = known ?? unfound(passage, terms);
    const worded = { passage, match: own };
    const candidate = withAsked(own, measureAsked(wordings, asked, worded));
    if (known !== undefined) byPassage.set(passage.id, candidate);
    const likeness = findLikeness(wordings, asked, worded);
    if (likeness === undefined) continue;
    const raised = raiseMatch(candidate, { terms, found: likeness, bestScore, answers });
    // Of two lessons for one passage the one more alike speaks.
    if (raised.score > candidate.score) {
      const matchedTerms = matchedWords(terms, raised.sentenceMatches);
      byPassage.set(passage.id, { ...candidate, ...raised, matchedTerms });
    }
  }
  const candidates = [...byPassage.values()].sort(
    (a, b) => b.score - a.score || compareTexts(a.passage.id, b.passage.id),
  );
  return {
    terms,
    candidates: candidates.slice(0, k).map((candidate, place) => ({ ...candidate, rank: place + 1 })),
  };
}

/** The passage with what its wordings say for it, where that is more than what others said. */
function withAsked(candidate: ExaminedPassage, measured: number): ExaminedPassage {
  const { signals } = candidate;
  const askedAlike = Math.max(signals.askedAlike, measured);
  return { ...candidate, signals: { ...signals, askedAlike } };
}

function unfound(passage: Passage, terms: readonly QueryTerm[]): ExaminedPassage {
  const none = terms.map(() => 0);
  return {
    passage,
    score: 0,
    rank: 0,
    coverage: 0,
    matchedTerms: [],
    sentenceMatches: passage.sentences.map(() => none),
    contextMatches: none,
    signals: noSignals,
  };
}

const noSignals: PassageSignals = {
  frequency: 0,
  neighbours: 0,
  near: 0,
  alike: 0,
  alikeWhole: 0,
  farthest: 1,
  pairs: 0,
  opening: 0,
  askedAlike: 0,
};

function withoutEvidence({ passage, score, rank, coverage, matchedTerms }: ExaminedPassage): ScoredPassage {
  return { passage, score, rank, coverage, matchedTerms };
}
