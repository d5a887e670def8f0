import { describe, expect, test } from 'vitest';
import { analyseText, questionAnalysis } from '../../src/language/analyse-text.ts';
import { oppositesOf } from '../../src/language/opposites.ts';

function areOpposites(one: string, other: string): boolean {
  const [first, second] = [one, other].map((word) =>
    analyseText(word, questionAnalysis).flatMap(({ forms }) => forms),
  );
  return oppositesOf(first ?? []).some((set) => second?.some((form) => set.has(form)));
}

describe('opposites', () => {
  test.for([
    ['pertama', 'terakhir'],
    ['dibuka', 'ditutup'],
    ['opened', 'closing'],
    ['kenaikan', 'turun'],
    ['first', 'terakhir'],
    ['menang', 'lost'],
    ['suami', 'istrinya'],
  ] as const)('"%s" and "%s" are, both ways', ([one, other]) => {
    expect(areOpposites(one, other)).toBe(true);
    expect(areOpposites(other, one)).toBe(true);
  });

  test.for([
    ['dibuka', 'membuka'],
    ['lahir', 'kelahiran'],
    ['roti', 'kopi'],
  ] as const)('"%s" and "%s" are not', ([one, other]) => {
    expect(areOpposites(one, other)).toBe(false);
  });
});
