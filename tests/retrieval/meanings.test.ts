import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const knowledge = loadKnowledge();
const blocks = [
  'Igor Babuschkin meninggalkan perusahaan itu pada Agustus.',
  'Babuschkin adalah salah satu pendiri laboratorium tersebut.',
  'Sebanyak 250 rumah rusak karena banjir bandang.',
  'Pabrik keempat akan dibangun di Batang.',
  'Menurut kepala desa, jembatan gantung putus.',
];
const index = buildPassageIndex([buildArticle({ id: 'a', blocks })], { knowledge });

/** The block that comes first for the question. */
function checkFirst(question: string, place: number): void {
  const first = index.search(question, 1)[0]?.passage;
  const text = first && index.articles.get('a')?.text.slice(first.start, first.end);
  expect(text).toBe(blocks[place]);
}

test.for<[string, string, number]>([
  ['another word of the same language', 'kapan dia hengkang', 0],
  ['a word of the other language', 'how many houses were damaged by the flood', 2],
  ['a phrase for a phrase', 'who is the co-founder', 1],
  ['a number in words', 'two hundred and fifty', 2],
  ['an abbreviation by its consonants', 'jmbtn ptus', 4],
  ['a misspelling of a short word', 'babtang', 3],
  ['a misspelt plural of the other language', 'huoses', 2],
  ['a misspelt past tense of the other language', 'damagde', 2],
  ['a title shortened', 'kades', 4],
  ['a name by its other part', 'igor pendiri apa', 1],
])('finds %s', ([, question, place]) => {
  checkFirst(question, place);
});

test('a word of the language that the corpus lacks is no misspelling of another', () => {
  const { terms } = index.examine([{ text: 'bencana', weight: 1 }], 3);
  expect(terms[0]?.forms.has('rencana')).toBe(false);
});

test('a misspelt function word is none of the subject', () => {
  expect(index.examine([{ text: 'brapaa rumah', weight: 1 }], 3).terms.map(({ word }) => word)).toEqual([
    'rumah',
  ]);
});

test('a word misspelt is found by what it means, where the corpus says that in other words', () => {
  const spoken = ['Kuasa hukum terdakwa meminta keringanan.', 'Sidang dimulai pukul sembilan.'];
  const court = buildPassageIndex([buildArticle({ id: 'c', blocks: spoken })], { knowledge });
  expect(court.search('pengcaranya', 1)[0]?.passage.ordinal).toBe(
    court.search('pengacaranya', 1)[0]?.passage.ordinal,
  );
});

test('what an interviewer asks belongs to the answer in the next paragraph', () => {
  const texts = [
    'Dari mana biaya filmnya?',
    'Sepertiga hibah, sisanya urunan penonton.',
    'Kru kami hanya tujuh belas orang.',
  ];
  const interview = buildPassageIndex([buildArticle({ id: 'i', blocks: texts })], { knowledge });
  const { citations } = answerQuestion(interview, { text: 'biaya film itu dari mana', previous: [] });
  expect(citations[0]?.paragraph).toBe(2);
});

test('words of like use tell passages apart where none is said', () => {
  const texts = ['Sebanyak 30 perahu karam di teluk.', 'Majelis menunda pembacaan vonis.'];
  const apart = buildPassageIndex([buildArticle({ id: 'n', blocks: texts })], { knowledge });
  const { candidates } = apart.examine([{ text: 'lawsuit prosecutors', weight: 1 }], 5);
  const nearest = [...candidates].sort((a, b) => b.signals.near - a.signals.near)[0];
  expect(nearest?.passage.start).toBe(apart.articles.get('n')?.text.indexOf('Majelis'));
});

test('what leads to a list belongs to its items', () => {
  const items = ['senter', 'air minum'].map((text) => ({ kind: 'list-item' as const, text }));
  const listed = buildArticle({ id: 'l', blocks: ['Warga diminta menyiapkan:', ...items, 'Posko dibuka.'] });
  const { candidates } = buildPassageIndex([listed]).examine([{ text: 'menyiapkan', weight: 1 }], 5);
  const kinds = candidates.filter(({ score }) => score > 0).map(({ passage }) => passage.kind);
  expect(kinds.sort()).toEqual(['list-item', 'list-item', 'paragraph']);
});

test('without knowledge words are found by their own forms', () => {
  const bare = buildPassageIndex([buildArticle({ id: 'a', blocks })]);
  expect(bare.search('houses', 3)).toEqual([]);
  expect(bare.search('rumah', 1)).toHaveLength(1);
});

test('the order in which articles are loaded changes nothing', () => {
  const articles = blocks.map((block, place) => buildArticle({ id: `a${place}`, blocks: [block] }));
  const forwards = buildPassageIndex(articles, { knowledge });
  const backwards = buildPassageIndex(articles.toReversed(), { knowledge });
  for (const question of ['kapan igor hengkang', 'houses flood', 'founder pabrik rumah']) {
    expect(backwards.search(question, 5)).toEqual(forwards.search(question, 5));
  }
});

describe('in a corpus where most passages have a word of nearly the same meaning', () => {
  const many = Array.from({ length: 150 }, (_, place) => `Gedung nomor ${place} dibangun di kota itu.`);
  const all = [...many, 'Yayasan Melati didirikan oleh Sari Utami.'];
  const large = buildPassageIndex([buildArticle({ id: 'kota', blocks: all })], { knowledge });

  test('the passage with the word itself is found first', () => {
    const [first] = large.search('siapa yang mendirikan yayasan?', 3);
    expect(first?.passage.paragraph).toBe(all.length);
  });

  test('a question that no other word answers still finds them', () => {
    const only = buildPassageIndex([buildArticle({ id: 'kota', blocks: many })], { knowledge });
    expect(only.search('siapa yang mendirikan?', 3)).toHaveLength(3);
  });
});

const namesOf = (text: string): boolean[] =>
  index.examine([{ text, weight: 1 }], 3).terms.map(({ isName }) => isName);

test('a question all in capitals names nobody by them', () => {
  expect(namesOf('BERAPA RUMAH RUSAK KARENA BANJIR')).toEqual(namesOf('berapa rumah rusak karena banjir'));
});
