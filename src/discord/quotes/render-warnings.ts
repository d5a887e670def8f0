import type { Article, Span } from '../../articles/article.ts';
import { findCutWarnings, type CutWarning } from '../../quotes/find-cut-warnings.ts';
import { cutMark } from '../../quotes/quote.ts';
import { renderInline } from '../render/cut-text.ts';
import { renderQuote } from '../render/render-quote.ts';
import type { Texts } from '../texts/texts.ts';

const wordLengthMax = 60;
/** Of a sentence shown beside the quote, from generous to one line. */
const sentenceLengths = [420, 200, 100];

/**
 * What the quote leaves out that a reader would want to know, each with the full sentence and its word
 * in bold: as much of it as `lengthMax` UTF-16 units hold, what is left over counted. Empty where
 * there is nothing to say.
 */
export function renderWarnings(
  article: Article,
  { spans, lengthMax }: { readonly spans: readonly Span[]; readonly lengthMax: number },
  texts: Texts,
): string {
  const warnings = findCutWarnings(article, spans);
  for (const sentenceLength of sentenceLengths) {
    const whole = warnings.map((warning) => renderWarning(article, warning, { sentenceLength, texts }));
    if (whole.join('\n').length <= lengthMax) return whole.join('\n');
  }
  for (let shown = warnings.length - 1; shown >= 0; shown -= 1) {
    const lines = [
      ...warnings
        .slice(0, shown)
        .map((warning) => renderWarning(article, warning, { sentenceLength: 100, texts })),
      texts.quotes.card.furtherWarnings(warnings.length - shown),
    ].join('\n');
    if (lines.length <= lengthMax || shown === 0) return lines;
  }
  return '';
}

function renderWarning(
  article: Article,
  { kind, sentence: standing, word, dropped }: CutWarning,
  { sentenceLength, texts }: { readonly sentenceLength: number; readonly texts: Texts },
): string {
  // What such a word leans on stands before it; the word itself is in the quote already.
  const leans = (kind === 'pronoun' || kind === 'connective') && dropped !== undefined;
  const sentence = leans ? dropped : standing;
  const said = renderInline(article.text.slice(word.start, word.end), wordLengthMax);
  const block = article.blocks.find(({ start, end }) => sentence.start >= start && sentence.end <= end);
  const shown =
    block === undefined
      ? `> ${cutMark}`
      : renderQuote({
          text: article.text,
          span: sentence,
          // The sentence alone: what stands around it is not what is being looked at.
          block: sentence,
          sentences: block.sentences.filter(({ start }) => start === sentence.start),
          bold: [word],
          lengthMax: sentenceLength,
        });
  return `${texts.quotes.card.warnings[kind](said)}\n${shown}`;
}
