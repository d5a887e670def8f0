/**
 * What a bot gets from MiniSearch as it comes: no language, no weighting of ours, every paragraph a
 * document. Only the measuring bench uses it, to say in the same run what the rest is worth.
 */
import MiniSearch from 'minisearch';

/** One document of the plain search. */
export interface PlainDocument {
  readonly id: string;
  /** Searched beside the text; empty where titles are not searched. */
  readonly title: string;
  readonly text: string;
}

/** A document as the plain search ranked it. */
export interface PlainHit {
  readonly id: string;
  /** MiniSearch's score: above 0, unbounded, not comparable between questions. */
  readonly score: number;
}

/** A plain search: best first; empty when no word of the question stands in any document. */
export type PlainSearch = (question: string) => readonly PlainHit[];

/**
 * MiniSearch with its defaults over the documents.
 * @throws Error when two documents have the same id.
 */
export function buildPlainSearch(documents: readonly PlainDocument[]): PlainSearch {
  const index = new MiniSearch<PlainDocument>({ fields: ['title', 'text'] });
  index.addAll(documents);
  return (question) =>
    index.search(question).map((result) => ({ id: String(result.id), score: result.score }));
}
