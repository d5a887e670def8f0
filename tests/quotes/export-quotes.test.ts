import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportQuotes, readExport } from '../../src/quotes/export-quotes.ts';
import { hashText } from '../../src/quotes/hash-text.ts';
import { snapshotOf } from '../../src/quotes/select-sentences.ts';
import { articleIn, loadTestArticles } from './corpus.ts';
import { bodyFrom, quoteIn } from './make-quote.ts';

const loaded = await loadTestArticles();
const xai = articleIn(loaded, 'igor-babuschkin-tinggalkan-xai');
const articles = new Map(loaded.map((article) => [article.id, article]));
const first = { ...quoteIn.posted, number: 1, note: 'Catatan moderator.', body: bodyFrom(xai, [2, 4]) };
const second = { ...quoteIn.approved, number: 2, body: bodyFrom(xai, [3]) };
const { json } = exportQuotes([second, first], () => snapshotOf(xai));

const fileSchema = z.looseObject({ quotes: z.array(z.unknown()), sha256: z.string() });
type ExportFile = z.infer<typeof fileSchema>;

/** The file with a change, its checksum made right again unless said otherwise. */
function changed(change: (file: ExportFile) => void, keepChecksum = false): string {
  const file = fileSchema.parse(JSON.parse(json));
  change(file);
  if (!keepChecksum) file.sha256 = hashText(JSON.stringify(file.quotes));
  return JSON.stringify(file);
}

/** Overwrites parts of the first quote. */
function spoil(file: ExportFile, over: object): void {
  file.quotes[0] = { ...z.looseObject({}).parse(file.quotes[0]), ...over };
}

describe('export and import', () => {
  test('what is exported comes back, in order, cut anew', () => {
    const read = readExport(json, articles);
    expect(read).toEqual({
      ok: true,
      quotes: [
        { place: 1, number: 1, body: first.body, note: 'Catatan moderator.' },
        { place: 2, number: 2, body: second.body },
      ],
      refused: [],
    });
    expect(exportQuotes([first, second], () => snapshotOf(xai)).json).toBe(json);
  });

  test.for([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('a file of 200,000 %s inside one another is no export', ([, open = '', close = '']) => {
    const nested = `${open.repeat(200_000)}1${close.repeat(200_000)}`;
    for (const file of [nested, json.replace('"quotes": [', `"quotes": [${nested},`)]) {
      expect(readExport(file, articles)).toEqual({ ok: false, reason: 'no-export' });
    }
  });

  test('names nobody, and leaves out what cannot be shown', () => {
    for (const person of [first.suggestedBy, first.approvedBy!]) expect(json).not.toContain(`"${person}"`);
    const damaged = { ...snapshotOf(xai), text: `${xai.text} ` };
    const result = exportQuotes([first, second], ({ spans }) =>
      spans.length > 1 ? damaged : snapshotOf(xai),
    );
    expect(result.leftOut).toEqual([1]);
    expect(exportQuotes([first], () => undefined).leftOut).toEqual([1]);
  });

  test.for([
    ['no-json', '{'],
    ['no-json', ''],
    ['no-export', 'null'],
    ['no-export', '[]'],
    ['no-export', '{"format":"kutip-quotes"}'],
    ['no-export', changed((file) => Object.assign(file, { schemaVersion: 2 }))],
    ['no-export', changed((file) => Object.assign(file, { more: 1 }))],
    ['checksum-differs', changed((file) => file.quotes.pop(), true)],
    ['checksum-differs', changed((file) => spoil(file, { note: 'Palsu.' }), true)],
  ] as const)('a file is refused as a whole: %s', ([reason, text]) => {
    expect(readExport(text, articles)).toEqual({ ok: false, reason });
  });

  const body = first.body;
  test.for([
    ['malformed', { number: 0 }],
    ['malformed', { number: 'x' }],
    ['malformed', { body: { ...body, spans: [] } }],
    ['malformed', { body: { ...body, text: 'kata sendiri' } }],
    ['malformed', { note: 'x'.repeat(301) }],
    ['repeated-number', { number: 2 }],
    ['unknown-article', { body: { ...body, articleId: 'lain' } }],
    ['another-version', { body: { ...body, version: 'a'.repeat(64) } }],
    ['words-differ', { words: 'Kata-kata yang tidak pernah ditulis.' }],
    [
      'words-differ',
      { body: { ...body, spans: body.spans.map((span) => ({ ...span, sha256: 'a'.repeat(64) })) } },
    ],
    [
      'no-whole-sentences',
      { body: { ...body, spans: body.spans.map((span) => ({ ...span, start: span.start + 1 })) } },
    ],
    [
      'no-whole-sentences',
      { body: { ...body, spans: [{ ...body.spans[0]!, start: 900_000, end: 900_001 }] } },
    ],
  ] as const)('one quote is refused, the other taken: %s', ([reason, over]) => {
    const place = reason === 'repeated-number' ? 1 : 0;
    const text = changed((file) => {
      spoil(file, over);
    });
    const read = readExport(text, articles);
    expect(read.ok && read.refused).toMatchObject([{ place: place + 1, reason }]);
    // Also what is taken knows its place in the file, for what may still be said about it.
    expect(read.ok && read.quotes).toMatchObject([{ place: place === 0 ? 2 : 1 }]);
    expect(read.ok && read.quotes).toHaveLength(1);
  });

  property.prop([fc.json({ maxDepth: 6 }), fc.string()])('nothing makes it throw', (value, text) => {
    expect(readExport(value, articles).ok).toBe(false);
    expect(readExport(text, articles).ok).toBe(false);
    const hostile = changed((file) => {
      file.quotes = [JSON.parse(value), ...file.quotes];
    });
    expect(readExport(hostile, articles)).toMatchObject({
      ok: true,
      refused: [{ place: 1, reason: 'malformed' }],
    });
  });
});
