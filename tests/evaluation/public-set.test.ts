import { describe, expect, test } from 'vitest';
import { buildPassageArticle, readPublicSet } from '../../src/evaluation/public-set.ts';
import { detectLanguage } from '../../src/language/detect-language.ts';
import { splitSentences } from '../../src/language/sentences.ts';

const reader = { detectLanguage, splitSentences };
const text = '# Bukan judul\n\n1. *Douwes* lahir di Pasuruan. Ia wafat di Bandung.[1]';
const lines = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');
const files = {
  passages: lines({ id: 'p1', title: 'Douwes Dekker', text }),
  queries: lines({
    id: 'q1',
    text: 'lahir di mana?',
    lang: 'id',
    gold: ['p1'],
    answer: 'Pasuruan',
    start: 37,
  }),
  unanswerable: lines({ id: 'u1', text: 'di mana ia menikah?', passage: 'p1' }),
};

describe('a passage', () => {
  test('becomes one paragraph, word for word, whatever marks stand in it', () => {
    const built = buildPassageArticle({ id: 'p1', title: '', text }, reader);
    expect(built.text).toBe(text);
    expect(built.blocks.map(({ kind, paragraph, start, end }) => ({ kind, paragraph, start, end }))).toEqual([
      { kind: 'paragraph', paragraph: 1, start: 0, end: text.length },
    ]);
  });

  test('has its title as a block of its own, and sentences that count in the whole text', () => {
    const built = buildPassageArticle({ id: 'p1', title: 'Douwes Dekker', text }, reader);
    expect(built.blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph']);
    const sentences = built.blocks[1]?.sentences ?? [];
    expect(sentences.length).toBeGreaterThan(1);
    for (const { start, end } of sentences) expect(text).toContain(built.text.slice(start, end));
  });
});

describe('a set', () => {
  test.for([true, false])('places answers in the article with titles: %s', (withTitles) => {
    const { articles, questions } = readPublicSet(files, reader, { withTitles });
    const [gold] = questions[0]?.golds ?? [];
    const [span] = gold?.spans ?? [];
    expect(gold).toMatchObject({ articleId: 'p1', paragraph: null });
    expect(articles[0]?.text.slice(span?.start, span?.end)).toBe('Pasuruan');
    expect(questions[1]).toMatchObject({ id: 'u1', lang: 'id', articleId: 'p1', unanswerable: 'public-set' });
  });

  test('knows no place for an answer that the passage does not hold', () => {
    const queries = lines({
      id: 'q1',
      text: 'where?',
      lang: 'en',
      gold: ['p1'],
      answer: 'France',
      start: -1,
    });
    const { questions } = readPublicSet({ ...files, queries }, reader, { withTitles: false });
    expect(questions[0]?.golds).toEqual([{ articleId: 'p1', paragraph: null, spans: [] }]);
  });

  test('is refused with the file and line that is wrong', () => {
    const broken = { ...files, queries: `${files.queries}\n{"id":1}` };
    expect(() => readPublicSet(broken, reader, { withTitles: false })).toThrow('queries.jsonl, line 2');
  });
});
