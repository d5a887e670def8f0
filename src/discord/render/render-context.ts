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

interface Layout {
  readonly middle: number;
  readonly neighbour: number;
  readonly link: boolean;
}

/** From the most generous to one that always fits: 500 + 4 × 160 + 320 for the place + 5 × 60 for labels. */
const layouts: readonly Layout[] = [
  { middle: 760, neighbour: 320, link: true },
  { middle: 640, neighbour: 220, link: true },
  { middle: 500, neighbour: 160, link: true },
  { middle: 500, neighbour: 160, link: false },
];

/**
 * A passage's paragraph with one paragraph before and after, headings between them included, each
 * under its number. At most 2,000 UTF-16 units.
 */
export function renderContext(request: ContextRequest): Reply {
  for (const layout of layouts) {
    const content = renderLayout(request, layout);
    if (content.length <= messageLengthMax) {
      return { content };
    }
  }
  throw new RangeError('No layout of the context fits one message');
}

function renderLayout(
  { article, passage, highlight, title, texts }: ContextRequest,
  { middle, neighbour, link }: Layout,
): string {
  const block = article.blocks[passage.blockIndex];
  if (!block) {
    throw new RangeError(`Passage ${passage.id} stands in no block of its article`);
  }
  const bold = highlight && contains(block, highlight) ? [highlight] : [];
  const focus = focusSentence(block, bold[0] ?? passage);
  const around = (step: -1 | 1) =>
    neighbours(article.blocks, passage.blockIndex, step).flatMap((near) => [
      // Quotes in a row would run together: a line of ours says where each begins.
      describePlace({ block: near }, texts),
      renderBlock(article, near, { focus: near.sentences.at(step === 1 ? 0 : -1), lengthMax: neighbour }),
    ]);
  return [
    `**${title}** · ${renderCitationLine({ article, block, words: focus ?? block }, texts, link)}`,
    ...around(-1),
    `**${describePlace({ block }, texts)}**`,
    renderBlock(article, block, { focus, bold, lengthMax: middle }),
    ...around(1),
  ].join('\n');
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
