import { describe, expect, test } from 'vitest';
import { formatTable, median, percentile } from '../../src/bench/figures.ts';

describe('figures', () => {
  test.for([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[], Number.NaN],
  ] as const)('the median of %j is %d', ([values, middle]) => {
    expect(median(values)).toBe(middle);
  });

  test.for([
    [0, 1],
    [50, 51],
    [99, 100],
    [100, 101],
  ] as const)('the %d-th percentile of 1 to 101 is %d', ([share, value]) => {
    const values = Array.from({ length: 101 }, (_, index) => 101 - index);
    expect(percentile(values, share)).toBe(value);
  });

  test('a table is aligned: names left, numbers right, nothing after the last', () => {
    const table = formatTable([
      ['', '/ask', '/ping'],
      ['per second', '9', '1000'],
      ['p50', '1.25', ''],
    ]);
    expect(table).toBe('             /ask   /ping\nper second      9    1000\np50          1.25');
  });
});
