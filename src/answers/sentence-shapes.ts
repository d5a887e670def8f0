/** An article enters, what its sentences look like whatever is asked leaves: read once and kept, since every question looks at many. */
import type { Article, Span } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import { findAnswerSpans } from './answer-spans.ts';
import type { AnswerKind } from './expected-answer.ts';

/** What a sentence shows by itself. */
export interface SentenceShape {
  readonly text: string;
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

/** The shapes of the article's sentences; at most one a sentence is kept, and its answers of each kind. */
export function readSentenceShapes({ text: articleText }: Article): SentenceShapes {
  const shapes = new Map<number, SentenceShape>();
  const answers = new Map<string, string[][][]>();
  return {
    shapeOf({ start, end }) {
      const known = shapes.get(start);
      if (known !== undefined) return known;
      const shape = readShape(articleText.slice(start, end));
      shapes.set(start, shape);
      return shape;
    },
    answersIn({ start, end }, kind) {
      const key = `${kind} ${start}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const text = articleText.slice(start, end);
      const found = findAnswerSpans(text, kind, articleText).map((span) =>
        analyseText(text.slice(span.start, span.end), questionAnalysis).map(({ forms }) => [...forms]),
      );
      answers.set(key, found);
      return found;
    },
  };
}

function readShape(text: string): SentenceShape {
  return {
    text,
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
