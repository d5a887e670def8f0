export type MarkdownNode =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'subtext'; children: MarkdownNode[] }
  | QuoteNode
  | { type: 'heading'; level: number; children: MarkdownNode[] }
  | { type: 'list'; ordered: boolean; start: number; items: MarkdownNode[][] }
  | { type: 'code'; text: string }
  | { type: 'code-block'; language: string; text: string }
  | { type: 'link'; url: string; children: MarkdownNode[] }
  | { type: 'user' | 'channel' | 'role'; id: string }
  | { type: 'command'; name: string; id: string }
  | { type: 'time'; unix: number; style: string }
  | { type: 'emoji'; name: string }
  | { type: 'everyone'; text: string };

export interface QuoteNode {
  type: 'quote';
  children: MarkdownNode[];
}

export function parseMarkdown(source: string): MarkdownNode[];
