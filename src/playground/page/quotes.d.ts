import type { PageDocument } from '../page-protocol.ts';
import type { MarkdownNode, QuoteNode } from './markdown.d.ts';

export type DocumentIndex = { document: PageDocument; text: string; offsets: number[]; title: string }[];

/** Offsets are UTF-16 code units into the document's text, ends exclusive. */
export interface Place {
  documentId: string;
  /** One for each part of the quote, in order. */
  ranges: { start: number; end: number }[];
  /** What the quote has in bold. */
  strong: { start: number; end: number }[];
}

export type Segment =
  | { kind: 'flow'; nodes: MarkdownNode[] }
  | {
      kind: 'quote';
      quote: QuoteNode;
      citation: MarkdownNode[];
      place: Place | undefined;
    };

export type PartWays = { from: number; to: number; words: string; cutStart: boolean; cutEnd: boolean }[];
export interface Spot {
  at: number;
  way: PartWays[number];
}

export function indexDocuments(documents: readonly PageDocument[]): DocumentIndex;
export function sameDocuments(some: readonly PageDocument[], others: readonly PageDocument[]): boolean;
export function splitQuotes(nodes: MarkdownNode[], index: DocumentIndex): Segment[];
export function visibleText(
  nodes: MarkdownNode[],
  nameOf?: (node: MarkdownNode) => string,
): { text: string; bold: boolean[] };
