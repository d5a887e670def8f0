import { expect, test } from 'vitest';
import { buildPlainSearch } from '../../src/retrieval/plain-search.ts';

const search = buildPlainSearch([
  { id: 'a', title: 'Ferry', text: 'The ferry has a crack in its hull.' },
  { id: 'b', title: '', text: 'Shops ration bread and milk.' },
]);

test('ranks documents by MiniSearch alone, best first', () => {
  expect(search('bread and the ferry').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(search('bread')).toEqual([{ id: 'b', score: expect.any(Number) }]);
});

test('finds nothing where no word stands in any document', () => {
  expect(search('roti')).toEqual([]);
});
