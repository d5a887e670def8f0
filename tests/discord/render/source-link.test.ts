import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { sourceLink, sourceLinkLengthMax, textFragment } from '../../../src/discord/render/source-link.ts';
import { makeArticle } from '../corpus.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';
import { propertyRuns } from '../../property-runs.ts';

function check(
  sentences: readonly string[],
  place: number,
  url = 'https://berita.example/a',
): string | undefined {
  const article = makeArticle([{ sentences }], { url });
  const words = article.blocks[0]?.sentences[place];
  return words && sourceLink(article, words);
}

describe('sourceLink', () => {
  test('highlights a short sentence whole', () => {
    expect(check(['Ini kalimat pendek.', 'Lain.'], 0)).toBe(
      'https://berita.example/a#:~:text=Ini%20kalimat%20pendek.',
    );
  });

  test('names a long sentence by its first and last words', () => {
    const long =
      'Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas, tiga-belas.';
    expect(check(['Awal.', long], 1)).toBe(
      'https://berita.example/a#:~:text=Satu%20dua%20tiga%20empat,sebelas%20dua%20belas%2C%20tiga%2Dbelas.',
    );
  });

  test('adds the words before where the sentence stands there twice', () => {
    expect(check(['Pertama.', 'Ya benar.', 'Kedua.', 'Ya benar.'], 3)).toBe(
      'https://berita.example/a#:~:text=Kedua.-,Ya%20benar.',
    );
  });

  test('adds the words after where nothing stands before', () => {
    expect(check(['Ya benar.', 'Kedua.', 'Ya benar.'], 0)).toBe(
      'https://berita.example/a#:~:text=Ya%20benar.,-Kedua.',
    );
  });

  test('keeps a fragment that the address has already', () => {
    expect(check(['Kalimat.'], 0, 'https://berita.example/a#bagian')).toBe(
      'https://berita.example/a#bagian:~:text=Kalimat.',
    );
  });

  test('replaces a text fragment that the address has already', () => {
    expect(check(['Kalimat.'], 0, 'https://berita.example/a#:~:text=lain')).toBe(
      'https://berita.example/a#:~:text=Kalimat.',
    );
  });

  test.for(['javascript:alert(1)', 'ftp://a.example/', 'https://a:b@c.example/', 'tidak ada', ''])(
    'gives no link for %s',
    (url) => {
      expect(check(['Kalimat.'], 0, url)).toBeUndefined();
    },
  );

  test('leaves the fragment out where the link would get too long, and the link where its address is', () => {
    const path = 'p'.repeat(sourceLinkLengthMax - 40);
    expect(check(['Ini kalimat pendek.'], 0, `https://a.example/${path}`)).toBe(`https://a.example/${path}`);
    expect(check(['Kalimat.'], 0, `https://a.example/${path.repeat(2)}`)).toBeUndefined();
  });

  property.prop([hostileText], { numRuns: propertyRuns(200) })(
    'cannot be ended early by hostile words',
    (words) => {
      const link = check([`a${words}z`], 0, 'https://berita.example/a(b)_c*?x=[1]');
      const read = readMessage(`[sumber](<${link}>) akhir`);
      expect(read.around).toBe('sumber akhir');
      expect(read.kinds).toEqual(new Set(['link', 'text']));
      expect(link?.length).toBeLessThanOrEqual(sourceLinkLengthMax);
    },
  );
});

describe('textFragment', () => {
  test('is empty for nothing but white space', () => {
    expect(textFragment('a   b', { start: 1, end: 4 })).toBe('');
  });
});
