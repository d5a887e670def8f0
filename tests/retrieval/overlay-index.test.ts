/** What one server taught, over the small corpus. */
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { overlayIndex } from '../../src/retrieval/overlay-index.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

const index = buildPassageIndex(smallCorpus, { knowledge: loadKnowledge() });
const passage = index.passages.find(
  ({ articleId, paragraph }) => articleId === 'jembatan-lontara' && paragraph === 2,
);
if (passage === undefined) throw new Error('the small corpus has lost its bridge');
const { id: passageId, start, end } = passage;
const wordings = ['duit buat benerin jembatan datang dari mana?'];
const taught = overlayIndex(index, { taught: [{ passageId, span: { start, end }, wordings }] });

function find(text: string, searched = taught) {
  const { candidates } = searched.examine([{ text, weight: 1 }], 30);
  return candidates.find((candidate) => candidate.passage.id === passageId);
}

describe('a taught wording', () => {
  test('vouches for its passage where the question is like it', () => {
    expect(find('duit buat benerin jembatan dari mana')?.likeness).toBeGreaterThan(0.55);
  });

  test('speaks a little for its passage where the question is half like it', () => {
    const question = 'jembatannya dibenerin siapa pas musim hujan?';
    const found = find(question);
    expect(found?.likeness).toBeUndefined();
    expect(found?.signals.askedAlike).toBeGreaterThan(0);
    expect(find(question, index)?.signals.askedAlike).toBe(0);
  });

  test('leaves a question about something else as it was', () => {
    const question = 'kapan panen kopi pertama dijual?';
    const [now, before] = [find(question), find(question, index)];
    expect(now?.likeness).toBeUndefined();
    expect(now?.signals.askedAlike).toBeLessThan(0.01);
    expect(now?.matchedTerms).toEqual(before?.matchedTerms);
  });
});
