/**
 * An independent reading of Discord's Markdown (npm discord-markdown-parser), flattened to what a
 * person sees. Where it reads otherwise than Discord's own clients:
 * - It knows no lists. The escapes that keep `- `, `* ` and `1. ` from becoming lists are tested by hand.
 * - It takes a heading or small print only after a rule that ended with a line break, not after plain
 *   text; escaping does not rely on that.
 * - Its masked links are the generic Markdown rule; Discord's refuses some of them. Escaping relies on
 *   neither: no `](` survives.
 * - Unicode emoji become nodes with the emoji as their name: read as that text.
 */
import { parse } from 'discord-markdown-parser';

interface MarkdownNode {
  readonly type: string;
  readonly content?: string | readonly MarkdownNode[];
  readonly name?: string;
}

export interface ReadMessage {
  /** Visible text outside block quotes. */
  readonly around: string;
  /** Visible text of each block quote. */
  readonly quotes: readonly string[];
  /** Text that is bold, wherever it stands. */
  readonly bold: readonly string[];
  /** Every kind of node met, each once. */
  readonly kinds: ReadonlySet<string>;
}

export function readMessage(content: string): ReadMessage {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package types its nodes as any
  const nodes = parse(content, 'extended') as readonly MarkdownNode[];
  const quotes = nodes.filter(({ type }) => type === 'blockQuote');
  const everything = nodes.flatMap(withDescendants);
  return {
    around: nodes
      .filter(({ type }) => type !== 'blockQuote')
      .map(flatten)
      .join(''),
    quotes: quotes.map(flatten),
    bold: everything.filter(({ type }) => type === 'strong').map(flatten),
    kinds: new Set(everything.map(({ type }) => type)),
  };
}

function flatten(node: MarkdownNode): string {
  if (node.type === 'br' || node.type === 'newline') {
    return '\n';
  }
  if (node.type === 'twemoji') {
    return node.name ?? '';
  }
  return typeof node.content === 'string' ? node.content : (node.content ?? []).map(flatten).join('');
}

function withDescendants(node: MarkdownNode): MarkdownNode[] {
  const children = typeof node.content === 'object' ? node.content : [];
  return [node, ...children.flatMap(withDescendants)];
}
