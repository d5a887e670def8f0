import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { findDates, findQuantities, numberForms } from '../../src/language/numbers.ts';
import { propertyRuns } from '../property-runs.ts';

describe('numbers mean the same in words and figures of both languages', () => {
  const cases: readonly (readonly [string, Language, string, Language])[] = [
    ['dua ratus lima puluh', 'id', '250', 'en'],
    ['two hundred and fifty', 'en', '250', 'id'],
    ['2,75 miliar', 'id', '2.75 billion', 'en'],
    ['2.750.000.000', 'id', '2,750,000,000', 'en'],
    ['1,5 juta', 'id', '1.5 million', 'en'],
    ['1,5jt', 'id', '1500000', 'id'],
    ['250rb', 'id', '250k', 'en'],
    ['setengah juta', 'id', 'half a million', 'en'],
    ['dua setengah juta', 'id', 'two and a half million', 'en'],
    ['seribu dua ratus', 'id', '1,200', 'en'],
    ['sembilan belas', 'id', 'nineteen', 'en'],
    ['tiga ratus dua puluh ribu lima ratus', 'id', '320,500', 'en'],
    ['Rp 2 M', 'id', '2 billion', 'en'],
    ['5,5 persen', 'id', '5.5%', 'en'],
    ['US$3 juta', 'id', '$3 million', 'en'],
    ['ketiga', 'id', '3rd', 'en'],
    ['ke-21', 'id', 'twenty-first', 'en'],
    ['pertama', 'id', 'first', 'en'],
    ['sepertiga', 'id', 'sepertiga', 'en'],
  ];
  test.for(cases)('%s (%s) is %s (%s)', ([a, languageA, b, languageB]) => {
    expect(numberForms(a, languageA)).not.toEqual([]);
    expect(numberForms(a, languageA)).toEqual(numberForms(b, languageB));
  });
});

describe('dates and times mean the same however they are written', () => {
  const cases: readonly (readonly [string, Language, string])[] = [
    ['13 Agustus 2025', 'id', 'd:2025-08-13'],
    ['13/8/2025', 'id', 'd:2025-08-13'],
    ['13-08-2025', 'id', 'd:2025-08-13'],
    ['2025-08-13', 'en', 'd:2025-08-13'],
    ['August 13, 2025', 'en', 'd:2025-08-13'],
    ['13th of August 2025', 'en', 'd:2025-08-13'],
    ['8/13/2025', 'en', 'd:2025-08-13'],
    ['8/9/2025', 'en', 'd:2025-08-09'],
    ['8/9/2025', 'id', 'd:2025-09-08'],
    ['Aug 13th', 'en', 'd:--08-13'],
    ['(13/8)', 'id', 'd:--08-13'],
    ['Mei 2024', 'id', 'd:2024-05'],
    ['tahun 2023', 'id', 'd:2023'],
    ['in 2019', 'en', 'd:2019'],
    ['abad ke-19', 'id', 'd:c19'],
    ['19th century', 'en', 'd:c19'],
    ['1950-an', 'id', 'd:1950s'],
    ['1950s', 'en', 'd:1950s'],
    ['09.30 WIB', 'id', 't:09:30'],
    ['pukul 21.05', 'id', 't:21:05'],
    ['9:30 am', 'en', 't:09:30'],
    ['9 pm', 'en', 't:21:00'],
    ['Rabu', 'id', 'w:3'],
    ['Sunday', 'en', 'w:7'],
  ];
  test.for(cases)('%s (%s) is %s', ([text, language, canonical]) => {
    expect(findDates(text, language).map((date) => date.canonical)).toEqual([canonical]);
  });

  test('gives a full date its coarser forms, so that part of it is found', () => {
    expect(numberForms('13 Agustus 2025', 'id')).toEqual([
      'd:2025-08-13',
      'd:--08-13',
      'd:2025-08',
      'd:2025',
    ]);
    expect(numberForms('13 Agustus 2025', 'id')).toEqual(
      expect.arrayContaining([...numberForms('August 13', 'en')]),
    );
  });

  test.for(['satu 19th century pertiga', 'a (13/8) juta', 'juta 13 Agustus 2025'])(
    'is no part of a number: %s',
    (text) => {
      expect(findDates(text, 'id')).toHaveLength(1);
      expect(findQuantities(text, 'id').filter(({ start, end }) => end - start > 4)).toEqual([]);
    },
  );

  test('tells the years of a span apart', () => {
    expect(findDates('musim 2023-2024', 'id').map((date) => date.canonical)).toEqual(['d:2023', 'd:2024']);
  });
});

describe('what is no number stays out', () => {
  const cases: readonly (readonly [string, Language])[] = [
    ['salah satu pendiri', 'id'],
    ['one of the founders', 'en'],
    ['ribuan orang dan jutaan lagi', 'id'],
    ['AlphaStar, GPT4 dan StarCraft2', 'id'],
    ['versi 1.2.3', 'id'],
    ['may I ask', 'en'],
    ['', 'id'],
  ];
  test.for(cases)('%s', ([text, language]) => {
    expect(numberForms(text, language)).toEqual([]);
  });

  test('a count of two thousand is a number and no year', () => {
    expect(findQuantities('2000 orang', 'id')).toMatchObject([{ kind: 'number', value: 2000 }]);
    expect(findDates('2000 orang', 'id')).toEqual([]);
  });

  test('an impossible day or hour is no date', () => {
    expect(findDates('32 Agustus, 13/13/2025 dan 27:80', 'id')).toEqual([]);
  });
});

describe('spans', () => {
  test('cover the number with its currency, scale and per cent sign', () => {
    const text = 'Nilainya Rp2,75 miliar, naik 12,5 persen dalam tiga bulan.';
    expect(findQuantities(text, 'id').map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Rp2,75 miliar', 'money'],
      ['12,5 persen', 'percent'],
      ['tiga', 'number'],
    ]);
  });

  const pieces = fc.constantFrom(
    ...'13 Agustus 2025|Rp2,75 miliar|dua ratus|ke-3|9:30 am|12,5%|1.2.3|abad|ribu|juta|setengah|and|a|ke|M|salah satu|$|(13/8)|-|,|🙂|२|1999|persen|Rp|19th century|pertiga|jam 9'.split(
      '|',
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .tuple(fc.array(pieces, { maxLength: 12 }), fc.constantFrom(' ', ''))
      .map(([list, gap]) => list.join(gap)),
  );

  property.prop([texts, fc.constantFrom<Language>('id', 'en')], { numRuns: propertyRuns(200) })(
    'are in order, apart and inside any text',
    (text, language) => {
      const spans = [...findQuantities(text, language), ...findDates(text, language)].sort(
        (a, b) => a.start - b.start,
      );
      let behind = 0;
      for (const { start, end, canonical } of spans) {
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(end).toBeGreaterThan(start);
        expect(canonical).toMatch(/^[ndotw]:/u);
        expect(canonical).not.toMatch(/NaN|Infinity|undefined/u);
        behind = end;
      }
      expect(behind).toBeLessThanOrEqual(text.length);
    },
  );

  property.prop([fc.integer({ min: 0, max: 999_999_999_999 })])(
    'read a figure as it was grouped',
    (value) => {
      const term = [`n:${value}`];
      const grouped = (locale: string): string => `Rp ${value.toLocaleString(locale)} lagi`;
      expect(numberForms(grouped('id-ID'), 'id')).toEqual(term);
      expect(numberForms(grouped('en-US'), 'en')).toEqual(term);
    },
  );

  property.prop([fc.integer({ min: 2, max: 999_999 })])(
    'read Indonesian words as the figure they say',
    (value) => {
      expect(numberForms(inIndonesian(value), 'id')).toEqual([`n:${value}`]);
    },
  );

  test('takes a hostile run of digits and number words in step with its length', () => {
    const text = 'seratus ribu 1.000,5 '.repeat(4000) + '9'.repeat(10_000);
    expect(findQuantities(text, 'id').length).toBeGreaterThan(1000);
  });
});

/** Spells a whole number out, up to 999,999. */
function inIndonesian(value: number): string {
  const names = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
  if (value < 10) return names[value] ?? '';
  if (value === 10) return 'sepuluh';
  if (value === 11) return 'sebelas';
  if (value < 20) return `${names[value - 10] ?? ''} belas`;
  const split = (size: number, one: string, many: string): string => {
    const above = Math.floor(value / size);
    return `${above === 1 && one !== '' ? one : `${inIndonesian(above)} ${many}`} ${inIndonesian(value % size)}`.trim();
  };
  if (value < 100) return split(10, '', 'puluh');
  return value < 1000 ? split(100, 'seratus', 'ratus') : split(1000, 'seribu', 'ribu');
}
