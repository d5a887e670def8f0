/**
 * What somebody wrote down as a way of asking for a passage enters with a question; how alike the two
 * are leaves, and what the passage then counts for. Shared by the questions that an article carries
 * and by those that a server's moderators taught. A wording finds and vouches; it is never quoted.
 */
import type { Article } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import type { TermVector } from '../language/lexicon/term-vectors.ts';
import { isNegation } from '../language/negations.ts';
import { isLightWord } from '../language/stop-words.ts';
import { questionClassOf, type QuestionClass } from '../language/question-class.ts';
import type { Passage, PassageSignals, QueryTerm } from './passage.ts';
import type { PassageMatch } from './score-passage.ts';
import { nearnessOf } from './weigh-nearness.ts';

/** A wording made ready to be compared. */
export interface Wording {
  /** Its informative words, each with every form it may be found by and how well that stands for it, above 0 to 1. */
  readonly words: readonly ReadonlyMap<string, number>[];
  /** By word: how it is used; undefined where that is not known. */
  readonly vectors: readonly (TermVector | undefined)[];
  /** Its words as said, small ones too. */
  readonly said: ReadonlySet<string>;
  readonly asksFor: QuestionClass | undefined;
}

/** A question made ready to be compared with many wordings. */
export interface AskedQuestion {
  readonly terms: readonly QueryTerm[];
  readonly said: ReadonlySet<string>;
  readonly asksFor: QuestionClass | undefined;
  /** By query term, its forms, whether the corpus has them or not, with how well each stands for it. */
  readonly words: readonly ReadonlyMap<string, number>[];
  /** By form, the places of the terms that have it. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
  /** Sum of the terms' weights, above 0. */
  readonly weight: number;
  /** Words that are names in this corpus. */
  readonly names: ReadonlySet<string>;
}

/** How alike a question is to one wording. */
export interface Likeness {
  /** `likenessMin` to 1. */
  readonly likeness: number;
  /** By query term: how well a word of the wording is the same, 0 to 1. */
  readonly has: readonly number[];
}

/**
 * How alike a question and a wording must be, as the harmonic mean of the shares of each that stand
 * in the other. At a half, one odd word beside one shared is not enough ("istri Musk", "rumah Musk"
 * share their name alone), two shared of three are.
 */
const likenessMin = 0.55;
/** The most that a question comes to which has a word of weight beside those of the wording. */
const otherQuestionMax = 0.79;
/** What a word counts for that stands in the wording instead of in the passage. */
const wordingMatch = 0.95;
/** How far a passage asked for is put before the best of the others; above any bonus of the answers. */
const wordingLead = 0.5;

/** The informative words of a text, with the forms the index knows for them (translations, near spellings). */
export function readWording(text: string, terms: readonly QueryTerm[]): Wording {
  const known = new Map(terms.map((term) => [term.word, term]));
  const tokens = analyseText(text, questionAnalysis);
  const words = tokens.filter((token) => !token.isStop);
  return {
    words: words.map((token) => withOwnForms(token.forms, known.get(token.folded)?.forms)),
    vectors: words.map(({ folded }) => known.get(folded)?.vector),
    said: new Set(tokens.map(({ folded }) => folded)),
    asksFor: questionClassOf(text),
  };
}

/** The forms that a word has by itself, as said first, and those that the index knows for it. */
function withOwnForms(
  own: readonly string[],
  known: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const forms = new Map(own.map((form) => [form, 1]));
  for (const [form, strength] of known) if (!forms.has(form)) forms.set(form, strength);
  return forms;
}

/** How well two words stand for the same: 1 for one word in two forms, less where only the meaning is one: as well as the weaker of the two stands for it. */
function sameness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const [form, strength] of one) most = Math.max(most, Math.min(strength, other.get(form) ?? 0));
  return most;
}

/** The question with its terms as the index reads them; at least one. */
export function readAskedQuestion(
  question: string,
  terms: readonly QueryTerm[],
  names: ReadonlySet<string>,
): AskedQuestion {
  const tokens = analyseText(question, questionAnalysis);
  const own = new Map(tokens.map((token) => [token.folded, token.forms]));
  const words = terms.map((term) => withOwnForms(own.get(term.word) ?? [], term.forms));
  const placesOf = new Map<string, number[]>();
  for (const [place, forms] of words.entries()) {
    for (const form of forms.keys()) {
      const places = placesOf.get(form);
      if (places === undefined) placesOf.set(form, [place]);
      else places.push(place);
    }
  }
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const said = new Set(tokens.map(({ folded }) => folded));
  return { terms, words, placesOf, weight, names, said, asksFor: questionClassOf(question) };
}

/** The passage that wordings were written for, with what it matches of the question. */
export interface WordedPassage {
  readonly passage: Pick<Passage, 'paragraph'>;
  readonly match: Pick<PassageMatch, 'sentenceMatches' | 'contextMatches'>;
}

/** The wording most like the question, the first of several alike; undefined where none is like it. */
export function findLikeness(
  wordings: readonly Wording[],
  asked: AskedQuestion,
  place: WordedPassage,
): Likeness | undefined {
  let best: Likeness | undefined;
  for (const wording of wordings) {
    const found = compare(wording, asked, place);
    if (found !== undefined && found.likeness > (best?.likeness ?? 0)) best = found;
  }
  return best;
}

/**
 * How alike the wording is that comes nearest to the question, words of like use counting, too: the `askedAlike` of a
 * passage that has these. Squared, for one that is half alike is mostly of another passage's question.
 */
export function measureAsked(
  wordings: readonly Wording[],
  asked: AskedQuestion,
  worded: WordedPassage,
): number {
  const { terms, words, weight, asksFor } = asked;
  let alike = 0;
  for (const wording of wordings) {
    if (isAboutElse(wording, asked, { ...sayTheSame(wording, asked), worded })) continue;
    const inThis = new Float64Array(terms.length);
    let found = 0;
    for (const [at, forms] of wording.words.entries()) {
      const vector = wording.vectors[at];
      let best = 0;
      for (const [place, term] of terms.entries()) {
        const match = Math.max(sameness(forms, words[place] ?? new Map()), nearnessOf(term.vector, vector));
        best = Math.max(best, match);
        inThis[place] = Math.max(inThis[place] ?? 0, match);
      }
      found += best;
    }
    const isOther =
      (asksFor !== undefined && wording.asksFor !== undefined && asksFor !== wording.asksFor) ||
      denies(asked.said) !== denies(wording.said);
    const precision = found / wording.words.length;
    alike = Math.max(
      alike,
      (isOther ? otherKindShare : 1) * (sumOf(terms, inThis) / weight) * (0.5 + precision / 2),
    );
  }
  return alike ** 2;
}

/** What a wording that asks for something else (when, not why; who is not) is worth beside one that asks for the same. */
const otherKindShare = 0.5;

function sumOf(terms: readonly QueryTerm[], matches: Float64Array): number {
  return terms.reduce((sum, { weight }, place) => sum + weight * (matches[place] ?? 0), 0);
}

/** What question and wording say alike: by query term, and by word of the wording, 0 to 1. */
function sayTheSame(wording: Wording, { terms, words }: AskedQuestion): { has: number[]; found: number[] } {
  const has = terms.map(() => 0);
  const found = wording.words.map((forms) =>
    words.reduce((most, other, place) => {
      const same = sameness(forms, other);
      has[place] = Math.max(has[place] ?? 0, same);
      return Math.max(most, same);
    }, 0),
  );
  return { has, found };
}

function compare(wording: Wording, asked: AskedQuestion, worded: WordedPassage): Likeness | undefined {
  const { terms, weight, asksFor } = asked;
  // "Kapan ia pergi?" has all the words of "Kenapa ia pergi?" and asks for something else.
  if (asksFor !== undefined && wording.asksFor !== undefined && asksFor !== wording.asksFor) return undefined;
  if (denies(asked.said) !== denies(wording.said)) return undefined;
  const { has, found } = sayTheSame(wording, asked);
  const shared = terms.reduce((sum, term, place) => sum + term.weight * (has[place] ?? 0), 0);
  if (shared === 0) return undefined;
  const foundSum = found.reduce((sum, one) => sum + one, 0);
  const ofWords = harmonicMean(shared / weight, foundSum / found.length);
  // A single word in common says little: then the small words around it count, too.
  const isOne = found.filter((one) => one > 0).length === 1;
  const alike = isOne ? ofWords * (0.5 + sameSaid(wording.said, asked.said) / 2) : ofWords;
  const likeness = asksMore(asked, has) ? Math.min(otherQuestionMax, alike) : alike;
  if (likeness < likenessMin || isAboutElse(wording, asked, { has, found, worded })) return undefined;
  return { likeness, has };
}

const denies = (words: ReadonlySet<string>): boolean => [...words].some(isNegation);

/** Whether the question has a word of weight that the wording lacks: "denda parkir motor". */
function asksMore({ terms }: AskedQuestion, has: readonly number[]): boolean {
  return terms.some(
    ({ word, emphasis }, place) => emphasis === 1 && (has[place] ?? 0) === 0 && !isLightWord(word),
  );
}

/**
 * Who or which it is about decides: the same question about somebody else is another question. A name that the wording
 * lacks may be whom the article is about, "Igor" for "dia": then its title or heading has it.
 */
function isAboutElse(
  wording: Wording,
  { terms, words, names }: AskedQuestion,
  {
    has,
    found,
    worded: { passage, match },
  }: {
    readonly has: readonly number[];
    readonly found: readonly number[];
    readonly worded: WordedPassage;
  },
): boolean {
  const lacksName = wording.words.some((forms, place) => found[place] === 0 && isName(forms, names));
  return terms.some((term, place) => {
    if ((has[place] ?? 0) > 0) return false;
    // What neither the corpus nor the languages know is somebody's name, as far as anyone can tell.
    const isStrange = !term.isKnown && !term.isInLanguage;
    const isIdentity = term.isName || term.isNumber || isStrange || isName(words[place] ?? new Map(), names);
    const isSubject =
      passage.paragraph === 0
        ? match.sentenceMatches.some((matches) => (matches[place] ?? 0) > 0)
        : (match.contextMatches[place] ?? 0) > 0;
    return isIdentity && (lacksName || !isSubject);
  });
}

function harmonicMean(a: number, b: number): number {
  return (2 * a * b) / (a + b);
}

/** Share of the words that both have (Dice), 0 to 1. */
function sameSaid(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return (2 * some.intersection(others).size) / (some.size + others.size);
}

function isName(forms: ReadonlyMap<string, number>, names: ReadonlySet<string>): boolean {
  return names.has(forms.keys().next().value ?? '');
}

/** What a passage is raised by. */
export interface Raise {
  readonly terms: readonly QueryTerm[];
  readonly found: Likeness;
  /** Score of the best passage without any wording. */
  readonly bestScore: number;
  /** By sentence of the passage: whether it is among the answering words; absent where only the passage is told. */
  readonly answers?: readonly boolean[];
}

/** A match that counts for more because somebody wrote the question down. */
export interface RaisedMatch extends PassageMatch {
  readonly likeness: number;
}

/** The match as if the wording stood in the answering sentences. */
export function raiseMatch(match: PassageMatch, { terms, found, bestScore, answers }: Raise): RaisedMatch {
  const isSaid = terms.map((_, place) =>
    match.sentenceMatches.some((sentence) => (sentence[place] ?? 0) > 0),
  );
  const sentenceMatches = match.sentenceMatches.map((matches, number) =>
    terms.map((term, place) => {
      const own = matches[place] ?? 0;
      // Where no sentence is named, the words that tell sentences apart go on doing so.
      if (answers === undefined ? isSaid[place] === true : answers[number] !== true) return own;
      const has = found.has[place] ?? 0;
      // Another small word in the same question: somebody said that this passage answers.
      const isRest = found.likeness > otherQuestionMax && !term.isName && !term.isNumber;
      const same = isRest ? Math.max(has, found.likeness) : has;
      return Math.max(own, wordingMatch * same);
    }),
  );
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const covered = terms.reduce((sum, term, place) => {
    const best = sentenceMatches.reduce((most, matches) => Math.max(most, matches[place] ?? 0), 0);
    return sum + term.weight * best;
  }, 0);
  const share = weight > 0 ? covered / weight : 0;
  return {
    ...match,
    score: Math.max(match.score, bestScore + wordingLead * (1 + found.likeness)),
    coverage: share,
    signals: raiseSignals(match.signals, share),
    sentenceMatches,
    likeness: found.likeness,
  };
}

/** The wording counts as the passage's own words in every signal. */
function raiseSignals(signals: PassageSignals, share: number): PassageSignals {
  return {
    ...signals,
    frequency: Math.max(signals.frequency, share),
    near: Math.max(signals.near, share),
    alike: Math.max(signals.alike, share),
    alikeWhole: Math.max(signals.alikeWhole, share),
    farthest: Math.min(signals.farthest, 1 - share),
  };
}

/** Words that the articles write with a capital inside sentences and never without: names. */
export function findCapitalised(articles: Iterable<Article>): Set<string> {
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
