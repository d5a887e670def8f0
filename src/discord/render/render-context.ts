import type { Article, Block, Span } from '../../articles/article.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { messageLengthMax } from '../limits.ts';
import type { Reply } from '../reply.ts';
import type { Texts } from '../texts/texts.ts';
import { describePlace, formatDate, renderCitationLine } from './citation-line.ts';
import { renderInline } from './cut-text.ts';
import { renderQuote } from './render-quote.ts';

export interface ContextRequest {
  readonly article: Article;
  readonly passage: Passage;
  /** Answering words, as offsets into the snapshot; shown bold where they fit the passage's block. */
  readonly highlight?: Span;
  /** What the reply is called. */
  readonly title: string;
  readonly texts: Texts;
}

/**
 * What each block may count on where not all fits. Without a link that is always possible: 500 + 4 × 160,
 * 320 for the place and 5 × 60 for the labels.
 */
const middleLengthMin = 500;
const neighbourLengthMin = 160;

/**
 * A passage's paragraph with one paragraph before and after, headings between them included, each
 * under its number: whole where that fits, else the passage's own paragraph before its neighbours.
 * At most 2,000 UTF-16 units.
 */
export function renderContext(request: ContextRequest): Reply {
  const content = renderParts(request, { link: true }) ?? renderParts(request, { link: false });
  if (content === undefined) {
    throw new RangeError('No layout of the context fits one message');
  }
  return { content };
}

/** One block under its label. */
interface Part {
  readonly label: string;
  readonly render: (lengthMax: number) => string;
}

/** Undefined where too little room is left for the passage's own paragraph. */
function renderParts(
  { article, passage, highlight, title, texts }: ContextRequest,
  { link }: { readonly link: boolean },
): string | undefined {
  const block = article.blocks[passage.blockIndex];
  if (!block) {
    throw new RangeError(`Passage ${passage.id} stands in no block of its article`);
  }
  const bold = highlight && contains(block, highlight) ? [highlight] : [];
  const focus = focusSentence(block, bold[0] ?? passage);
  const around = (step: -1 | 1) =>
    neighbours(article.blocks, passage.blockIndex, step).map((near): Part => {
      const nearest = near.sentences.at(step === 1 ? 0 : -1);
      return {
        // Quotes in a row would run together: a line of ours says where each begins.
        label: describePlace({ block: near }, texts),
        render: (lengthMax) => renderBlock(article, near, { focus: nearest, lengthMax }),
      };
    });
  const middle: Part = {
    label: `**${describePlace({ block }, texts)}**`,
    render: (lengthMax) => renderBlock(article, block, { focus, bold, lengthMax }),
  };
  const parts = [...around(-1), middle, ...around(1)];
  const head = `**${title}** · ${renderCitationLine({ article, block, words: focus ?? block }, texts, link)}`;
  const frameLength = parts.reduce((sum, { label }) => sum + label.length + 2, head.length);
  const quotes = shareOut(parts, middle, messageLengthMax - frameLength);
  return quotes && [head, ...parts.flatMap((part) => [part.label, quotes.get(part) ?? ''])].join('\n');
}

/** The quotes, together at most `room` UTF-16 units; what one of them leaves over goes to the others. */
function shareOut(parts: readonly Part[], middle: Part, room: number): Map<Part, string> | undefined {
  const quotes = new Map(parts.map((part) => [part, part.render(messageLengthMax)]));
  const lengthOf = (part: Part) => quotes.get(part)?.length ?? 0;
  if (parts.reduce((sum, part) => sum + lengthOf(part), 0) <= room) {
    return quotes;
  }
  const others = parts.filter((part) => part !== middle).toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const reserved = others.reduce((sum, part) => sum + Math.min(lengthOf(part), neighbourLengthMin), 0);
  if (room - reserved < middleLengthMin) {
    return undefined;
  }
  let left = room;
  const place = (part: Part, lengthMax: number) => {
    const quote = lengthOf(part) <= lengthMax ? (quotes.get(part) ?? '') : part.render(lengthMax);
    quotes.set(part, quote);
    left -= quote.length;
  };
  place(middle, room - reserved);
  // The shortest first: what it does not need is the longer ones'.
  others.forEach((part, index) => place(part, Math.floor(left / (others.length - index))));
  return quotes;
}

const openingLengthMax = 320;

/** Everything known about one article, with its opening words. At most 2,000 UTF-16 units. */
export function renderArticle(article: Article, texts: Texts): Reply {
  const { fields } = texts;
  const paragraphs = article.blocks.reduce((most, { paragraph }) => Math.max(most, paragraph), 0);
  const opening = article.blocks.find(({ kind }) => kind === 'summary' || kind === 'paragraph');
  const facts: (readonly [string, string | undefined])[] = [
    [fields.author, article.author && renderInline(article.author, 120)],
    [fields.publisher, article.publisher && renderInline(article.publisher, 120)],
    [fields.published, article.published && formatDate(article.published, texts)],
    [fields.language, texts.languageNames[article.language]],
    [fields.licence, article.licence && renderInline(article.licence, 120)],
    [fields.length, texts.paragraphCount(paragraphs)],
    [fields.version, article.version.slice(0, 8)],
  ];
  const quote =
    opening && renderBlock(article, opening, { focus: opening.sentences[0], lengthMax: openingLengthMax });
  const place = opening && { article, block: opening, words: opening.sentences[0] ?? opening };
  return {
    content: [
      `**${renderInline(article.title, 200)}**`,
      ...facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
      ...(quote && place ? [quote, renderCitationLine(place, texts)] : []),
      texts.askAbout,
    ].join('\n'),
  };
}

/** A block's words, the focus sentence first of all. */
function renderBlock(
  article: Article,
  block: Block,
  shown: { focus: Span | undefined; bold?: readonly Span[]; lengthMax: number },
): string {
  return renderQuote({
    text: article.text,
    span: block,
    block,
    sentences: block.sentences,
    ...(shown.focus && { focus: shown.focus }),
    ...(shown.bold && { bold: shown.bold }),
    lengthMax: shown.lengthMax,
  });
}

/** The nearest block in that direction, and where that is a heading the one beyond it too; in reading order. */
function neighbours(blocks: readonly Block[], from: number, step: -1 | 1): Block[] {
  const nearest = blocks[from + step];
  if (!nearest) {
    return [];
  }
  const beyond = nearest.kind === 'heading' ? blocks[from + step * 2] : undefined;
  const found = beyond ? [nearest, beyond] : [nearest];
  return step === 1 ? found : found.toReversed();
}

function focusSentence(block: Block, words: Span): Span | undefined {
  return block.sentences.find(({ end }) => end > words.start);
}

function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
