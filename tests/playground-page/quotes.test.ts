import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/playground/page/markdown.js';
import {
  indexDocuments,
  sameDocuments,
  splitQuotes,
  visibleText,
  type Segment,
} from '../../src/playground/page/quotes.js';
import type { PageDocument } from '../../src/playground/page-protocol.ts';

/** A document of title, then numbered paragraphs. */
function documentOf(id: string, title: string, paragraphs: string[]): PageDocument {
  const text = [title, ...paragraphs].join('\n\n');
  let start = 0;
  const blocks = [title, ...paragraphs].map((piece, number) => {
    const block = {
      kind: number === 0 ? ('title' as const) : ('paragraph' as const),
      number,
      start,
      end: start + piece.length,
    };
    start = block.end + 2;
    return block;
  });
  return { id, title, language: 'id', text, blocks };
}

const kiosk = documentOf('kios', 'Kios Buku Tutup', [
  'Kios itu tutup pada Rabu.',
  'Pemiliknya pindah ke  Solo. Ia menjual 1.200 buku.',
  'Kios itu tutup pada Rabu. Pembeli kecewa.',
]);
const market = documentOf('pasar', 'Pasar Ramai', ['Pembeli kecewa.', 'Harga *naik* #1.']);

type QuoteSegment = Extract<Segment, { kind: 'quote' }>;

function quotesOf(message: string): QuoteSegment[] {
  return splitQuotes(parseMarkdown(message), indexDocuments([kiosk, market])).filter(
    (segment) => segment.kind === 'quote',
  );
}

/** `document@start: words` of every part; `-` for a quote that stands nowhere. */
function placesOf(message: string): string[] {
  return quotesOf(message).map(({ place }) => {
    if (!place) return '-';
    const source = [kiosk, market].find(({ id }) => id === place.documentId);
    return place.ranges
      .map(({ start, end }) => `${place.documentId}@${start}: ${source?.text.slice(start, end)}`)
      .join(' + ');
  });
}

const third = kiosk.blocks[3]?.start ?? 0;

describe('locating a quote', () => {
  test.for([
    ['verbatim words', '> Ia menjual 1.200 buku.', [`kios@72: Ia menjual 1.200 buku.`]],
    ['white space of any width', '> Pemiliknya pindah\n> ke Solo.', ['kios@44: Pemiliknya pindah ke  Solo.']],
    ['words with bold and escapes', String.raw`> Harga \*naik\* **\#1**.`, ['pasar@30: Harga *naik* #1.']],
    ['a changed word', '> Ia menjual 1.300 buku.', ['-']],
    ['italics where the article has asterisks', '> Harga *naik* #1.', ['-']],
    ['half a word', '> njual 1.200 buku.', ['-']],
    ['half a word shown as cut', '> …njual 1.200 buku.', ['kios@77: njual 1.200 buku.']],
    ['cut at both ends', '> …menjual 1.200…', ['kios@75: menjual 1.200']],
    ['parts in order', '> Kios itu tutup […] Ia menjual', ['kios@17: Kios itu tutup + kios@72: Ia menjual']],
    ['parts in the wrong order', '> Pembeli kecewa […] Ia menjual', ['-']],
    ['parts of two documents', '> Ia menjual […] Harga', ['-']],
    ['nothing', '> …', ['-']],
    ['a mention among the words', '> Ia menjual <@1> 1.200 buku.', ['-']],
    ['words turned round by an override', '> Ia menjual \u202E1.200 buku.', ['-']],
    ['words with an invisible joiner', '> Ia menjual\u2060 1.200 buku.', ['kios@72: Ia menjual 1.200 buku.']],
    [
      'words over paragraphs',
      '> Ia menjual 1.200 buku.\n> \n> Kios itu',
      ['kios@72: Ia menjual 1.200 buku.\n\nKios itu'],
    ],
    ['two quotes', '> Ia menjual\n\n> Harga naik', ['kios@72: Ia menjual', '-']],
  ] as const)('%s', ([, message, expected]) => {
    expect(placesOf(message)).toEqual(expected);
  });

  test.for([
    ['the first place, unless told otherwise', '> Kios itu tutup pada Rabu.', 'kios@17'],
    [
      'the paragraph the line names',
      '> Kios itu tutup pada Rabu.\n[1] paragraf 3, kalimat 1',
      `kios@${third}`,
    ],
    [
      'the paragraph the line above names',
      'Konteks\nparagraf 3\n> Kios itu tutup pada Rabu.',
      `kios@${third}`,
    ],
    ['the number in brackets is no paragraph', '> Kios itu tutup pada Rabu.\n[3] paragraf 1', 'kios@17'],
    ['the earlier of two numbers', '> Kios itu tutup pada Rabu.\n[1] paragraf 3, kalimat 1', `kios@${third}`],
    [
      'the place after the date',
      '> Kios itu tutup pada Rabu.\n[1] Kios Buku Tutup · 1 Maret 2025 · paragraf 3',
      `kios@${third}`,
    ],
    ['the document the line names', '> Pembeli kecewa.\n**[1]** Pasar Ramai · paragraf 1', 'pasar@13'],
    ['title before paragraph', '> Pembeli kecewa.\n[1] Kios Buku Tutup · paragraf 1', `kios@${third + 26}`],
  ] as const)('of several places takes %s', ([, message, expected]) => {
    expect(placesOf(message)[0]).toMatch(new RegExp(`^${expected}:`));
  });

  test('gives the bold words on their own', () => {
    const [quote] = quotesOf('> Pemiliknya **pindah ke Solo**. Ia **menjual** 1.200 buku.');
    const words = quote?.place?.strong.map(({ start, end }) => kiosk.text.slice(start, end));
    expect(words).toEqual(['pindah ke  Solo', 'menjual']);
  });
});

describe('the citing line', () => {
  test.for([
    ['a number in brackets', '> a\n**[1]** b\nc', '**[1]** b'],
    ['a title', '> a\nPasar Ramai, b', 'Pasar Ramai, b'],
    ['no other line', '> a\nb [see]', undefined],
    ['no line after an empty one', '> a\n\n[1] b', undefined],
    ['no other block', '> a\n- [1] b', undefined],
  ] as const)('is %s', ([, message, expected]) => {
    const citation = quotesOf(message)[0]?.citation;
    expect(citation?.length ? JSON.stringify(citation) : undefined).toBe(
      expected && JSON.stringify(parseMarkdown(expected)),
    );
  });
});

property.prop([fc.array(fc.stringMatching(/^[a-z *_>#\n.]{0,80}$/), { maxLength: 6 }), fc.nat(), fc.nat()])(
  'finds any whole words of any document at their place',
  (paragraphs, first, length) => {
    const source = documentOf('any', 'Any', ['kata pertama', ...paragraphs, 'kata akhir']);
    const words = [...source.text.matchAll(/\S+/g)];
    const from = words[first % words.length];
    const to = words[Math.min(words.length - 1, (first % words.length) + (length % 8))];
    const quoted = source.text.slice(from?.index, (to?.index ?? 0) + (to?.[0].length ?? 0));
    const escaped = quoted.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
    const [quote] = splitQuotes(parseMarkdown(`> ${escaped}`), indexDocuments([source]));
    const place = quote?.kind === 'quote' ? quote.place : undefined;
    const [range] = place?.ranges ?? [];
    expect(source.text.slice(range?.start, range?.end).replaceAll(/\s+/g, ' ')).toBe(
      quoted.replaceAll(/\s+/g, ' '),
    );
  },
);

test('takes a comparison with struck out words for no quotation', () => {
  const [compared, quoted] = splitQuotes(
    parseMarkdown('> Kios itu **tutup** ~~buka~~ pada Rabu.\nBunyinya:\n> Kios itu tutup pada Rabu.'),
    indexDocuments([kiosk]),
  );
  expect(compared?.kind).toBe('flow');
  expect(quoted).toMatchObject({ kind: 'quote', place: { documentId: 'kios' } });
});

test('reads a mention by the name it is given, and marks one without a name', () => {
  const nodes = parseMarkdown('oleh <@42> kemarin');
  expect(visibleText(nodes, () => '@Sari').text).toBe('oleh @Sari kemarin');
  expect(visibleText(nodes).text).toBe('oleh \uFFFC kemarin');
});

// Took quadratic time where a growing string was asked for its end: at this size, many minutes.
test.each([
  ['words', 'kata '.repeat(400_000)],
  ['white space', ' \n'.repeat(1_000_000)],
  ['one word', 'a'.repeat(2_000_000)],
])('two million characters of %s are made ready for searching in linear time', (_, paragraph) => {
  const [entry] = indexDocuments([documentOf('any', 'Any', [paragraph, 'kata akhir'])]);
  expect(entry?.text.endsWith('kata akhir')).toBe(true);
  expect(entry?.offsets).toHaveLength(entry?.text.length ?? -1);
});

describe('two lists of documents', () => {
  test('are alike where every field is', () => {
    expect(sameDocuments([kiosk, market], structuredClone([kiosk, market]))).toBe(true);
    expect(sameDocuments([], [])).toBe(true);
  });

  test.for<[string, PageDocument[]]>([
    ['one less', [kiosk]],
    ['another order', [market, kiosk]],
    ['another title', [kiosk, { ...market, title: 'Pasar Sepi' }]],
    ['another language', [kiosk, { ...market, language: 'en' }]],
    ['another text of the same length', [kiosk, { ...market, text: market.text.replace('naik', 'baik') }]],
    ['another block', [kiosk, { ...market, blocks: market.blocks.map((one) => ({ ...one, number: 7 })) }]],
    ['one block less', [kiosk, { ...market, blocks: market.blocks.slice(1) }]],
  ])('differ with %s', ([, other]) => {
    expect(sameDocuments([kiosk, market], other)).toBe(false);
  });
});
