import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relocateLesson, type LessonPlace } from '../../src/guilds/lessons.ts';

const place: LessonPlace = {
  articleId: 'xai',
  version: 'v1',
  passageId: 'xai#1',
  start: 6,
  end: 11,
  text: 'Kata.',
};
const article = (text: string, version = 'v2') => ({ id: 'xai', version, text });
const passageIdAt = ({ start }: { start: number }) => `xai#${start}`;

describe('a lesson', () => {
  test('stays where its article is unchanged', () => {
    const same = article('Judul\nKata. Lain.', 'v1');
    expect(relocateLesson({ place, isStale: false }, same, passageIdAt)).toEqual({ kind: 'in-place' });
  });

  test('moves with its words, version and passage', () => {
    const newer = article('Judul baru\nKata. Lain.');
    expect(relocateLesson({ place, isStale: false }, newer, passageIdAt)).toEqual({
      kind: 'moved',
      place: { ...place, version: 'v2', passageId: 'xai#11', start: 11, end: 16 },
    });
  });

  test.for([
    ['Kata. xx Kata. xxxxxxxxxx', 9],
    ['Kata. xxxxxxxxxxxxxxxxxx Kata.', 0],
    ['xKata. xxxxx Kata.', 1],
  ] as const)('in %s moves to the nearest of its words', ([text, start]) => {
    expect(relocateLesson({ place, isStale: false }, article(text), passageIdAt)).toMatchObject({
      kind: 'moved',
      place: { start },
    });
  });

  test.for([
    ['one letter differs', article('Judul\nkata. Lain.')],
    ['its article is gone', undefined],
    ['another article has the words', { ...article('Kata.'), id: 'other' }],
  ] as const)('is stale where %s', ([, found]) => {
    expect(relocateLesson({ place, isStale: false }, found, passageIdAt)).toEqual({ kind: 'stale' });
  });

  test('is stale where its words stand in no passage', () => {
    expect(relocateLesson({ place, isStale: false }, article('Kata.'), () => undefined)).toEqual({
      kind: 'stale',
    });
  });

  test('that was stale comes back with its words', () => {
    const outcome = relocateLesson(
      { place, isStale: true },
      article('Judul\nKata. Lain.', 'v1'),
      passageIdAt,
    );
    expect(outcome).toEqual({ kind: 'moved', place: { ...place, passageId: 'xai#6' } });
  });

  test('only ever moves to exactly its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before}Kata.${after}`;
        const outcome = relocateLesson({ place, isStale: false }, article(text), passageIdAt);
        expect(outcome.kind).toBe('moved');
        if (outcome.kind === 'moved') {
          expect(text.slice(outcome.place.start, outcome.place.end)).toBe('Kata.');
        }
      }),
    );
  });
});
