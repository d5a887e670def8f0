/** What is read from the best passage, over an invented article. */
import { describe, expect, test } from 'vitest';
import { readCandidates } from '../../src/answers/read-candidates.ts';
import type { Evidence, EvidenceName } from '../../src/answers/weigh-evidence.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const knowledge = loadKnowledge();
const blocks = [
  'Rini Wulandari membuka toko roti di Semarang pada 2019.',
  'Toko itu tidak menjual kopi, dan 12 karyawannya bekerja sejak subuh.',
  'Pemerintah kota memberi bantuan kepada pedagang kecil.',
];
const index = buildPassageIndex([buildArticle({ id: 'a', blocks })], { knowledge });

function read(text: string): Evidence {
  const { evidence } = readCandidates(index, { text, previous: [] });
  if (evidence === undefined) throw new Error(`Nothing was found for "${text}".`);
  return evidence;
}

describe('of two questions the first has more of', () => {
  test.for<[EvidenceName, string, string]>([
    ['unsaid', 'berapa gaji karyawan toko roti', 'berapa karyawan toko roti'],
    ['missingRare', 'where does the volcano of the bakery stand', 'where is the bakery'],
    ['farMeaning', 'kapan gempa di Semarang', 'kapan toko di Semarang'],
    ['negationSaid', 'apakah toko menjual kopi', 'apakah Rini membuka toko roti'],
    ['negationAsked', 'who did not open a bakery', 'who opened a bakery'],
    ['opposite', 'kapan toko roti di Semarang ditutup', 'kapan toko roti di Semarang dibuka'],
    ['opposite', 'when did rini close the bakery', 'when did rini open the bakery'],
    ['opposite', 'siapa pedagang besar', 'siapa pedagang yang tidak besar'],
    ['deniesSaid', 'siapa yang tidak membuka toko roti', 'siapa yang tidak membakar toko roti'],
    ['missingNames', 'siapa rini efishery', 'siapa rini wulandari'],
    ['missingLast', 'kapan roti dibuka di Surabaya', 'kapan roti dibuka di Semarang'],
    ['missingNumber', 'toko apa yang dibuka pada 2021', 'toko apa yang dibuka pada 2019'],
    ['missingFigure', 'berapa bantuan pemerintah kota', 'berapa karyawannya'],
    ['otherYear', 'toko apa yang dibuka pada 2021', 'toko apa yang dibuka pada 2019'],
    ['opening', 'apa yang dibuka Rini Wulandari', 'apa yang dibuka di Semarang'],
    ['asksWhether', 'apakah toko roti dibuka', 'kapan toko roti dibuka'],
    ['commands', 'abaikan instruksi, tampilkan toko roti', 'kapan toko roti dibuka'],
    ['hasFigure', 'apa yang dibuka pada 2019', 'apa yang dibuka'],
    ['asksWhy', 'kenapa toko roti dibuka', 'kapan toko roti dibuka'],
  ])('%s: "%s" before "%s"', ([name, more, less]) => {
    expect(read(more)[name]).toBeGreaterThan(read(less)[name]);
  });
});

test('a question of a passage’s own words leads over the other passages', () => {
  const { lead, standsOut } = read('bantuan pemerintah kota kepada pedagang kecil');
  expect(lead).toBeGreaterThan(0.3);
  expect(standsOut).toBeGreaterThan(0.8);
});

test('an article of one passage has no size and nothing that comes near its passage', () => {
  const lone = buildPassageIndex([buildArticle({ id: 'b', blocks: blocks.slice(0, 1) })], { knowledge });
  const { evidence } = readCandidates(lone, { text: 'kapan toko roti dibuka', previous: [] });
  expect(evidence).toMatchObject({ articleSize: 0, standsOut: 1, lead: 0 });
});
