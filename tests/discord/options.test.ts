import { pino } from 'pino';
import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { choiceName, findArticle, suggestArticles } from '../../src/discord/article-option.ts';
import { choiceNameLengthMax, choicesMax } from '../../src/discord/limits.ts';
import { findPassage, suggestPassages } from '../../src/discord/passage-option.ts';
import { createPassageResolver, referToPassage } from '../../src/discord/passage-reference.ts';
import { createServices } from '../../src/discord/services.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { makeArticle, makeIndex } from './corpus.ts';
import { hostileText } from './hostile-text.ts';

const sari = makeArticle([{ sentences: ['Sari pindah.'] }, { sentences: ['Ia naik kereta.'] }], {
  id: `berkas yang panjang ${'x'.repeat(200)}`,
  title: 'Sari ke Bandung',
  publisher: 'Koran Kita',
});
const budi = makeArticle([{ sentences: ['Budi di Bogor.'] }], { id: 'budi', title: 'Budi di Bandung' });
const services = createServices(makeIndex([sari, budi]), pino({ level: 'silent' }));

describe('the option for an article', () => {
  test('suggests by every word of title, publisher or ID', () => {
    expect(suggestArticles('bandung', services).map(({ name }) => name)).toEqual([
      'Sari ke Bandung',
      'Budi di Bandung',
    ]);
    expect(suggestArticles('KITA sári', services).map(({ name }) => name)).toEqual(['Sari ke Bandung']);
    expect(suggestArticles('Solo', services)).toEqual([]);
  });

  test('means the chosen article, whatever its file is called', () => {
    const [choice] = suggestArticles('sari', services);
    expect(choice?.value.length).toBeLessThanOrEqual(choiceNameLengthMax);
    expect(findArticle(choice?.value ?? '', services)).toBe(sari);
  });

  test.for([
    ['its ID', 'budi', budi],
    ['its title in another case', 'BUDI di bandung', budi],
    ['words that only one title holds', 'ke band', sari],
    ['words that two titles hold', 'bandung', undefined],
    ['nothing', '  ', undefined],
    ['an unknown key', '~aaaaaaaa', undefined],
  ] as const)('means by %s what was typed without choosing', ([, typed, article]) => {
    expect(findArticle(typed, services)).toBe(article);
  });

  test('offers 25 at most', () => {
    const many = Array.from({ length: 30 }, (_, place) =>
      makeArticle([{ sentences: ['Satu.'] }], { id: `a${place}`, title: `Judul ${place}` }),
    );
    const wide = createServices(makeIndex(many), pino({ level: 'silent' }));
    expect(suggestArticles('', wide)).toHaveLength(choicesMax);
  });

  property.prop([hostileText.map((text) => text.repeat(5))])('has names that Discord takes', (title) => {
    const name = choiceName(title);
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(choiceNameLengthMax);
    expect(name).not.toMatch(/\n/u);
    expect(name.isWellFormed()).toBe(true);
  });
});

describe('the option for a passage', () => {
  test('searches, names the place, and means the chosen one', () => {
    const [choice] = suggestPassages('kereta', textsFor('id'), services);
    expect(choice?.name).toBe('paragraf 2: Ia naik kereta.');
    expect(findPassage(choice?.value ?? '', services)).toMatchObject({ kind: 'found', article: sari });
  });

  test('takes words for a search, and nothing found for gone', () => {
    expect(findPassage('bogor', services)).toMatchObject({ kind: 'found', article: budi });
    expect(findPassage('zzz', services)).toEqual({ kind: 'gone' });
  });
});

describe('references to passages', () => {
  test('mean the same passage of an equal corpus', () => {
    const { passages } = services.index;
    const rebuilt = createPassageResolver(makeIndex([budi, sari]));
    for (const passage of passages) {
      expect(rebuilt.passage(referToPassage(passage))).toMatchObject({ kind: 'found', passage });
    }
  });

  test('notice a changed article, a lost passage and a lost article', () => {
    const [passage] = services.index.passages;
    if (!passage) {
      throw new Error('The index has passages');
    }
    const reference = referToPassage(passage);
    const changed = { ...makeArticle([{ sentences: ['Lain.'] }]), id: sari.id };
    expect(createPassageResolver(makeIndex([changed])).passage(reference).kind).toBe('changed');
    expect(services.references.passage({ ...reference, ordinal: 99 }).kind).toBe('changed');
    expect(createPassageResolver(makeIndex([budi])).passage(reference).kind).toBe('gone');
  });
});
