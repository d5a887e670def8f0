import type { Article } from '../../../src/articles/article.ts';
import { hashText } from '../../../src/quotes/hash-text.ts';
import type { QuoteBody } from '../../../src/quotes/quote.ts';
import { bodyFrom, bridge } from '../../quotes/make-quote.ts';

/** The bridge as its publisher corrected it: another day of as many letters, in its third sentence. */
export function correctedBridge(): { readonly article: Article; readonly body: QuoteBody } {
  const text = bridge.text.replace('Selasa, 4 Maret', 'Rabu, 5 Maret '.trimEnd());
  const shift = bridge.text.length - text.length;
  const at = bridge.text.indexOf('Selasa, 4 Maret');
  const move = <Place extends { start: number; end: number }>(place: Place): Place => ({
    ...place,
    start: place.start > at ? place.start - shift : place.start,
    end: place.end > at ? place.end - shift : place.end,
  });
  const blocks = bridge.blocks.map((block) => ({ ...move(block), sentences: block.sentences.map(move) }));
  const article = { ...bridge, text, version: hashText(text), blocks };
  return { article, body: bodyFrom(article, [2]) };
}
