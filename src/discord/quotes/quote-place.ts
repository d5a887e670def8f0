import type { QuoteBody, QuoteSpan } from '../../quotes/quote.ts';
import type { Texts } from '../texts/texts.ts';

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
