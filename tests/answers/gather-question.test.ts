import { describe, expect, test } from 'vitest';
import { gatherQuestion } from '../../src/answers/gather-question.ts';

const before = 'Siapa yang meresmikan Jembatan Lontara?';
const gather = (text: string) => gatherQuestion({ text, previous: ['kapan panen kopi?', before] });

describe('an earlier question', () => {
  test.for([
    'terus kapan?',
    'lha yang satunya lagi?',
    'kenapa dia mau?',
    'bareng siapa aja?',
    'and when was that?',
    'what about the second one?',
    'umurnya berapa?',
  ])('is carried into %j, with less weight the longer ago it was asked', (text) => {
    const [own, last, ...others] = gather(text);
    expect(own).toEqual({ text, weight: 1 });
    expect(last).toMatchObject({ text: before, isEarlier: true });
    expect(last?.weight).toBeLessThan(1);
    for (const other of others) expect(other.weight).toBeLessThan(last?.weight ?? 0);
  });

  test.for([
    'Berapa bibit kopi yang ditanam Koperasi Arunika?',
    'kenapa menara mercusuar ditutup?',
    'Who built the lighthouse tower in 1872?',
    'berapa biaya perbaikan jembatan',
    'siapa ketua koperasi kopi arunika',
  ])('is left alone by %j, which says what it is about', (text) => {
    expect(gather(text)).toEqual([{ text, weight: 1 }]);
  });

  test('adds nothing where there was none', () => {
    expect(gatherQuestion({ text: 'terus kapan?', previous: [] })).toEqual([
      { text: 'terus kapan?', weight: 1 },
    ]);
  });
});

describe('saying that one is about to ask', () => {
  test.for([
    ['min mau nanya\nberapa biaya jembatan', 'berapa biaya jembatan'],
    ['permisi kak, numpang tanya dong: siapa ketuanya?', 'siapa ketuanya?'],
  ] as const)('%j is no part of what is looked for', ([text, rest]) => {
    expect(gatherQuestion({ text, previous: [] })).toEqual([{ text: rest, weight: 1 }]);
  });

  test.for(['min mau nanya', 'siapa yang mau tanya ke hakim?'])('%j stays as it is', (text) => {
    expect(gatherQuestion({ text, previous: [] })).toEqual([{ text, weight: 1 }]);
  });
});
