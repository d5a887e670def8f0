/**
 * An index and what one server adds to it enter: wordings that its moderators taught, and the
 * articles it wants asked. An index like it leaves, a thin layer over the shared one. Made again
 * with every change; the shared index stays as it is.
 */
import type { Article, Span } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
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

/**
 * How alike a question and a taught wording must be, as the harmonic mean of the shares of each
 * that stand in the other. At a half, one odd word beside one shared is not enough ("istri Musk",
 * "rumah Musk" share their name alone), two shared of three are.
 */
const likenessMin = 0.55;
/** What a word counts for that stands in the wording instead of in the passage. */
const taughtMatch = 0.95;
/** How far a taught passage is put before the best of the others; above any bonus of the answers. */
const taughtLead = 0.5;

/** The index as that server sees it. Deterministic; taught passages that the index lacks are left out. */
export function overlayIndex(index: PassageIndex, overlay: IndexOverlay): PassageIndex {
  const { articleIds } = overlay;
  const examineScoped = (texts: readonly WeightedText[], k: number, scope: SearchScope): Examination =>
    articleIds === undefined || scope.articleId !== undefined
      ? index.examine(texts, k, scope)
      : examineArticles(index, { texts, k, articleIds });
  const lessons = overlay.taught.flatMap((taught) => readLesson(index, taught));
  const names = lessons.length === 0 ? new Set<string>() : findNames(index.articles.values());

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
    .sort((a, b) => b.score - a.score || compare(a.passage.id, b.passage.id));
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

/** A taught wording, word by word: each with every form it may be found by. */
type Wording = readonly (readonly string[])[];

function readLesson(index: PassageIndex, { passageId, span, wordings }: TaughtPassage): Lesson[] {
  const passage = index.passage(passageId);
  if (passage === undefined) return [];
  const answers = passage.sentences.map(({ start, end }) => start < span.end && end > span.start);
  return [
    {
      passage,
      answers: answers.includes(true) ? answers : answers.map(() => true),
      wordings: wordings.map((text) => readWords(text, index.examine([{ text, weight: 1 }], 0).terms)),
    },
  ];
}

/** The informative words of a text, with the forms the index knows for them (translations, near spellings). */
function readWords(text: string, terms: readonly QueryTerm[]): Wording {
  const known = new Map(terms.map((term) => [term.word, term.forms]));
  const words = analyseText(text, questionAnalysis).filter((token) => !token.isStop);
  return words.map((token) => [...token.forms, ...(known.get(token.folded)?.keys() ?? [])]);
}

interface Asking {
  readonly question: string;
  readonly lessons: readonly Lesson[];
  readonly names: ReadonlySet<string>;
  readonly k: number;
}

function applyLessons(found: Examination, { question, lessons, names, k }: Asking): Examination {
  const own = new Map(
    analyseText(question, questionAnalysis).map((token) => [token.folded, token.forms] as const),
  );
  const words = found.terms.map((term) => [...(own.get(term.word) ?? []), ...term.forms.keys()]);
  const byPassage = new Map(found.candidates.map((candidate) => [candidate.passage.id, candidate]));
  const best = found.candidates.reduce((most, { score }) => Math.max(most, score), 0);
  let isTaught = false;
  for (const lesson of lessons) {
    const candidate = byPassage.get(lesson.passage.id) ?? unfound(lesson.passage, found.terms);
    const taught = strongest(lesson.wordings, { terms: found.terms, words, names, candidate });
    if (taught === undefined) continue;
    isTaught = true;
    const score = best + taughtLead * (1 + taught.likeness);
    // Of two lessons for one passage the one more alike speaks.
    if (score > candidate.score)
      byPassage.set(lesson.passage.id, teach(candidate, { lesson, taught, score, terms: found.terms }));
  }
  if (!isTaught) return found;
  const candidates = [...byPassage.values()].sort(
    (a, b) => b.score - a.score || compare(a.passage.id, b.passage.id),
  );
  return {
    terms: found.terms,
    candidates: candidates.slice(0, k).map((candidate, place) => ({ ...candidate, rank: place + 1 })),
  };
}

interface Likeness {
  readonly likeness: number;
  /** By query term: whether the wording has it. */
  readonly has: readonly boolean[];
}

interface Comparison {
  readonly terms: readonly QueryTerm[];
  /** By query term, its forms. */
  readonly words: Wording;
  readonly names: ReadonlySet<string>;
  readonly candidate: ExaminedPassage;
}

function strongest(wordings: readonly Wording[], comparison: Comparison): Likeness | undefined {
  let best: Likeness | undefined;
  for (const wording of wordings) {
    const found = compareWith(wording, comparison);
    if (found !== undefined && found.likeness > (best?.likeness ?? 0)) best = found;
  }
  return best;
}

function compareWith(wording: Wording, { terms, words, names, candidate }: Comparison): Likeness | undefined {
  const has = words.map((forms) => wording.some((other) => meet(forms, other)));
  const isMissing = wording.map((forms) => !words.some((other) => meet(forms, other)));
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const shared = terms.reduce((sum, term, place) => sum + (has[place] === true ? term.weight : 0), 0);
  const found = isMissing.filter((missing) => !missing).length;
  if (shared === 0 || found === 0) return undefined;
  const [inWording, inQuestion] = [shared / weight, found / wording.length];
  const likeness = (2 * inWording * inQuestion) / (inWording + inQuestion);
  if (likeness < likenessMin) return undefined;
  // Who or which it is about decides: the same question about somebody else is another question.
  const lacksName = wording.some((forms, place) => isMissing[place] === true && isName(forms, names));
  const isElse = terms.some((term, place) => {
    if (has[place] === true) return false;
    const isIdentity = term.isName || term.isNumber || isName(words[place] ?? [], names);
    return isIdentity && (lacksName || !stands(candidate, place));
  });
  return isElse ? undefined : { likeness, has };
}

function stands(candidate: ExaminedPassage, place: number): boolean {
  const inContext = (candidate.contextMatches[place] ?? 0) > 0;
  return inContext || candidate.sentenceMatches.some((matches) => (matches[place] ?? 0) > 0);
}

function isName(forms: readonly string[], names: ReadonlySet<string>): boolean {
  return names.has(forms[0] ?? '');
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((form) => others.includes(form));
}

interface Teaching {
  readonly lesson: Lesson;
  readonly taught: Likeness;
  readonly score: number;
  readonly terms: readonly QueryTerm[];
}

/** The passage as if the wording stood in its answering sentences. */
function teach(candidate: ExaminedPassage, { lesson, taught, score, terms }: Teaching): ExaminedPassage {
  const sentenceMatches = lesson.answers.map((answers, number) =>
    terms.map((term, place) => {
      const own = candidate.sentenceMatches[number]?.[place] ?? 0;
      if (!answers) return own;
      if (taught.has[place] === true) return Math.max(own, taughtMatch);
      // Another word for the same: a moderator said that this passage answers.
      return term.isName || term.isNumber ? own : Math.max(own, taughtMatch * taught.likeness);
    }),
  );
  const best = terms.map((_, place) =>
    sentenceMatches.reduce((most, matches) => Math.max(most, matches[place] ?? 0), 0),
  );
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const covered = terms.reduce((sum, term, place) => sum + term.weight * (best[place] ?? 0), 0);
  const share = weight > 0 ? covered / weight : 0;
  return {
    ...candidate,
    score,
    coverage: share,
    signals: raiseSignals(candidate.signals, share),
    matchedTerms: terms.filter((_, place) => (best[place] ?? 0) > 0).map(({ word }) => word),
    sentenceMatches,
  };
}

/** The wording counts as the passage's own words in every signal. */
function raiseSignals(signals: PassageSignals, share: number): PassageSignals {
  return {
    ...signals,
    frequency: Math.max(signals.frequency, share),
    sentence: Math.max(signals.sentence, share),
    passage: Math.max(signals.passage, share),
    own: Math.max(signals.own, share),
    direct: Math.max(signals.direct, share),
  };
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
    signals: { frequency: 0, sentence: 0, passage: 0, own: 0, direct: 0, neighbours: 0 },
  };
}

/** Words that the articles write with a capital inside sentences and never without: names. */
function findNames(articles: Iterable<Article>): Set<string> {
  const [capital, small] = [new Set<string>(), new Set<string>()];
  for (const { text } of articles) {
    for (const token of analyseText(text, questionAnalysis)) {
      const written = text.slice(token.start, token.end);
      if (/^\p{Ll}\P{Lu}*$/u.test(written)) small.add(token.folded);
      else if (/[\p{L}\p{N},]\s$/u.test(text.slice(Math.max(0, token.start - 2), token.start)))
        capital.add(token.folded);
    }
  }
  return capital.difference(small);
}

function withoutEvidence({ passage, score, rank, coverage, matchedTerms }: ExaminedPassage): ScoredPassage {
  return { passage, score, rank, coverage, matchedTerms };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
