/** A question and its best passage enter; where the one says what the other denies leaves. */
import { analyseText, articleAnalysis, questionAnalysis, type Token } from '../language/analyse-text.ts';
import type { Language } from '../language/language.ts';
import { oppositesOf } from '../language/opposites.ts';
import type { QueryTerm } from '../retrieval/passage.ts';
import type { Evidence } from './weigh-evidence.ts';
import { isNegation } from '../language/negations.ts';

/** What is compared. */
export interface ContradictionSource {
  readonly question: string;
  readonly terms: readonly QueryTerm[];
  /** The text of the best passage and of its best sentence, in their language. */
  readonly passage: string;
  readonly sentence: string;
  readonly language: Language;
}

type Contradiction = Pick<Evidence, 'opposite' | 'negationAsked' | 'deniesSaid' | 'negationSaid'>;

/** What an opposite counts that stands in the passage, but not in the sentence. */
const oppositeNearby = 0.7;

/** Where question and passage say the opposite of each other. */
export function readContradiction(source: ContradictionSource): Contradiction {
  const { question, passage, sentence, language, terms } = source;
  const asked = analyseText(question, questionAnalysis);
  const said = analyseText(sentence, articleAnalysis(language));
  const around = analyseText(passage, articleAnalysis(language));
  const isAsked = asked.some(({ folded }) => isNegation(folded));
  const denies = said.some(({ folded }) => isNegation(folded));
  return {
    opposite: saysOpposite(asked, said) ? 1 : saysOpposite(asked, around) ? oppositeNearby : 0,
    negationAsked: Number(isAsked && !denies),
    deniesSaid: Number(!denies && deniesSaid(asked, around, terms)),
    negationSaid: Number(!isAsked && deniesMatch(said, terms)),
  };
}

/** Words before another that may deny it. */
const denyingMax = 2;

/** Whether the text says the opposite of a word of the question in its place. */
function saysOpposite(asked: readonly Token[], text: readonly Token[]): boolean {
  const forms = new Set(text.flatMap((token) => token.forms));
  const own = new Set(asked.flatMap((token) => token.forms));
  return asked.some((token, place) => {
    if (token.forms.some((form) => forms.has(form))) return false;
    // "Not far" means "near", and a question that names both sides asks which of them it is.
    const before = asked.slice(Math.max(0, place - denyingMax), place);
    if (before.some(({ folded }) => isNegation(folded))) return false;
    const opposites = oppositesOf(token.forms).filter((other) => other.isDisjointFrom(own));
    return opposites.some((other) => !other.isDisjointFrom(forms));
  });
}

/** Words behind a negation that it may deny. */
const deniedMax = 3;
/** Weaker matches are of something else. */
const deniedMatchMin = 0.3;

function isMatched({ forms, isStop }: Token, terms: readonly QueryTerm[]): boolean {
  return !isStop && terms.some((term) => forms.some((form) => (term.forms.get(form) ?? 0) > deniedMatchMin));
}

/** Whether the question denies a word that the passage says: the next one behind a negation. */
function deniesSaid(asked: readonly Token[], text: readonly Token[], terms: readonly QueryTerm[]): boolean {
  return asked.some(({ folded }, place) => {
    if (!isNegation(folded)) return false;
    const behind = asked.slice(place + 1, place + 1 + deniedMax);
    const denied = terms.find(({ word }) => word === behind.find(({ isStop }) => !isStop)?.folded);
    return denied !== undefined && text.some((token) => isMatched(token, [denied]));
  });
}

/** Whether a negation of the sentence denies what matches the question. */
function deniesMatch(said: readonly Token[], terms: readonly QueryTerm[]): boolean {
  return said.some(
    ({ folded }, place) =>
      isNegation(folded) &&
      said.slice(place + 1, place + 1 + deniedMax).some((token) => isMatched(token, terms)),
  );
}
