import { describe, expect, test } from 'vitest';
import { curatedWordingLengthMax, curatedWordingsMax } from '../../src/articles/curated-questions.ts';
import { parseArticle } from '../../src/articles/parse-article.ts';

/** An article with a title and two paragraphs, and that front matter. */
function read(frontMatter: string) {
  const source = `---\ntitle: Banjir\n${frontMatter}\n---\n\nAir surut.\n\n## Bantuan\n\nWarga pulang.\n`;
  return parseArticle({ id: 'a', file: 'a.md', source });
}

function problemOf(frontMatter: string) {
  const parsed = read(frontMatter);
  return parsed.ok ? undefined : parsed.problem;
}

const asking = (...wordings: readonly string[]) =>
  `questions:\n  - paragraph: 2\n    ask:\n${wordings.map((wording) => `      - ${JSON.stringify(wording)}`).join('\n')}`;

describe('questions in the front matter', () => {
  test('come with the article, paragraph by paragraph, in one line each', () => {
    const parsed = read(
      'questions:\n  - paragraph: 0\n    ask: [tentang apa ini?]\n  - paragraph: 2\n    ask:\n      - warga udah\n        pulang?\n      - "are people home: yes?"',
    );
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
    expect(parsed.ok && parsed.article.questions).toEqual([
      { paragraph: 0, wordings: ['tentang apa ini?'] },
      { paragraph: 2, wordings: ['warga udah pulang?', 'are people home: yes?'] },
    ]);
  });

  test('are no part of the text nor of its version', () => {
    const [plain, asked] = [read('language: id'), read(`language: id\n${asking('kapan warga pulang?')}`)];
    if (!plain.ok || !asked.ok) throw new Error('an article does not parse');
    const { questions, ...rest } = asked.article;
    expect(questions).toHaveLength(1);
    expect(rest).toEqual(plain.article);
  });

  test.for<[string, number, RegExp]>([
    ['questions: kapan?', 3, /"questions" must be a list: write "- paragraph: 3"/],
    ['questions:\n  - kapan?', 4, /must name its paragraph/],
    ['questions:\n  - paragraph: dua\n    ask: [kapan?]', 4, /"paragraph" must be the number/],
    ['questions:\n  - ask: [kapan?]', 4, /"paragraph" must be the number/],
    ['questions:\n  - paragraph: 2', 4, /"ask" must be a list with at least one/],
    ['questions:\n  - paragraph: 2\n    ask: []', 4, /"ask" must be a list with at least one/],
    ['questions:\n  - paragraph: 2\n    asks: [kapan?]', 4, /has the key "asks": write/],
    ['questions:\n  - paragraph: 2\n    ask:\n      - kapan?\n      - [a]', 7, /must be one text with words/],
    ['questions:\n  - paragraph: 2\n    ask:\n      - "?!"', 6, /must be one text with words/],
    [
      'language: id\nquestions:\n  - paragraph: 1\n    ask: [apa?]\n  - paragraph: 3\n    ask: [apa?]',
      7,
      /names paragraph 3, and the article ends with paragraph 2: correct/,
    ],
  ])('refuses %j with the line %i', ([frontMatter, line, message]) => {
    expect(problemOf(frontMatter)).toEqual({ file: 'a.md', line, message: expect.stringMatching(message) });
  });

  test('for title and summary need one of the two', () => {
    const source = '---\nquestions:\n  - paragraph: 0\n    ask: [tentang apa?]\n---\n\nAir surut.\n';
    expect(parseArticle({ id: 'a', file: 'a.md', source })).toMatchObject({
      ok: false,
      problem: { line: 3, message: expect.stringContaining('neither') },
    });
  });

  test('may have as many wordings, and each as many characters, as the bounds', () => {
    const long = 'a'.repeat(curatedWordingLengthMax);
    expect(problemOf(asking(long))).toBeUndefined();
    expect(problemOf(asking(`${long}a`))?.message).toMatch(/longer than 300 characters: shorten it/);
    const many = Array.from({ length: curatedWordingsMax }, (_, number) => `apa ${number}?`);
    expect(problemOf(asking(...many))).toBeUndefined();
    expect(problemOf(asking(...many, 'satu lagi?'))?.message).toMatch(/more than 200 wordings: keep/);
  });
});
