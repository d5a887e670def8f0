import type { Article, Block, Span } from '../../articles/article.ts';
import type { Passage } from '../../retrieval/passage.ts';
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

const middleLengthMax = 760;
const neighbourLengthMax = 320;

/**
 * A passage's paragraph with one paragraph before and after, headings between them included, each
 * under its number. At most 2,000 UTF-16 units.
 */
export function renderContext({ article, passage, highlight, title, texts }: ContextRequest): Reply {
  const block = article.blocks[passage.blockIndex];
  if (!block) {
    throw new RangeError(`Passage ${passage.id} stands in no block of its article`);
  }
  const bold = highlight && contains(block, highlight) ? [highlight] : [];
  const focus = focusSentence(block, bold[0] ?? passage);
  const before = neighbours(article.blocks, passage.blockIndex, -1).map((neighbour) =>
    [
      describePlace({ block: neighbour }, texts),
      renderShort(article, neighbour, neighbour.sentences.at(-1)),
    ].join('\n'),
  );
  const after = neighbours(article.blocks, passage.blockIndex, 1).map((neighbour) =>
    [
      describePlace({ block: neighbour }, texts),
      renderShort(article, neighbour, neighbour.sentences[0]),
    ].join('\n'),
  );
  const middle = renderQuote({
    text: article.text,
    span: block,
    block,
    sentences: block.sentences,
    ...(focus && { focus }),
    bold,
    lengthMax: middleLengthMax,
  });
  const words = focus ?? block;
  return {
    content: [
      `**${title}** · ${renderCitationLine({ article, block, words }, texts)}`,
      ...before,
      // Quotes in a row would run together: a line of ours says where each begins.
      `**${describePlace({ block }, texts)}**`,
      middle,
      ...after,
    ].join('\n'),
  };
}

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
  const quote = opening && renderShort(article, opening, opening.sentences[0]);
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

/** A block's words, at most `neighbourLengthMax`, the focus sentence first of all. */
function renderShort(article: Article, block: Block, focus: Span | undefined): string {
  return renderQuote({
    text: article.text,
    span: block,
    block,
    sentences: block.sentences,
    ...(focus && { focus }),
    lengthMax: neighbourLengthMax,
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
