import type { Article, Block, Span } from '../../articles/article.ts';
import type { Texts } from '../texts/texts.ts';
import { renderInline } from './cut-text.ts';
import { sourceLink } from './source-link.ts';

const titleLengthMax = 160;
const publisherLengthMax = 60;

export interface CitedPlace {
  readonly article: Article;
  readonly block: Block;
  /** What the link highlights on the publisher's page. */
  readonly words: Span;
  /** Place of the answering sentence in its block; undefined where the whole block is meant. */
  readonly sentenceNumber?: number;
  /** Shown in brackets in front; undefined where nothing is counted. */
  readonly number?: number;
}

/**
 * `**[1]** Title · Publisher · 13 Agustus 2025 · paragraf 5, kalimat 2 · link`: only what is known.
 * One line, at most about 700 UTF-16 units; under 300 without the link.
 */
export function renderCitationLine(place: CitedPlace, texts: Texts, withLink = true): string {
  const { article, number } = place;
  const link = withLink ? sourceLink(article, place.words) : undefined;
  const parts = [
    renderInline(article.title, titleLengthMax),
    article.publisher === undefined ? '' : renderInline(article.publisher, publisherLengthMax),
    article.published === undefined ? '' : formatDate(article.published, texts),
    describePlace(place, texts),
    // The label is ours alone: a title could pretend to lead elsewhere.
    link === undefined ? '' : `[${texts.sourceLink}](<${link}>)`,
  ];
  return `${number === undefined ? '' : `**[${number}]** `}${parts.filter(Boolean).join(' · ')}`;
}

/** The date in words, as precise as it is known; as it stands where it is no ISO date. */
export function formatDate(published: string, texts: Texts): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(published) ?? [];
  if (year === undefined) {
    return renderInline(published, 30);
  }
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  // Years below 100 would be taken for the twentieth century.
  date.setUTCFullYear(Number(year));
  return new Intl.DateTimeFormat(texts.locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  }).format(date);
}

/** Where it stands, as a reader counts. */
export function describePlace(
  { block, sentenceNumber }: Pick<CitedPlace, 'block' | 'sentenceNumber'>,
  texts: Texts,
): string {
  if (block.kind === 'title' || block.kind === 'summary') {
    return block.kind === 'title' ? texts.titlePlace : texts.summaryPlace;
  }
  if (block.kind === 'heading') {
    return texts.headingPlace(block.paragraph);
  }
  const paragraph = texts.paragraph(block.paragraph);
  return sentenceNumber === undefined || block.sentences.length < 2
    ? paragraph
    : `${paragraph}, ${texts.sentence(sentenceNumber)}`;
}
