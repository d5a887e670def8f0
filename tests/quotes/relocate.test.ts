import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { checkQuote } from '../../src/quotes/check-quote.ts';
import { relocate, type Relocation } from '../../src/quotes/relocate.ts';
import type { QuoteBody } from '../../src/quotes/quote.ts';
import { snapshotOf } from '../../src/quotes/select-sentences.ts';
import { buildArticle } from '../fixtures/build-article.ts';
import { bodyFrom } from './make-quote.ts';

const opening = 'Jembatan Lontara dibuka kembali pada Selasa pagi. Sebanyak 300 warga hadir di sana.';
const cost =
  'Perbaikan menghabiskan Rp2,75 miliar dari anggaran daerah. Dua tiang penyangga retak setelah banjir besar.';
const speech = '"Selama ditutup, omzet saya turun separuh," kata Joko Prabowo.';
const old = buildArticle({
  id: 'jembatan',
  blocks: [opening, { kind: 'heading', text: 'Biaya' }, cost, speech],
});
const newer = (...blocks: Parameters<typeof buildArticle>[0]['blocks']) =>
  buildArticle({ id: 'jembatan', blocks });
const heading = { kind: 'heading' as const, text: 'Biaya' };

/** The sentence on the cost. */
const quote = bodyFrom(old, [3]);

function check(body: QuoteBody, before: Article, now: Article): Relocation {
  return relocate(body, snapshotOf(before), now);
}

function words(body: Parameters<typeof checkQuote>[0], article: Article): string {
  const checked = checkQuote(body, snapshotOf(article));
  return checked.ok ? checked.words.text : checked.reason;
}

/** A quotation of several sentences: the second stands far from who says it. */
function longSpeech(name: string): Article {
  const before = 'Hari ini hari terakhir saya bekerja di sini. '.repeat(4);
  const after = 'Kami semua merasa sangat bangga. '.repeat(3);
  const middle = 'Saya senang sekali bisa ikut membangun jembatan panjang itu sejak awal. ';
  return buildArticle({ id: 'j', blocks: [`${name} menulis, '${before}${middle}${after}'`] });
}

const price = (millions: string) => `Kalimat ketiga tentang biaya proyek sebesar ${millions} juta rupiah.`;
const build = (...blocks: string[]) => buildArticle({ id: 'j', blocks });

describe('relocating a quote', () => {
  test.for([
    ['nothing changed but another paragraph', [opening.replace('300', '400'), heading, cost, speech]],
    ['a paragraph was put in front', ['Pembuka baru yang panjang.', opening, heading, cost, speech]],
    ['a paragraph was added behind', [opening, heading, cost, speech, 'Penutup baru.']],
    ['the sentence after it changed', [opening, heading, cost.replace('Dua', 'Tiga'), speech]],
  ] as const)('is silent where %s', ([, blocks]) => {
    const article = newer(...blocks);
    const found = check(quote, old, article);
    expect(found.kind).toBe('exact');
    if (found.kind !== 'exact') return;
    expect(found.body.version).toBe(article.version);
    expect(words(found.body, article)).toBe(words(quote, old));
    expect(found.body.spans[0]).toMatchObject({ firstSentence: 1, sha256: quote.spans[0]!.sha256 });
  });

  test('derives paragraph and sentence anew', () => {
    const article = newer('Baru sekali ini.', opening, heading, `Kalimat di depan. ${cost}`, speech);
    const found = check(quote, old, article);
    expect(found).toMatchObject({
      kind: 'exact',
      body: { spans: [{ paragraph: 3, firstSentence: 2, lastSentence: 2 }] },
    });
  });

  test.for([
    ['section', [opening, { kind: 'heading', text: 'Dugaan' }, cost, speech]],
    ['section', [cost, opening, heading, speech]],
    ['neighbours', ['Awal.', heading, `Itu bohong. ${cost.split('. ')[0]}. Semua itu bohong.`, speech]],
  ] as const)('says what moved: %s', ([change, blocks]) => {
    const found = check(quote, old, newer(...blocks));
    expect(found.kind).toBe('moved');
    expect(found.kind === 'moved' && found.changes).toContain(change);
  });

  test('a quote whose speaker became another is looked at', () => {
    const said = bodyFrom(longSpeech('Joko'), [1]);
    expect(said.speaker).toBeDefined();
    const found = check(said, longSpeech('Joko'), longSpeech('Ratna'));
    expect(found).toMatchObject({ kind: 'moved', changes: ['speaker'] });
  });

  test('parts that are no longer apart, or stand in another order, moved', () => {
    const apart = bodyFrom(old, [0, 4]);
    const [first, second] = [opening.split('. ')[0]!, cost.split('. ')[1]!];
    expect(check(apart, old, newer(`${first}. ${second}`))).toMatchObject({ kind: 'moved' });
    const swapped = check(apart, old, newer(heading, cost, opening, speech));
    expect(swapped.kind === 'moved' && swapped.changes).toContain('joints');
  });

  test('other words are shown, and only offered', () => {
    const article = newer(opening, heading, cost.replace('Rp2,75', 'Rp3,10'), speech);
    const found = check(quote, old, article);
    expect(found.kind).toBe('changed');
    if (found.kind !== 'changed') return;
    expect(found.diff.runs).toEqual([
      { kind: 'kept', text: 'Perbaikan menghabiskan' },
      { kind: 'missing', text: 'Rp3,10' },
      { kind: 'added', text: 'Rp2,75' },
      { kind: 'kept', text: 'miliar dari anggaran daerah.' },
    ]);
    expect(words(found.offer!, article)).toBe('Perbaikan menghabiskan Rp3,10 miliar dari anggaran daerah.');
  });

  test.for([
    ['a comma', cost.replace('miliar dari', 'miliar, dari')],
    ['a capital', cost.replace('Perbaikan', 'PERBAIKAN')],
    ['a curly mark', cost.replace('anggaran', '’anggaran')],
    ['a word at its end', cost.replace('daerah.', 'daerah itu.')],
  ] as const)('never takes over a quote with %s changed', ([, changed]) => {
    expect(check(quote, old, newer(opening, heading, changed, speech)).kind).toBe('changed');
  });

  test('what is nowhere is gone, and an old text that does not hold the quote says nothing', () => {
    expect(check(quote, old, newer(opening, speech))).toEqual({ kind: 'gone' });
    const damaged = { ...old, text: `${old.text} ` };
    expect(check(quote, damaged, old)).toEqual({ kind: 'broken', reason: 'snapshot-damaged' });
  });

  test('of two places with the same words, the one in reading order is taken', () => {
    const article = newer(opening, heading, cost, speech, cost);
    expect(check(quote, old, article)).toMatchObject({
      kind: 'exact',
      body: { spans: [{ paragraph: 2 }] },
    });
  });

  describe('of two parts with a sentence left out between them', () => {
    const red = 'Kalimat pertama tentang jembatan merah di kota.';
    const victim = 'Kalimat kedua menyebut nama korban di kota.';
    const before = build(`${red} ${victim} ${price('tiga')}`, 'Penutup.');
    const cut = bodyFrom(before, [0, 2]);
    const offered = (now: Article) => {
      const found = check(cut, before, now);
      return found.kind === 'changed' && found.offer !== undefined ? words(found.offer, now) : found.kind;
    };

    test.for([
      ['the second changed', [`${red} ${victim} ${price('lima')}`], `${red} […] ${price('lima')}`],
      [
        'the first changed',
        [`${red.replace('merah', 'biru')} ${victim} ${price('tiga')}`],
        `${red.replace('merah', 'biru')} […] ${price('tiga')}`,
      ],
      [
        'what was left out changed as well',
        [`${red} ${victim.replace('korban', 'saksi')} ${price('lima')}`],
        `${red} […] ${price('lima')}`,
      ],
      ['a paragraph came between', [red, victim, price('lima')], `${red} […] ${price('lima')}`],
    ] as const)('offers each part as it reads now: %s', ([, blocks, wanted]) => {
      expect(offered(build(...blocks, 'Penutup.'))).toBe(wanted);
    });

    test('shows the parts apart in the difference', () => {
      const found = check(cut, before, build(`${red} ${victim} ${price('lima')}`));
      expect(found.kind === 'changed' && found.diff.runs.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(
        [
          `kept: ${red}`,
          'kept: […]',
          'kept: Kalimat ketiga tentang biaya proyek sebesar',
          'missing: lima',
          'added: tiga',
          'kept: juta rupiah.',
        ],
      );
    });

    test.for([
      ['one part is gone', [`${red} ${victim}`, 'Penutup.']],
      ['only what was left out is like it', [`${victim} Hujan deras turun di pegunungan.`, red]],
      ['they stand in another order', [`${price('lima')} ${victim} ${red}`]],
    ] as const)('offers nothing where %s', ([, blocks]) => {
      expect(offered(build(...blocks))).toBe('changed');
    });
  });
});
