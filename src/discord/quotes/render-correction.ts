/**
 * A quote and where its words stand in the newer article enter; what a moderator needs to decide
 * leaves: the difference, the words of today, and what can be done. Decides nothing.
 */
import type { Article } from '../../articles/article.ts';
import type { QuoteBody } from '../../quotes/quote.ts';
import type { Relocation } from '../../quotes/relocate.ts';
import { messageLengthMax } from '../limits.ts';
import { takeStart } from '../render/cut-text.ts';
import { escapeMarkdown } from '../render/escape-markdown.ts';
import { renderQuote } from '../render/render-quote.ts';
import type { Texts } from '../texts/texts.ts';
import { citeQuote } from './quote-place.ts';
import { renderDifference } from './render-difference.ts';

export interface CorrectionRequest {
  readonly number: number;
  readonly relocation: Exclude<Relocation, { kind: 'exact' | 'broken' }>;
  /** As it reads now. */
  readonly article: Article;
  /** The quote's words, from its own snapshot. */
  readonly words: string;
  /** What the moderator may choose, in order. */
  readonly choices: readonly (keyof Texts['corrections']['choices'])[];
  readonly texts: Texts;
}

const differenceLengthMax = 600;
const wordsLengthMax = 420;
const frontRoom = 100;

/** At most 1,900 UTF-16 units: a line may be put in front. */
export function renderCorrection(request: CorrectionRequest): string {
  const { number, relocation, article, choices, texts } = request;
  const { corrections } = texts;
  const body = newBody(relocation);
  const today = (withLink: boolean): string[] =>
    body === undefined ? [] : [corrections.now, ...renderToday(body, article, { texts, withLink })];
  const lines = (withLink: boolean): string[] => [
    corrections.title(number),
    ...renderChange(request),
    ...today(withLink),
    ...choices.map((choice) => `- ${corrections.choices[choice]}`),
  ];
  const whole = lines(true).join('\n');
  return whole.length <= messageLengthMax - frontRoom ? whole : lines(false).join('\n');
}

/** What the quote could quote now; undefined where there is nothing like it. */
export function newBody(relocation: Relocation): QuoteBody | undefined {
  if (relocation.kind === 'exact' || relocation.kind === 'moved') return relocation.body;
  return relocation.kind === 'changed' ? relocation.offer : undefined;
}

function renderChange({ relocation, words, texts: { corrections } }: CorrectionRequest): string[] {
  switch (relocation.kind) {
    case 'moved':
      return [corrections.moved, ...relocation.changes.map((change) => `- ${corrections.changes[change]}`)];
    case 'changed': {
      const { content, isCut } = renderDifference(relocation.diff, differenceLengthMax);
      const cut = isCut ? [corrections.differenceCut] : [];
      return [corrections.changed, content, corrections.legend, ...cut];
    }
    case 'gone':
      return [corrections.gone, renderWords(words)];
    default:
      return relocation satisfies never;
  }
}

/** Words of an older text, whose place nobody can look up any more. */
function renderWords(words: string): string {
  const shown = takeStart(words, wordsLengthMax);
  const mark = shown.length < words.length ? ' […]' : '';
  const lines = escapeMarkdown(shown, { before: '' }).split(/\s*\n\s*/u);
  return `${lines.map((line) => `> ${line}`).join('\n')}${mark}`;
}

function renderToday(
  body: QuoteBody,
  article: Article,
  { texts, withLink }: { texts: Texts; withLink: boolean },
): string[] {
  const { spans } = body;
  const lengthMax = Math.max(60, Math.floor(wordsLengthMax / spans.length));
  const quotes = spans.flatMap((span) => {
    const block = article.blocks.find(({ start, end }) => start <= span.start && span.end <= end);
    if (block === undefined) return [];
    const { sentences } = block;
    return renderQuote({ text: article.text, span, block, sentences, focus: span, lengthMax });
  });
  return quotes.length === 0 ? [] : [...quotes, citeQuote(body, article, { texts, withLink })];
}
