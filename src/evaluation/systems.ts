/** What can be put to the questions: Kutip's own way, and a plain search over the same paragraphs. */
import type { Answer, NoAnswer, Question } from '../answers/answer.ts';
import type { Article, Block } from '../articles/article.ts';
import type { PassageIndex } from '../retrieval/passage.ts';
import type { PlainDocument, PlainSearch } from '../retrieval/plain-search.ts';
import { readAnswer, type Outcome, type RankedPlace } from './outcome.ts';

/** Something that answers questions over articles it was built from. */
export interface System {
  readonly name: string;
  answer(question: Question): Outcome;
}

/** Builds a system over articles. */
export type BuildSystem = (articles: readonly Article[]) => System;

/** The very functions that `/ask` and the terminal call. */
export interface KutipFunctions {
  readonly buildPassageIndex: (articles: readonly Article[]) => PassageIndex;
  readonly answerQuestion: (index: PassageIndex, question: Question) => Answer | NoAnswer;
}

/** Builds Kutip as members meet it. */
export function kutipBuilder({ buildPassageIndex, answerQuestion }: KutipFunctions): BuildSystem {
  return (articles) => {
    const index = buildPassageIndex(articles);
    return {
      name: 'Kutip',
      answer: (question) => readAnswer(answerQuestion(index, question), index),
    };
  };
}

/** Builds the system as if no article carried questions: what they are worth. */
export function withoutCurated(build: BuildSystem): BuildSystem {
  return (articles) => {
    const system = build(articles.map(withoutQuestions));
    return { ...system, name: `${system.name} without curated questions` };
  };
}

function withoutQuestions(article: Article): Article {
  const { questions: _, ...rest } = article;
  return rest;
}

/** Places of the plain search that are looked at: as many as Kutip gives with *More*. */
const plainPlacesMax = 15;

/** What the plain search is built by, and whether titles are a field of its documents. */
export interface PlainOptions {
  readonly build: (documents: readonly PlainDocument[]) => PlainSearch;
  readonly withTitles: boolean;
}

/**
 * Builds the plain search: every paragraph and list item a document. It knows no conversation, no
 * sentence and no threshold: it answers whenever a word is found, as sure as its best score.
 */
export function plainBuilder({ build, withTitles }: PlainOptions): BuildSystem {
  return (articles) => {
    const places = new Map<string, RankedPlace>();
    const documents = articles.flatMap((article) =>
      article.blocks.filter(isPlainDocument).map((block): PlainDocument => {
        const id = `${article.id}\n${block.index}`;
        const { kind, paragraph, start, end } = block;
        places.set(id, {
          articleId: article.id,
          paragraph,
          kind,
          start,
          end,
          sentence: null,
          highlight: null,
        });
        return { id, title: withTitles ? article.title : '', text: article.text.slice(start, end) };
      }),
    );
    const search = build(documents);
    return {
      name: 'MiniSearch, plain',
      answer({ text, articleId }) {
        const asked = search(text).filter(
          ({ id }) => articleId === undefined || places.get(id)?.articleId === articleId,
        );
        const hits = asked.slice(0, plainPlacesMax);
        return {
          places: hits.flatMap(({ id }) => places.get(id) ?? []),
          answered: hits.length > 0,
          verdict: null,
          confidence: hits[0]?.score ?? 0,
          foreignCitations: 0,
        };
      },
    };
  };
}

function isPlainDocument(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'list-item';
}
