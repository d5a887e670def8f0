import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { escapeMarkdown } from '../../../src/discord/render/escape-markdown.ts';
import { createVerifier, pastedLengthMax, verifyText } from '../../../src/quotes/verify/verify-text.ts';
import { buildArticle } from '../../fixtures/build-article.ts';
import { hostileText } from '../../discord/hostile-text.ts';
import { articleIn, loadTestArticles } from '../corpus.ts';
import { propertyRuns } from '../../property-runs.ts';

const articles = await loadTestArticles();
const verifier = createVerifier(articles);
const xai = articleIn(articles, 'igor-babuschkin-tinggalkan-xai');
const sentence = 'Babuschkin juga bekerja sebagai peneliti di OpenAI sebelum ChatGPT dirilis.';

/** A slice of whole words of some article, with where it stands. */
const slices = fc
  .tuple(fc.constantFrom(...articles), fc.nat(), fc.integer({ min: 1, max: 60 }))
  .map(([article, from, length]) => {
    const words = [...article.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
    const first = words[from % words.length]!;
    const last = words[Math.min(words.length - 1, (from % words.length) + length - 1)]!;
    return { article, text: article.text.slice(first.index, last.index + last[0].length) };
  });

describe('verifying pasted words', () => {
  property.prop([slices], { numRuns: propertyRuns(100) })(
    'any slice of whole words of any article is exact',
    ({ text }) => {
      const found = verifier.verify(text);
      expect(found.kind).toBe('exact');
      if (found.kind !== 'exact') return;
      const [place] = found.places;
      const article = articleIn(articles, place!.articleId);
      expect(article.text.slice(place!.start, place!.end)).toBe(text);
    },
  );

  property.prop([slices, fc.nat(), fc.constantFrom('zzyx', 'tidak', 'never', '7')], {
    numRuns: propertyRuns(100),
  })('a slice with one word changed is never exact', ({ text }, at, other) => {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
    const word = words[at % words.length]!;
    const changed = text.slice(0, word.index) + other + text.slice(word.index + word[0].length);
    fc.pre(!articles.some((article) => article.text.includes(changed)));
    expect(['differs', 'in-no-article']).toContain(verifier.verify(changed).kind);
  });

  property.prop([slices, fc.nat()], { numRuns: propertyRuns(100) })(
    'a slice with one word left out is exact only where an article says that too',
    ({ text }, at) => {
      const words = text.split(/\s+/u);
      const shorter = words.filter((_, place) => place !== at % words.length).join(' ');
      fc.pre(
        words.length > 2 && !articles.some(({ text: all }) => all.replaceAll(/\s+/gu, ' ').includes(shorter)),
      );
      expect(['differs', 'in-no-article']).toContain(verifier.verify(shorter).kind);
    },
  );

  property.prop([hostileText])(
    'hostile text never throws and is exact only of characters that are there',
    (text) => {
      const found = verifier.verify(text);
      if (found.kind !== 'exact') return;
      const words = found.places.map(({ articleId, start, end }) =>
        articleIn(articles, articleId).text.slice(start, end),
      );
      expect(words).toEqual(found.checked);
    },
  );

  test.for([
    ['as it stands', sentence],
    ['with space around it', `\n  ${sentence}  `],
    ['as a block quote', `> ${sentence}`],
    ['bold', `**${sentence}**`],
    ['with some words bold', sentence.replace('peneliti di OpenAI', '**peneliti di OpenAI**')],
    ['in straight quotation marks', `"${sentence}"`],
    ['in curly quotation marks', `“${sentence}”`],
    ['with a dash in front', `— ${sentence}`],
    ['escaped as the bot writes it', escapeMarkdown(`${sentence} `).trim()],
    ['with cut marks around it', `[…] ${sentence} [...]`],
    [
      'as the bot answered it',
      `Pertanyaan: dia dulu kerja di mana?\n**Artikel ini menjawabnya.**\n> […] Babuschkin juga bekerja sebagai **peneliti di OpenAI** sebelum ChatGPT dirilis.\n**[1]** Igor Babuschkin Tinggalkan xAI · paragraf 7, kalimat 2\n-# catatan`,
    ],
  ])('is exact %s', ([, pasted]) => {
    const found = verifier.verify(pasted!);
    expect(found).toMatchObject({ kind: 'exact', checked: [sentence] });
    if (found.kind !== 'exact') return;
    expect(found.places).toMatchObject([
      {
        articleId: xai.id,
        version: xai.version,
        paragraph: 7,
        lastParagraph: 7,
        firstSentence: 2,
        lastSentence: 2,
      },
    ]);
  });

  test('takes the comma of the sentence that the words were put into for no difference', () => {
    const words = sentence.slice(0, -1);
    expect(verifier.verify(`“${words},” tulis artikel itu`).kind).toBe('differs');
    expect(verifier.verify(`“${words},”`)).toMatchObject({ kind: 'exact', checked: [words] });
    expect(verifier.verify(words.replace('OpenAI', 'OpenAI,'))).toMatchObject({
      diff: { runs: expect.arrayContaining([{ kind: 'added', text: 'OpenAI,' }]) },
    });
  });

  test('shows no difference at the edges, where the article goes on with a mark', () => {
    const article = buildArticle({
      id: 'a',
      blocks: ['Lalu “semua warung di pasar lama itu tutup malam ini”, kata Ratna.'],
    });
    const found = verifyText('semua warung di pasar baru itu tutup malam ini,', [article]);
    expect(found).toMatchObject({
      diff: {
        runs: [
          { kind: 'kept', text: 'semua warung di pasar' },
          { kind: 'missing', text: 'lama' },
          { kind: 'added', text: 'baru' },
          { kind: 'kept', text: 'itu tutup malam ini' },
        ],
      },
    });
  });

  test('tells parts joined in order from parts in another order', () => {
    const first = 'Igor Babuschkin, salah satu pendiri startup xAI';
    const found = verifier.verify(`${first} […] ${sentence}`);
    expect(found).toMatchObject({ kind: 'exact', checked: [first, sentence] });
    expect(verifier.verify(`${sentence} […] ${first}`).kind).toBe('differs');
  });

  test.for(['...', '…', '....', '[...]', ' … ', '(…)'])('takes "%s" for a cut', (mark) => {
    const first = 'Igor Babuschkin, salah satu pendiri startup xAI';
    const found = verifier.verify(`${first} ${mark} ${sentence}`);
    expect(found).toMatchObject({ kind: 'exact', places: [{}, {}] });
    expect(verifier.verify(`${sentence} ${mark} ${first}`).kind).toBe('differs');
  });

  test('reads dots of the article as its own before it takes them for a cut', () => {
    const article = buildArticle({ id: 'a', blocks: ['Hujan turun... lalu reda malam itu.'] });
    expect(verifyText('Hujan turun... lalu reda', [article])).toMatchObject({
      kind: 'exact',
      checked: ['Hujan turun... lalu reda'],
    });
  });

  test.for([
    [
      'curly marks',
      'kata Babuschkin.',
      'memiliki rasa urgensi yang maniacal,’ kata Babuschkin.',
      ['quotation-marks'],
    ],
    ['a dash', '-', 'state‑of‑the‑art pada beberapa tolok ukur', ['dashes']],
    ['spaces', ' ', 'Sebelum  mendirikan\nxAI, Babuschkin adalah', ['spaces']],
    ['an invisible sign', ' ', 'Sebelum mendirikan x\u200BAI, Babuschkin adalah', ['unicode']],
  ] as const)('is exact but for typography: %s', ([, , pasted, differences]) => {
    expect(verifier.verify(pasted)).toMatchObject({ kind: 'exact-but-typography', differences });
  });

  test('names an ellipsis and a letter that is composed otherwise', () => {
    const article = buildArticle({ id: 'a', blocks: ['Lalu… semua Café tutup malam itu.'] });
    expect(verifyText('Lalu... semua Cafe\u0301 tutup', [article])).toMatchObject({
      kind: 'exact-but-typography',
      differences: ['ellipsis', 'unicode'],
    });
  });

  test('shows what differs, word by word', () => {
    const found = verifier.verify(
      'Babuschkin tidak pernah bekerja sebagai peneliti di OpenAI sebelum ChatGPT dirilis.',
    );
    expect(found.kind).toBe('differs');
    if (found.kind !== 'differs') return;
    expect(found.nearest).toMatchObject({ articleId: xai.id, paragraph: 7, firstSentence: 2 });
    expect(found.diff.runs).toEqual([
      { kind: 'kept', text: 'Babuschkin' },
      { kind: 'missing', text: 'juga' },
      { kind: 'added', text: 'tidak pernah' },
      { kind: 'kept', text: 'bekerja sebagai peneliti di OpenAI sebelum ChatGPT dirilis.' },
    ]);
  });

  test.for([
    ['a capital', sentence.replace('juga', 'Juga')],
    ['a comma', sentence.replace('OpenAI', 'OpenAI,')],
    ['a struck word', sentence.replace('juga', '~~juga~~')],
    ['half a word at the end', sentence.slice(0, -4)],
  ])('is not exact with %s', ([, pasted]) => {
    expect(verifier.verify(pasted!).kind).toBe('differs');
  });

  test.for([
    ['Harga beras naik tajam di pasar induk setelah panen raya gagal di beberapa provinsi.'],
    ['The quick brown fox jumps over the lazy dog near the river bank every single morning.'],
    ['asdf qwer zxcv'],
  ])('finds nothing like %s', ([pasted]) => {
    expect(verifier.verify(pasted!).kind).toBe('in-no-article');
  });

  test('refuses what is blank, holds no letter, or is longer than it reads', () => {
    for (const pasted of ['', '  \n', '***', '“…”']) {
      expect(verifier.verify(pasted).kind).toBe('nothing-to-verify');
    }
    const words = 'kata '.repeat(pastedLengthMax);
    expect(verifier.verify(`${words.slice(0, pastedLengthMax - 1 - 1)}x`).kind).toBe('in-no-article');
    expect(verifier.verify(`${words.slice(0, pastedLengthMax - 1)}x`).kind).toBe('in-no-article');
    expect(verifier.verify(`${words.slice(0, pastedLengthMax + 1 - 1)}x`).kind).toBe('too-long');
  });

  test('a corpus of a thousand articles and 4,000 pasted characters need no more than a few alignments', () => {
    const many: Article[] = Array.from({ length: 1_000 }, (_, place) => {
      const base = articles[place % articles.length]!;
      return { ...base, id: `${base.id}-${place}`, text: `${base.text}\n\nNomor ${place} unik${place}.` };
    });
    const large = createVerifier(many);
    const pasted = `${xai.text.replaceAll('Babuschkin', 'Rahmat')} `.slice(0, pastedLengthMax);
    expect(large.verify(pasted)).toMatchObject({
      kind: 'differs',
      nearest: { paragraph: 0, lastParagraph: 11 },
    });
    expect(large.verify('unik999')).toMatchObject({ kind: 'exact' });
  });
});
