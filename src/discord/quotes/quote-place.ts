import type { QuoteBody, QuoteSpan, Snapshot } from '../../quotes/quote.ts';
import { formatDate } from '../render/citation-line.ts';
import { renderInline } from '../render/cut-text.ts';
import { sourceLink } from '../render/source-link.ts';
import type { Texts } from '../texts/texts.ts';

const titleLengthMax = 160;
const authorLengthMax = 60;
const publisherLengthMax = 60;

/** What is cited: a quote's snapshot, or its article as it reads now. */
type Source = Pick<Snapshot, 'title' | 'author' | 'publisher' | 'published' | 'url' | 'text'>;

/** `Title · oleh Author · Publisher · 13 Agustus 2025 · paragraf 8, kalimat 1–2 · link`: only what is known, in one line. */
export function citeQuote(
  body: QuoteBody,
  source: Source,
  { texts, withLink }: { readonly texts: Texts; readonly withLink: boolean },
): string {
  const { title, author, publisher, published } = source;
  const [first] = body.spans;
  const link = withLink && first !== undefined ? sourceLink(source, first) : undefined;
  const parts = [
    renderInline(title, titleLengthMax),
    author === undefined || author === publisher
      ? ''
      : texts.quotePost.author(renderInline(author, authorLengthMax)),
    publisher === undefined ? '' : renderInline(publisher, publisherLengthMax),
    published === undefined ? '' : formatDate(published, texts),
    describeQuotePlace(body, texts),
    // The label is ours alone: a title could pretend to lead elsewhere.
    link === undefined ? '' : `[${texts.sourceLink}](<${link}>)`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Where the words stand, as a reader counts: one place a paragraph, in reading order. */
export function describeQuotePlace({ spans }: Pick<QuoteBody, 'spans'>, texts: Texts): string {
  const places = spans.map((span) => placeOf(span, texts));
  return [...new Set(places)].join('; ');
}

function placeOf({ kind, paragraph, firstSentence, lastSentence }: QuoteSpan, texts: Texts): string {
  switch (kind) {
    case 'title':
      return texts.titlePlace;
    case 'summary':
      return texts.summaryPlace;
    case 'heading':
      return texts.headingPlace(paragraph);
    case 'paragraph':
    case 'list-item': {
      const sentences =
        firstSentence === lastSentence
          ? texts.sentence(firstSentence)
          : texts.quotePost.sentences(firstSentence, lastSentence);
      return `${texts.paragraph(paragraph)}, ${sentences}`;
    }
    default:
      return kind satisfies never;
  }
}
