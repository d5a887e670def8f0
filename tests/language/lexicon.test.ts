import { fc, test as property } from '@fast-check/vitest';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { parseIrregularForms } from '../../src/language/lexicon/english-forms.ts';
import {
  formatTranslations,
  parseFreedict,
  parseTranslationTable,
} from '../../src/language/lexicon/freedict.ts';
import { buildLexicon, conceptsMax } from '../../src/language/lexicon/lexicon.ts';
import type { Lexicon, TermLanguage } from '../../src/language/lexicon/lexicon.ts';
import { loadLexicon, readVocabulary } from '../../src/language/lexicon/load-lexicon.ts';
import { parseVocabulary, parseVocabularyLine } from '../../src/language/lexicon/vocabulary-format.ts';

const lexicon = loadLexicon();
const vocabulary = readVocabulary();

/** Concepts of a word, or of the first phrase where it has several words. */
function conceptsOf(term: string, language: TermLanguage, from: Lexicon = lexicon): readonly string[] {
  const words = term.split(' ');
  const found =
    words.length === 1 ? from.concepts(term, language) : from.phrases(words, language)[0]?.concepts;
  return (found ?? []).map(({ concept }) => concept);
}

/** First token, end and surest concept of each phrase. */
function find(text: string, language: Language): readonly unknown[] {
  return lexicon
    .phrases(text.split(' '), language)
    .map(({ start, end, concepts }) => [start, end, concepts[0]?.concept]);
}

function weightOf(term: string, language: Language): number {
  return lexicon.concepts(term, language)[0]?.weight ?? 0;
}

function isFound(member: string, language: Language, concept: string): boolean {
  return lexicon.members(concept, language).includes(member.replace('~', ''));
}

function read(name: string): string {
  return readFileSync(new URL(`../../src/language/lexicon/${name}`, import.meta.url), 'utf8');
}

describe('words of both languages meet in a concept', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['salah satu pendiri', 'co-founder'],
    ['modal ventura', 'venture capital'],
    ['meninggalkan', 'left'],
    ['mundur', 'quit'],
    ['hengkang', 'stepped down'],
    ['cabut', 'resigned'],
    ['resign', 'leave'],
    ['kepergiannya', 'departure'],
    ['didirikan', 'founded'],
    ['dibangun', 'built'],
    ['ditulisnya', 'wrote'],
    ['orang tuanya', 'parents'],
    ['ortu', 'parents'],
    ['bokap', 'father'],
    ['berimigrasi', 'immigrated'],
    ['terinspirasi', 'inspired'],
    ['makan malam', 'dinner'],
    ['skandal-skandal', 'scandals'],
    ['keamanan', 'safety'],
    ['peneliti', 'researcher'],
    ['gempa', 'earthquake'],
    ['tewas', 'killed'],
    ['kebakaran', 'fire'],
    ['tersangka', 'suspect'],
    ['menggugat', 'sued'],
    ['laba', 'profit'],
    ['saham', 'shares'],
    ['duit', 'money'],
    ['menang', 'won'],
    ['pelatih', 'coach'],
    ['pemilu', 'election'],
    ['AS', 'United States'],
    ['Inggris', 'UK'],
    ['Jerman', 'German'],
    ['Jepang', 'Japan'],
    ['PBB', 'UN'],
    ['Agustus', 'August'],
    ['Rabu', 'Wednesday'],
    ['penyebab', 'cause'],
    ['alasan', 'reason'],
    ['umur', 'age'],
    ['lahir', 'born'],
    ['biaya', 'cost'],
    ['rumah sakit', 'hospital'],
    ['letakkan jabatan', 'walked out'],
    ['dicopot', 'sacked'],
    ['ngejekin', 'ridiculed'],
    ['vonis bebas', 'acquittal'],
    ['ajukan banding', 'appealed'],
    ['uang tutup mulut', 'hush money'],
    ['minta duit tebusan', 'ransom'],
    ['tanpa busana', 'undressing'],
    ['selamat tinggal', 'goodbye'],
    ['nggak nyangka', 'astonished'],
    ['melenggang', 'qualified'],
    ['menang tipis', 'narrowly'],
    ['mati lampu', 'power outage'],
    ['merogoh kocek', 'price tag'],
  ];
  test.for(pairs)('%s, %s', ([indonesian, english]) => {
    expect(conceptsOf(english, 'en')).toEqual(
      expect.arrayContaining([expect.toBeOneOf([...conceptsOf(indonesian, 'id')])]),
    );
  });

  const apart: readonly (readonly [string, string])[] = [
    ['perusahaan', 'parents'],
    ['meninggal', 'leave'],
    ['gempa', 'profit'],
    ['kiri', 'resign'],
    ['rajin', 'lazy'],
  ];
  test.for(apart)('%s and %s do not meet', ([indonesian, english]) => {
    const shared = conceptsOf(indonesian, 'id').filter((concept) =>
      conceptsOf(english, 'en').includes(concept),
    );
    expect(conceptsOf(indonesian, 'id')).not.toEqual([]);
    expect(shared).toEqual([]);
  });
});

describe('weights', () => {
  test('share the mass of a term among its meanings', () => {
    const [only] = lexicon.concepts('perusahaan', 'id');
    const several = lexicon.concepts('left', 'en');
    expect(several.length).toBeGreaterThan(1);
    expect(several[0]?.weight ?? 1).toBeLessThan(only?.weight ?? 0);
  });

  test('are lower for a word that asks for a kind of thing than for the kind itself', () => {
    const meanings = lexicon.concepts('ikan', 'id');
    const weightAs = (concept: string): number =>
      meanings.find((meaning) => meaning.concept === concept)?.weight ?? 0;
    expect(weightAs('animal')).toBeGreaterThan(0);
    expect(weightAs('animal')).toBeLessThan(weightAs('fish'));
  });

  test('are lower where a word is only reached through its root or in the other language', () => {
    expect(weightOf('gempanya', 'id')).toBeLessThan(weightOf('gempa', 'id'));
    expect(weightOf('earthquake', 'id')).toBeLessThan(weightOf('earthquake', 'en'));
    expect(weightOf('gempanya', 'id')).toBeGreaterThan(0);
    expect(weightOf('earthquake', 'id')).toBeGreaterThan(0);
  });

  const anyTerm = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(...vocabulary.flatMap((line) => [...line.indonesian, ...line.english])),
    fc.constantFrom('__proto__', 'constructor', 'toString', "'", '-', '~', '|', '\t'),
  );
  const anyLanguage = fc.constantFrom<TermLanguage>('id', 'en', 'unknown');

  property.prop([anyTerm, anyLanguage])(
    'lie above 0 and at most at 1, surest first, for any term',
    (term, language) => {
      const concepts = lexicon.concepts(term, language);
      const weights = concepts.map(({ weight }) => weight);
      expect(concepts.length).toBeLessThanOrEqual(conceptsMax);
      expect(new Set(concepts.map(({ concept }) => concept)).size).toBe(concepts.length);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      for (const weight of weights) expect(weight > 0 && weight <= 1).toBe(true);
    },
  );

  property.prop([fc.array(anyTerm, { maxLength: 12 }), anyLanguage])(
    'of phrases too, their spans inside the tokens and none inside another',
    (tokens, language) => {
      const matches = lexicon.phrases(tokens, language);
      for (const match of matches) {
        expect(match.start >= 0 && match.start < match.end && match.end <= tokens.length).toBe(true);
        expect(match.concepts.length).toBeGreaterThan(0);
        const others = matches.filter((other) => other !== match);
        expect(others.some((other) => other.start <= match.start && other.end >= match.end)).toBe(false);
      }
    },
  );
});

describe('phrases', () => {
  test('are found among other words, inflected, with hyphens or without', () => {
    expect(find('Babuschkin salah satu pendiri xAI', 'id')).toEqual([[1, 4, 'co-founder']]);
    expect(find('as its co-founder he stepped down', 'en')).toEqual([
      [2, 3, 'co-founder'],
      [4, 6, 'leave'],
    ]);
    expect(find('firma modal ventura miliknya', 'id')).toEqual([[1, 3, 'venture capital']]);
  });

  test('do not reach over missing words', () => {
    expect(lexicon.phrases(['modal', 'xAI', 'ventura'], 'id')).toEqual([]);
  });

  test('read long hostile input in step with its length', () => {
    const tokens = Array.from({ length: 20_000 }, (_, index) => (index % 2 === 0 ? 'orang' : 'di'));
    expect(lexicon.phrases(tokens, 'id')).toEqual([]);
  });
});

describe('the shipped vocabulary', () => {
  test('has well over a thousand concepts, each once and in both languages', () => {
    const names = vocabulary.map(({ concept }) => concept);
    expect(names.length).toBeGreaterThan(2000);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const { concept, indonesian, english } of vocabulary) {
      expect([concept, indonesian.length > 0, english.length > 0]).toEqual([concept, true, true]);
    }
  });

  test('is found by every one of its members', () => {
    const missed: string[] = [];
    for (const { concept, indonesian, english } of vocabulary) {
      for (const member of indonesian) if (!isFound(member, 'id', concept)) missed.push(member);
      for (const member of english) if (!isFound(member, 'en', concept)) missed.push(member);
    }
    expect(missed).toEqual([]);
  });

  test('holds no bar, tab or line break inside a member', () => {
    const odd = vocabulary
      .flatMap((line) => [...line.indonesian, ...line.english])
      .filter((term) => /[|\t\n:#]/u.test(term));
    expect(odd).toEqual([]);
  });

  test('loads the same twice', () => {
    const again = loadLexicon();
    for (const { indonesian, english } of vocabulary.slice(0, 400)) {
      for (const term of indonesian) expect(again.concepts(term, 'id')).toEqual(lexicon.concepts(term, 'id'));
      for (const term of english) expect(again.concepts(term, 'en')).toEqual(lexicon.concepts(term, 'en'));
    }
  });

  test('gives the same answer whatever was asked before', () => {
    const fresh = loadLexicon();
    expect(fresh.concepts('cabut', 'id')).toEqual(lexicon.concepts('cabut', 'id'));
    fresh.concepts('cabut', 'en');
    expect(fresh.concepts('cabut', 'id')).toEqual(lexicon.concepts('cabut', 'id'));
  });
});

describe('a vocabulary line', () => {
  test('names its concept after the first English member, or as it says', () => {
    expect(parseVocabularyLine('gempa, ~lindu | earthquake, quake')).toEqual({
      concept: 'earthquake',
      indonesian: ['gempa', '~lindu'],
      english: ['earthquake', 'quake'],
    });
    expect(parseVocabularyLine('draw#seri: Seri | draw')?.concept).toBe('draw#seri');
    expect(parseVocabularyLine('# a comment')).toBeUndefined();
  });

  test.for(['gempa', 'gempa |', '| quake', 'gempa,, lindu | quake', 'a | b | c', 'gempa, gempa | quake'])(
    'is refused when malformed: %s',
    (line) => {
      expect(() => parseVocabularyLine(line)).toThrow();
    },
  );
});

describe('FreeDict', () => {
  const dictionary = [
    'crime //kɹaɪm// <n>',
    '1. jahat',
    '2. kejahatan, pelanggaran (berat)',
    'specific act committed in violation of the law',
    'critic //ˈkɹɪt.ɪk// <n>',
    'kritik 2.',
    'specialist in judging works of art',
    'crime /kɹaɪm/ <v>',
    'jahat',
    'of /ɒv/ <preposition>',
    'dari',
    'centric /sˈɛntɹɪk/ <suffix>',
    'sentris',
  ].join('\n');

  test('is read without glosses, numbers, affixes and function words, its headwords merged and sorted', () => {
    expect(formatTranslations(parseFreedict(dictionary))).toBe('crime\tjahat, kejahatan\ncritic\tkritik\n');
  });

  test('joins the concept of a word that we have, and is one of its own otherwise', () => {
    const small = buildLexicon({
      vocabulary: parseVocabulary('pidana | crime'),
      translations: parseTranslationTable(formatTranslations(parseFreedict(dictionary))),
      irregular: new Map(),
    });
    expect(conceptsOf('kejahatan', 'id', small)).toEqual(['crime']);
    expect(conceptsOf('kritik', 'id', small)).toEqual(['critic']);
    expect(small.members('crime', 'id')).toEqual(['pidana', 'jahat', 'kejahatan']);
    expect(small.concepts('kejahatan', 'id')[0]?.weight).toBeLessThan(
      small.concepts('pidana', 'id')[0]?.weight ?? 0,
    );
  });

  test('ships as one sorted line a headword with its licence beside it', () => {
    const table = parseTranslationTable(read('freedict.txt'));
    const headwords = [...table.keys()];
    expect(headwords.length).toBeGreaterThan(8000);
    expect(headwords).toEqual(headwords.toSorted());
    expect(
      [...table.values()].every((list) =>
        list.split(', ').every((term) => term.trim() === term && term !== ''),
      ),
    ).toBe(true);
    expect(read('LICENCE-freedict.txt')).toContain('CC BY-SA 3.0');
  });
});

test('irregular English forms name their dictionary forms', () => {
  const forms = parseIrregularForms('# comment\nleave left\nfind found\nfound\nlie lay lied\nlay laid\n');
  expect(forms.get('left')).toEqual(['leave']);
  expect(forms.get('lay')).toEqual(['lie']);
  expect(forms.get('leave')).toBeUndefined();
});
