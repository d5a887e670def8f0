import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { messageLengthMax } from '../../../src/discord/limits.ts';
import { renderQuoteCard } from '../../../src/discord/quotes/quote-card.ts';
import { firstWords, quoteChoice, type ReadQuote } from '../../../src/discord/quotes/read-quote.ts';
import { renderPost } from '../../../src/discord/quotes/render-post.ts';
import { renderSentencePanel, windowAround } from '../../../src/discord/quotes/sentence-panel.ts';
import { toMessagePayload } from '../../../src/discord/reply.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { checkQuote } from '../../../src/quotes/check-quote.ts';
import type { Quote } from '../../../src/quotes/quote.ts';
import { bodyOf, placeSentences, snapshotOf } from '../../../src/quotes/select-sentences.ts';
import type { Article } from '../../../src/articles/article.ts';
import { buildArticle } from '../../fixtures/build-article.ts';
import { bridge, quoteIn } from '../../quotes/make-quote.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';

const texts = textsFor('id');

function readOf(article: Article, quote: Quote): ReadQuote {
  const snapshot = snapshotOf(article);
  const checked = checkQuote(quote.body, snapshot);
  if (!checked.ok) throw new Error(checked.reason);
  return { ok: true, quote, snapshot, words: checked.words };
}

function cardOf(article: Article, quote: Quote, note?: string) {
  const read = readOf(article, quote);
  const post = renderPost({ quote, snapshot: snapshotOf(article), texts, timeZone: 'Asia/Jakarta' });
  return renderQuoteCard({ read, post, article, texts, ...(note !== undefined && { note }) });
}

describe('a card', () => {
  test.for(Object.entries(quoteIn))('in state %s has its own buttons and fits', ([state, quote]) => {
    const card = cardOf(bridge, { ...quote, body: quoteIn.posted.body });
    const { components } = toMessagePayload(card);
    expect(card.content).toContain(texts.quotes.states[quote.state]);
    expect(components.every((row) => row.components.length <= 5)).toBe(true);
    const acts = JSON.stringify(components);
    expect(acts.includes('approve')).toBe(state === 'suggested');
    expect(acts.includes('tombstone')).toBe(state === 'posted' || state === 'corrected');
  });

  test.for([
    ['its article changed', 'source-changed', texts.corrections.open],
    ['its stored text was damaged', 'snapshot-damaged', texts.quotes.card.unfreeze],
    ['a moderator said so', 'moderator', texts.quotes.card.unfreeze],
  ] as const)('that is on hold because %s has a way on', ([, frozen, label]) => {
    const { components } = toMessagePayload(cardOf(bridge, { ...quoteIn.approved, frozen }));
    expect(JSON.stringify(components)).toContain(label);
  });

  property.prop([hostileText, hostileText], { numRuns: 60 })(
    'holds its bound and pings nobody, whatever the article and the note say',
    (words, note) => {
      const article = buildArticle({
        id: 'jembatan',
        blocks: [`${words} Dia tidak datang. Menurut dia, ${words} begitu.`],
      });
      const made = bodyOf(article, [placeSentences(article).length - 1]);
      if (!made.ok) return;
      const quote: Quote = { ...quoteIn.suggested, body: made.body, note: note.slice(0, 300) || 'x' };
      const { content } = cardOf(article, quote, texts.quotes.problems.faster('Budi menyetujui'));
      expect(content.length).toBeLessThanOrEqual(messageLengthMax);
      const panel = renderSentencePanel({
        article,
        selection: [placeSentences(article).length - 1],
        body: made.body,
        from: windowAround([placeSentences(article).length - 1]),
        quote,
        texts,
        postTexts: texts,
        timeZone: 'Asia/Jakarta',
      });
      expect(panel.content.length).toBeLessThanOrEqual(messageLengthMax);
      expect(() => toMessagePayload(panel)).not.toThrow();
    },
  );

  test('shows the sentence that what is left out stands in, its word in bold', () => {
    const article = buildArticle({
      id: 'jembatan',
      blocks: ['Jembatan itu dibuka kemarin. Ia tidak akan runtuh. Namun kata para ahli belum tentu begitu.'],
    });
    const first = placeSentences(article).find(({ sentence }) =>
      article.text.slice(sentence.start).startsWith('Ia tidak'),
    );
    const made = bodyOf(article, [first?.ordinal ?? 0]);
    if (!made.ok) throw new Error(made.reason);
    const { content } = cardOf(article, { ...quoteIn.suggested, body: made.body });
    expect(content).toContain('Kutipan dimulai dengan **Ia**; yang dimaksud disebut sebelumnya:');
    expect(readMessage(content).quotes.join('\n')).toContain('Jembatan itu dibuka kemarin.');
    expect(content).toContain('> **Namun** kata para ahli');
  });
});

describe('the first words of a quote', () => {
  property.prop([fc.integer({ min: 60, max: 400 })])('never exceed their room', (room) => {
    expect(firstWords(readOf(bridge, quoteIn.suggested), texts, room).length).toBeLessThanOrEqual(room);
  });

  test('are a choice of at most 100 units behind the number', () => {
    const choice = quoteChoice(readOf(bridge, quoteIn.suggested));
    expect(choice).toMatch(/^#1 /u);
    expect(choice.length).toBeLessThanOrEqual(100);
  });

  test('of a quote that may not be shown are the reason', () => {
    const broken: ReadQuote = { ok: false, quote: quoteIn.posted, reason: 'snapshot-damaged' };
    expect(firstWords(broken, texts, 200)).toContain('rusak');
  });
});
