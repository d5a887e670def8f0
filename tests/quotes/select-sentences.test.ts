import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { checkQuote } from '../../src/quotes/check-quote.ts';
import { findOverlap } from '../../src/quotes/find-overlap.ts';
import { cutMark, quoteLengthMax, quoteSpansMax } from '../../src/quotes/quote.ts';
import type { QuoteBody } from '../../src/quotes/quote.ts';
import {
  adjustSelection,
  bodyOf,
  placeSentences,
  selectAround,
  selectionOf,
  snapshotOf,
} from '../../src/quotes/select-sentences.ts';
import type { Adjustment, Selection } from '../../src/quotes/select-sentences.ts';
import { decideSuggestion, defaultSuggestionLimits } from '../../src/quotes/suggestion-cap.ts';
import { buildArticle } from '../fixtures/build-article.ts';
import { articleIn, loadTestArticles } from './corpus.ts';
import { bodyFrom, quoteIn } from './make-quote.ts';

const articles = await loadTestArticles();
const xai = articleIn(articles, 'igor-babuschkin-tinggalkan-xai');
const placed = placeSentences(xai);

function wordsOf(body: QuoteBody): string {
  const checked = checkQuote(body, snapshotOf(xai));
  if (!checked.ok) throw new Error(checked.reason);
  return checked.words.text;
}

function adjusted(selection: Selection, adjustment: Adjustment): Selection | string {
  const result = adjustSelection(xai, selection, adjustment);
  return result.ok ? result.selection : result.reason;
}

const every = (count: number) => Array.from({ length: count }, (_, at) => at * 2);

describe('selecting sentences', () => {
  test('takes the sentences of a passage, and those around its focus where not all fit', () => {
    const block = xai.blocks[2]!;
    const all = selectAround(xai, block);
    expect(all).toEqual({ ok: true, selection: [2, 3] });
    const paragraphs = xai.blocks.slice(2, 9);
    const wide = { start: paragraphs[0]!.start, end: paragraphs.at(-1)!.end };
    const focused = selectAround(xai, wide, placed[8]!.sentence);
    expect(focused.ok && focused.selection).toContain(8);
    expect(focused.ok && wordsOf(bodyFrom(xai, focused.selection)).length).toBeLessThanOrEqual(
      quoteLengthMax,
    );
    expect(selectAround(xai, { start: 0, end: 0 })).toEqual({ ok: false, reason: 'no-such-sentence' });
  });

  test('moves both ends by sentence, over headings, and joins what is left with the cut mark', () => {
    expect(adjusted([3], { kind: 'extend-start' })).toEqual([2, 3]);
    expect(adjusted([2], { kind: 'extend-end' })).toEqual([2, 3]);
    expect(adjusted([2, 3], { kind: 'shrink-start' })).toEqual([3]);
    expect(adjusted([2, 3], { kind: 'shrink-end' })).toEqual([2]);
    const heading = placed.find(({ block }) => block.kind === 'heading')!.ordinal;
    expect(adjusted([heading - 1], { kind: 'extend-end' })).toEqual([heading - 1, heading + 1]);
    expect(wordsOf(bodyFrom(xai, [heading - 1, heading + 1]))).toContain(` ${cutMark} `);
    const dropped = adjusted([2, 3, 4], { kind: 'drop', ordinal: 3 });
    expect(dropped).toEqual([2, 4]);
    const words = [placed[2]!, placed[4]!].map(({ sentence }) =>
      xai.text.slice(sentence.start, sentence.end),
    );
    expect(wordsOf(bodyFrom(xai, [2, 4]))).toBe(words.join(` ${cutMark} `));
    expect(adjusted([2, 4], { kind: 'restore', ordinal: 3 })).toEqual([2, 3, 4]);
  });

  test.for([
    [[1], { kind: 'extend-start' }, 'start-of-article'],
    [[placed.length - 1], { kind: 'extend-end' }, 'end-of-article'],
    [[2], { kind: 'shrink-start' }, 'last-sentence'],
    [[2], { kind: 'shrink-end' }, 'last-sentence'],
    [[2, 3], { kind: 'drop', ordinal: 3 }, 'not-between'],
    [[2, 3], { kind: 'drop', ordinal: 9 }, 'no-such-sentence'],
    [[2, 4], { kind: 'restore', ordinal: 5 }, 'not-between'],
    [[2, 4], { kind: 'restore', ordinal: 4 }, 'no-such-sentence'],
    [[2, 4], { kind: 'restore', ordinal: 999 }, 'no-such-sentence'],
    [[], { kind: 'extend-end' }, 'no-such-sentence'],
  ] as const)('of %j, %j is refused: %s', ([selection, adjustment, reason]) => {
    expect(adjusted(selection, adjustment)).toBe(reason);
  });

  test('refuses what is too long, too short, in too many parts, or out of order', () => {
    const long = buildArticle({
      id: 'a',
      blocks: [`${'kata '.repeat(198)}akhir ya.`, `${'a'.repeat(quoteLengthMax)}.`, 'Ya.'],
    });
    expect(bodyOf(long, [0]).ok).toBe(true);
    expect(bodyOf(long, [1])).toEqual({ ok: false, reason: 'too-long' });
    expect(bodyOf(long, [0, 2])).toEqual({ ok: false, reason: 'too-long' });
    expect(bodyOf(long, [2])).toEqual({ ok: false, reason: 'too-short' });
    expect(bodyOf(long, [2, 0])).toEqual({ ok: false, reason: 'no-such-sentence' });
    expect(bodyOf(long, [0, 0])).toEqual({ ok: false, reason: 'no-such-sentence' });
    expect(bodyOf(long, [])).toEqual({ ok: false, reason: 'no-such-sentence' });
    const many = buildArticle({
      id: 'b',
      blocks: [Array.from({ length: 13 }, (_, at) => `Kalimat nomor ${at}.`).join(' ')],
    });
    expect(bodyOf(many, every(quoteSpansMax)).ok).toBe(true);
    expect(bodyOf(many, every(quoteSpansMax + 1))).toEqual({ ok: false, reason: 'too-many-parts' });
  });

  property.prop([
    fc.constantFrom(...articles),
    fc.nat(),
    fc.array(
      fc.oneof(
        fc
          .constantFrom(
            'extend-start' as const,
            'extend-end' as const,
            'shrink-start' as const,
            'shrink-end' as const,
          )
          .map((kind) => ({ kind })),
        fc.record({
          kind: fc.constantFrom('drop' as const, 'restore' as const),
          ordinal: fc.nat({ max: 80 }),
        }),
      ),
      { maxLength: 20 },
    ),
  ])(
    'whatever is adjusted, the words are the article’s, in order, and the body leads back to the selection',
    (article, at, steps) => {
      const all = placeSentences(article);
      let selection: Selection = [at % all.length];
      for (const step of steps) {
        const result = adjustSelection(article, selection, step);
        if (result.ok) ({ selection } = result);
      }
      const result = bodyOf(article, selection);
      if (!result.ok) return;
      expect(selectionOf(article, result.body)).toEqual(selection);
      const checked = checkQuote(result.body, snapshotOf(article));
      expect(checked.ok).toBe(true);
      if (!checked.ok) return;
      const { text, parts } = checked.words;
      expect(text.length).toBeLessThanOrEqual(quoteLengthMax);
      let from = 0;
      for (const { words } of parts) {
        const found = article.text.indexOf(words, from);
        expect(found).toBeGreaterThanOrEqual(from);
        from = found + words.length;
      }
    },
  );
});

describe('a quote and its snapshot', () => {
  const body = bodyFrom(xai, [2, 4]);
  const snapshot = snapshotOf(xai);

  test.for([
    ['one character changed', { text: snapshot.text.replace('Rabu', 'Kamis') }, 'snapshot-damaged'],
    ['one space more at its end', { text: `${snapshot.text} ` }, 'snapshot-damaged'],
    ['one letter composed otherwise', { text: snapshot.text.replace('a', 'a\u0301') }, 'snapshot-damaged'],
    ['another version', { version: 'f'.repeat(64) }, 'another-version'],
    ['another article', { articleId: 'other' }, 'another-article'],
  ] as const)('gives no words with %s', ([, over, reason]) => {
    expect(checkQuote(body, { ...snapshot, ...over })).toEqual({ ok: false, reason });
  });

  test.for([
    ['no spans', { spans: [] }, 'no-spans'],
    ['a span beyond the text', { spans: [{ ...body.spans[0]!, end: 99_999 }] }, 'span-outside'],
    ['a span that is empty', { spans: [{ ...body.spans[0]!, end: body.spans[0]!.start }] }, 'span-outside'],
    ['a span between two units', { spans: [{ ...body.spans[0]!, start: 0.5 }] }, 'span-outside'],
    ['spans out of order', { spans: [body.spans[1]!, body.spans[0]!] }, 'spans-out-of-order'],
    [
      'a span moved by one',
      { spans: [{ ...body.spans[0]!, start: body.spans[0]!.start + 1 }] },
      'words-differ',
    ],
    ['a speaker beyond the text', { speaker: { start: 0, end: 99_999 } }, 'span-outside'],
  ] as const)('gives no words with %s', ([, over, reason]) => {
    expect(checkQuote({ ...body, ...over }, snapshot)).toEqual({ ok: false, reason });
  });
});

const live = (selection: Selection) => ({ ...quoteIn.approved, body: bodyFrom(xai, selection) });

const decide = (open: number, today: number) => {
  const decision = decideSuggestion({ open, today });
  return decision.ok ? 'ok' : decision.reason;
};

describe('duplicates and caps', () => {
  test('finds live quotes that hold 80 % of a suggestion, most first', () => {
    const suggestion = bodyFrom(xai, [2, 3]);
    expect(findOverlap(suggestion, [live([2, 3]), live([2, 3, 4]), live([3]), live([9])])).toMatchObject([
      { share: 1, isSame: true },
      { share: 1, isSame: false },
    ]);
    expect(findOverlap(suggestion, [{ ...live([2, 3]), state: 'withdrawn' }])).toEqual([]);
    expect(
      findOverlap(suggestion, [{ ...live([2, 3]), body: { ...suggestion, articleId: 'other' } }]),
    ).toEqual([]);
  });

  test('finds the same words in another snapshot of the article', () => {
    const suggestion = bodyFrom(xai, [2, 3]);
    const older = { ...quoteIn.posted, body: { ...suggestion, version: 'e'.repeat(64) } };
    expect(findOverlap(suggestion, [older])).toMatchObject([{ share: 1, isSame: true }]);
  });

  test.for([
    [79, 0],
    [80, 1],
    [81, 1],
  ] as const)('an overlap of %i % is found %i times', ([share, count]) => {
    const span = { ...bodyFrom(xai, [2]).spans[0]!, start: 0, end: 100 };
    const quote = { ...quoteIn.approved, body: { ...bodyFrom(xai, [2]), spans: [{ ...span, end: share }] } };
    expect(findOverlap({ ...bodyFrom(xai, [2]), spans: [span] }, [quote])).toHaveLength(count);
  });

  test('caps open suggestions and those of a day', () => {
    const { openMax, dayMax } = defaultSuggestionLimits;
    expect([decide(openMax - 1, 0), decide(openMax, 0), decide(openMax + 1, 0)]).toEqual([
      'ok',
      'too-many-open',
      'too-many-open',
    ]);
    expect([decide(0, dayMax - 1), decide(0, dayMax), decide(0, dayMax + 1)]).toEqual([
      'ok',
      'too-many-today',
      'too-many-today',
    ]);
  });
});
