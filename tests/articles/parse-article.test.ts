import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { articleMarksMax } from '../../src/articles/body-blocks.ts';
import { parseArticle, warningsMax } from '../../src/articles/parse-article.ts';
import { inlineMarksMax } from '../../src/articles/reading-text.ts';

function parse(source: string, file = 'banjir-demak.md') {
  return parseArticle({ id: 'banjir-demak', file, source });
}

function read(source: string, file?: string): Article {
  const parsed = parse(source, file);
  if (!parsed.ok) throw new Error(`${parsed.problem.line}: ${parsed.problem.message}`);
  return parsed.article;
}

/** `kind paragraph: text` of every block. */
function blocks(source: string, file?: string): string[] {
  const { text, blocks: found } = read(source, file);
  return found.map(({ kind, paragraph, start, end }) => `${kind} ${paragraph}: ${text.slice(start, end)}`);
}

const long =
  'Hujan deras sejak Senin malam membuat tanggul Sungai Wulan jebol di dua tempat, dan air menggenangi ribuan rumah di Demak.';

describe('front matter', () => {
  test('gives the article what it says and comes first in the text', () => {
    const article = read(
      '---\ntitle: "Banjir: hari kedua"\nsummary: Air surut.\nlanguage: id-ID\nauthor: [Ani, Budi]\npublisher: Warta\n' +
        'published: 2025-08\nurl: https://contoh.co.id/a\nlicense: CC BY 4.0\n---\n\nWarga pulang.\n',
    );
    expect(article.text).toBe('Banjir: hari kedua\n\nAir surut.\n\nWarga pulang.');
    const { title, language, author, publisher, published, url, licence } = article;
    expect({ title, language, author, publisher, published, url, licence }).toEqual({
      title: 'Banjir: hari kedua',
      language: 'id',
      author: 'Ani, Budi',
      publisher: 'Warta',
      published: '2025-08',
      url: 'https://contoh.co.id/a',
      licence: 'CC BY 4.0',
    });
  });

  test.for<[string, string, string]>([
    ['a number as title', 'title: 1984', '1984'],
    ['a key in capitals', 'Title: Banjir', 'Banjir'],
    ['a folded text', 'title: >\n  Banjir\n  surut', 'Banjir surut'],
  ])('takes %s', ([, line, title]) => {
    expect(read(`---\n${line}\n---\nIsi.`).title).toBe(title);
  });

  test.for<[string, number, RegExp]>([
    ['---\nlanguage: id\ntitle: Banjir: hari kedua\n---\nIsi.', 3, /not valid YAML.*quotes/],
    ['---\ntitle: "Banjir\n---\nIsi.', 2, /not valid YAML/],
    ['---\ntitle: [a, b]\n---\nIsi.', 2, /"title" must be one text/],
    ['---\ntitle: a\nauthor:\n  name: b\n---\nIsi.', 3, /"author" must be one text/],
    [
      '---\ntitle: a\n\npublished: 13 Agustus 2025\n---\nIsi.',
      4,
      /"published" "13 Agustus 2025" is not a date: write/,
    ],
    ['---\npublished: 2025-02-31\n---\nIsi.', 2, /is not a date/],
    ['---\nurl: javascript:alert(1)\n---\nIsi.', 2, /"url" .* is not a web address: write/],
    ['---\nurl: contoh.co.id\n---\nIsi.', 2, /is not a web address/],
    ['---\nlanguage: fr\n---\nIsi.', 2, /write id or en/],
    ['---\ntitle: a\ntitle: b\n---\nIsi.', 3, /stands twice/],
    ['---\ntitle: a\nIsi.', 1, /never closed: add/],
    [`---\ntitle: ${'a'.repeat(301)}\n---\nIsi.`, 2, /longer than 300/],
    [`---\nx: ${'a'.repeat(70_000)}\n---\nIsi.`, 1, /longer than 65536/],
    [`---\n${'['.repeat(30_000)}\n---\nIsi.`, 2, /nested too deeply/],
    ['\r\n---\r\ntitle: a\r\n---\r\n\0', 5, /NUL/],
    ['Isi.\n\uD800', 2, /lone surrogate/],
    ['', 1, /no article here: write/],
    ['---\ntitle: a\n---\n\n![foto](a.png)\n', 4, /no article here/],
  ])('refuses %j naming line %i', ([source, line, message]) => {
    const parsed = parse(source);
    if (parsed.ok) throw new Error('was accepted');
    expect(parsed.problem).toEqual({
      file: 'banjir-demak.md',
      line,
      message: expect.stringMatching(message),
    });
    expect(parsed.problem.message).not.toContain('\n');
  });

  test('names an unknown key and its line as a warning and goes on', () => {
    const parsed = parse('---\ntitle: a\ntags: [x]\n---\nIsi.');
    expect(parsed.ok && parsed.warnings).toEqual([
      { file: 'banjir-demak.md', line: 3, message: expect.stringMatching(/^"tags" is not a key/) },
    ]);
  });

  test('is not what a rule above prose is', () => {
    expect(blocks('---\n\nJakarta - Air surut.\n\n---\n\nWarga pulang.')).toEqual([
      'paragraph 1: Jakarta - Air surut.',
      'paragraph 2: Warga pulang.',
    ]);
  });
});

describe('title', () => {
  test.for<[string, string, string, string]>([
    ['a leading heading', '# Banjir\n\nIsi.', 'a.md', 'title'],
    ['the first line of a plain text', 'Banjir Demak Surut\n\nAir turun. Warga pulang.', 'a.txt', 'title'],
    ['the first line without a blank one behind it', `Banjir Demak Surut\n${long}`, 'a.txt', 'title'],
  ])('is %s, and citable', ([, source, file, kind]) => {
    const article = read(source, file);
    expect(article.title).toMatch(/^Banjir/);
    expect(article.blocks[0]?.kind).toBe(kind);
  });

  test.for(['Isi saja.', '## Sub\n\nIsi saja.', `${long}\nWarga pulang.`])(
    'is made from the ID where %j has none, and is no part of the text',
    (source) => {
      const article = read(source);
      expect(article.title).toBe('Banjir demak');
      expect(article.text).not.toContain('Banjir demak');
    },
  );

  test('stands once where front matter and heading agree', () => {
    expect(blocks('---\ntitle: Banjir\n---\n# Banjir\n\nIsi.')).toEqual([
      'title 0: Banjir',
      'paragraph 1: Isi.',
    ]);
  });
});

describe('reading text', () => {
  test.for([
    '<b>tebal</b> & &amp; &lt;',
    '#1 berani, #2 cepat',
    'Kata [1] dan [^2] serta [nama](red).',
    '2023. Saya masih ingat.',
    '*',
    '_',
    'satu * dua _ tiga',
    '5*3*2 dan a*b, c*d',
    'snake_case_name dan f***',
    'Jum`at, Sa`ban, Ma`ruf',
    '>50 persen warga',
    '- ',
    'https://contoh.co.id/a_b_c?d=*e*',
    'Ia berkata, \'Ya.\' "Tidak." “Mungkin.” …',
    'e\u0301 dan \u00E9, a\u00A0b, 👩‍👩‍👧, مرحبا \u202E',
    '@everyone <@123> ~~x~~ ||y||',
  ])('leaves %j as it is', (source) => {
    expect(read(source).text).toBe(source.trim());
  });

  test.for<[string, string]>([
    ['**Tebal** dan *miring*, __tebal__, _miring_', 'Tebal dan miring, tebal, miring'],
    ['Baca [laman *itu*](https://contoh.co.id/a_b) dulu', 'Baca laman itu dulu'],
    ['Jalankan `npm test` saja', 'Jalankan npm test saja'],
    ['Foto ![alt](a.png) ini', 'Foto  ini'],
    ['\\*bukan miring\\* dan 1986\\. Tahun', '*bukan miring* dan 1986. Tahun'],
    ['dibungkus\r\n  dua\\\nbaris', 'dibungkus dua baris'],
  ])('reads %j as %j', ([source, text]) => {
    expect(read(source).text).toBe(text);
  });

  test('keeps the marks of a block with more than can be matched in time, and says so', () => {
    const atBound = parse('*a* '.repeat(inlineMarksMax / 2));
    const above = parse('*a* '.repeat(inlineMarksMax / 2 + 1));
    if (!atBound.ok || !above.ok) throw new Error('was refused');
    expect(atBound.article.text).not.toContain('*');
    expect(atBound.warnings).toEqual([]);
    expect(above.article.text).toContain('*a*');
    expect(above.warnings).toHaveLength(1);
  });

  test('bounds the marks of a whole article and the number of warnings', () => {
    const parsed = parse(
      `${'*a* '.repeat(inlineMarksMax / 2)}\n\n`.repeat(articleMarksMax / inlineMarksMax + warningsMax + 5),
    );
    if (!parsed.ok) throw new Error('was refused');
    expect(parsed.warnings).toHaveLength(warningsMax + 1);
    expect(parsed.warnings.at(-1)?.message).toMatch(/^5 more/);
  });
});

describe('blocks', () => {
  test('take marks from headings, quotations, bullets and tables and keep the numbers of a list', () => {
    const source =
      '## Satu ##\n\n> kutipan\n> lanjut\n\n- a\n* b\n  lanjut\n\n1. satu\n2) dua\n\n• c\n\n| x | y |\n|---|:-:|\n| 1 | 2 |\n\n***\n<!-- nanti -->\n\nDua\n===\n\n```js\nlet *x* = 1;\n```\n';
    expect(blocks(source)).toEqual([
      'heading 1: Satu',
      'paragraph 1: kutipan lanjut',
      'list-item 2: a',
      'list-item 3: b lanjut',
      'list-item 4: 1. satu',
      'list-item 5: 2) dua',
      'list-item 6: • c',
      'list-item 7: x | y',
      'list-item 8: 1 | 2',
      'heading 9: Dua',
      'paragraph 9: let *x* = 1;',
    ]);
  });

  test('point to the heading above, and a heading counts to the paragraph below or the last one', () => {
    const { blocks: found } = read('# T\n\nSatu.\n\n## A\n\n### B\n\nDua.\n\n## C\n');
    expect(
      found.map(({ index, kind, paragraph, headingIndex }) => [index, kind, paragraph, headingIndex]),
    ).toEqual([
      [0, 'title', 0, undefined],
      [1, 'paragraph', 1, undefined],
      [2, 'heading', 2, undefined],
      [3, 'heading', 2, 2],
      [4, 'paragraph', 2, 3],
      [5, 'heading', 2, 3],
    ]);
  });

  test('join lines an editor wrapped, also around a date and a sentence end', () => {
    const wrapped =
      'Hujan deras sejak Senin malam membuat tanggul jebol di dua tempat. Warga pergi\nke balai desa. Air menggenangi ribuan rumah di Demak dan surut pada tanggal\n17. Agustus kemudian. Bantuan datang dari mana-mana dan dibagikan kepada warga.\nSemua selamat.';
    expect(blocks(wrapped)).toEqual([`paragraph 1: ${wrapped.replaceAll('\n', ' ')}`]);
  });

  test('part where lines far too wide to be wrapped follow each other, with the subheading between', () => {
    expect(blocks(`${long}\nAir Mulai Surut\n${long}\nxAI membantu.\n1. KTP\n2. KK`)).toEqual([
      `paragraph 1: ${long}`,
      'heading 2: Air Mulai Surut',
      `paragraph 2: ${long}`,
      'paragraph 3: xAI membantu.',
      'list-item 4: 1. KTP',
      'list-item 5: 2. KK',
    ]);
  });

  test('leave out what points elsewhere, with a warning', () => {
    const parsed = parse(
      `${long}\nBaca juga: Jalan Tol Terendam\n${long}\n\n**Baca Juga:**\n- [Satu](https://a.id)\n- Dua\n\nADVERTISEMENT\n\nWarga pulang.\n\nRead also:\nA Headline\n\nSelesai.`,
    );
    if (!parsed.ok) throw new Error('was refused');
    expect(parsed.article.text).toBe([long, long, 'Warga pulang.', 'Selesai.'].join('\n\n'));
    expect(parsed.warnings.map(({ line }) => line)).toEqual([2, 5, 9, 13]);
  });

  test('keep prose that only begins like a pointer', () => {
    const source = `Baca: ${long} ${long} ${long}`;
    expect(read(source).text).toBe(source);
  });

  test('of a plain text keep every mark and know a subheading by its neighbours', () => {
    const source =
      'Banjir Demak Surut\n\nAir *turun*. [a](b)\n\nWarga Pulang\n\n## Mereka pulang ke rumah.\n\n- satu\n- dua';
    expect(blocks(source, 'a.txt')).toEqual([
      'title 0: Banjir Demak Surut',
      'paragraph 1: Air *turun*. [a](b)',
      'paragraph 2: Warga Pulang',
      'paragraph 3: ## Mereka pulang ke rumah.',
      'list-item 4: - satu',
      'list-item 5: - dua',
    ]);
    expect(blocks('Air turun.\n\nWarga Pulang\n\nMereka pulang ke rumah.', 'a.txt')[1]).toBe(
      'heading 2: Warga Pulang',
    );
  });

  test('survive a code fence that is never closed', () => {
    const parsed = parse('Satu.\n\n```\n\nDua *tiga*.');
    if (!parsed.ok) throw new Error('was refused');
    expect(parsed.article.text).toBe('Satu.\n\nDua tiga.');
    expect(parsed.warnings.map(({ line }) => line)).toEqual([3]);
  });
});

test('line ends and a byte order mark make no difference', () => {
  const source = '---\ntitle: Banjir\n---\n\nSatu\nbaris.\n\nDua.\n';
  const version = read(source).version;
  expect(read(`\uFEFF${source.replaceAll('\n', '\r\n')}`).version).toBe(version);
  expect(read(source.replaceAll('\n', '\r')).version).toBe(version);
});

test('the language is detected where none is given', () => {
  expect(read('The river rose during the night and the people left.').language).toBe('en');
  expect(read('Sungai meluap pada malam hari dan warga mengungsi.').language).toBe('id');
});

test('an article cannot be changed', () => {
  const article = read('# T\n\nSatu. Dua.');
  const parts = [
    article,
    article.blocks,
    ...article.blocks,
    ...article.blocks.flatMap(({ sentences }) => [sentences, ...sentences]),
  ];
  expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
});
