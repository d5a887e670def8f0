/** An article enters, what its sentences look like whatever is asked leaves: read once and kept, since every question looks at many. */
import type { Article, Span } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import { findAnswerSpans } from './answer-spans.ts';
import type { AnswerKind } from './expected-answer.ts';
import { hasUnit, type ExpectedUnit } from './expected-unit.ts';

/** What a sentence shows by itself. */
export interface SentenceShape {
  readonly text: string;
  readonly lowerCase: string;
  /** Begins as a sentence does that goes on about the one before: "Ia …", "Gedung itu …". */
  readonly goesOn: boolean;
  readonly hasCause: boolean;
  readonly hasCopula: boolean;
  readonly hasList: boolean;
  readonly hasNegation: boolean;
  readonly hasName: boolean;
  readonly hasFigure: boolean;
  /** In words, at least 1. */
  readonly length: number;
}

/** The sentences of one article, each read when first asked for and then kept. */
export interface SentenceShapes {
  shapeOf(sentence: Span): SentenceShape;
  /** Places that could answer a question of that kind: of every word of each, the forms it is found by. */
  answersIn(sentence: Span, kind: AnswerKind): readonly (readonly (readonly string[])[])[];
  /** Whether the sentence has a figure of that unit. */
  hasUnitIn(sentence: Span, unit: ExpectedUnit): boolean;
}

const goingOn =
  /^["“'‘(]*(?:ia|dia|beliau|mereka|ini|itu|hal (?:ini|itu|tersebut)|menurutnya|\S+ (?:ini|itu|tersebut)|\S{3,}nya|he|she|it|they|his|her|its|their|this|these|those|the \S+|ketiganya|keduanya)(?![\p{L}\p{N}])/iu;
const causeWord =
  /(?<![\p{L}\p{N}])(?:karena|lantaran|sebab|disebabkan|akibat|untuk|agar|supaya|demi|sehingga|gara-gara|dipicu|berkat|because|since|due to|in order to|so that|caused|led to|therefore|to avoid|result)(?![\p{L}\p{N}])/iu;
const copulaWord =
  /(?<![\p{L}\p{N}])(?:adalah|ialah|merupakan|yaitu|yakni|artinya|berarti|is an?|is the|was an?|was the|are|were|means|refers to)(?![\p{L}\p{N}])/iu;
const negationWord =
  /(?<![\p{L}\p{N}])(?:tidak|tak|bukan|belum|tanpa|jangan|not|no|never|without|nobody|none|n['’]t)(?![\p{L}\p{N}])/iu;
const listOf = /,\s[^,]+,?\s(?:dan|serta|atau|and|or)\s/iu;
const capitalInside = /[\p{Ll}\p{N},]\s+\p{Lu}\p{L}/u;

/** The shapes of the article's sentences; at most one a sentence is kept, its answers of each kind, and whether it has each unit. */
export function readSentenceShapes({ text: articleText }: Article): SentenceShapes {
  const textOf = ({ start, end }: Span): string => articleText.slice(start, end);
  const shapeOf = keepBySentence((sentence) => readShape(textOf(sentence)));
  const answersOf = new Map<AnswerKind, (sentence: Span) => string[][][]>();
  const unitOf = new Map<ExpectedUnit, (sentence: Span) => boolean>();
  const keepAnswers = (kind: AnswerKind) =>
    keepBySentence((sentence) => findAnswers(textOf(sentence), kind, articleText));
  return {
    shapeOf,
    answersIn: (sentence, kind) => getOrMake(answersOf, kind, keepAnswers)(sentence),
    hasUnitIn: (sentence, unit) =>
      getOrMake(unitOf, unit, () => keepBySentence((one) => hasUnit(textOf(one), unit)))(sentence),
  };
}

/** What is read of a sentence, told from others by where it begins; read when first asked for and then kept. */
function keepBySentence<T>(read: (sentence: Span) => T): (sentence: Span) => T {
  const kept = new Map<number, T>();
  return (sentence) => getOrMake(kept, sentence.start, () => read(sentence));
}

function getOrMake<K, V>(kept: Map<K, V>, key: K, make: (key: K) => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  kept.set(key, made);
  return made;
}

function findAnswers(text: string, kind: AnswerKind, articleText: string): string[][][] {
  return findAnswerSpans(text, kind, articleText).map((span) =>
    analyseText(text.slice(span.start, span.end), questionAnalysis).map(({ forms }) => [...forms]),
  );
}

function readShape(text: string): SentenceShape {
  return {
    text,
    lowerCase: text.toLowerCase(),
    goesOn: goingOn.test(text),
    hasCause: causeWord.test(text),
    hasCopula: copulaWord.test(text),
    hasList: listOf.test(text),
    hasNegation: negationWord.test(text),
    hasName: capitalInside.test(text),
    hasFigure: /\d/u.test(text),
    length: text.split(/\s+/u).length,
  };
}
