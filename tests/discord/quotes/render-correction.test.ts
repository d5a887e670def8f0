import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { messageLengthMax } from '../../../src/discord/limits.ts';
import { renderCorrection } from '../../../src/discord/quotes/render-correction.ts';
import { cutMark } from '../../../src/discord/render/cut-text.ts';
import { toVisibleText } from '../../../src/discord/render/escape-markdown.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { checkQuote } from '../../../src/quotes/check-quote.ts';
import { relocate } from '../../../src/quotes/relocate.ts';
import { bodyOf, snapshotOf } from '../../../src/quotes/select-sentences.ts';
import { buildArticle } from '../../fixtures/build-article.ts';
import { makeArticle } from '../corpus.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';

const allChoices = ['correct', 'keep', 'withdraw'] as const;

/** What a moderator reads about the article's sentence once it reads otherwise; undefined where it follows silently. */
function check(before: Article, now: Article, { sentence = 0, locale = 'en' } = {}): string | undefined {
  const made = bodyOf(before, [sentence]);
  if (!made.ok) return undefined;
  const checked = checkQuote(made.body, snapshotOf(before));
  const relocation = relocate(made.body, snapshotOf(before), now);
  if (!checked.ok || relocation.kind === 'exact' || relocation.kind === 'broken') return undefined;
  const { text: words } = checked.words;
  const texts = textsFor(locale);
  return renderCorrection({ number: 12, relocation, article: now, words, choices: allChoices, texts });
}

const opening = 'Jembatan Lontara dibuka kembali pada Selasa pagi setelah dua bulan.';
const cost = 'Perbaikan menghabiskan Rp2,75 miliar dari anggaran daerah tahun ini.';
const build = (...blocks: Parameters<typeof buildArticle>[0]['blocks']) => buildArticle({ id: 'j', blocks });
const before = build(opening, cost);

describe('a quote whose article changed', () => {
  test('shows the difference, the words of today with their place, and every choice', () => {
    const content = check(before, build(opening.replace('Selasa', 'Rabu'), cost)) ?? '';
    expect(content).toMatch(/^\*\*Quote #12: its article has changed\.\*\*/u);
    expect(content).toContain('**Rabu** ~~Selasa~~');
    expect(content).toContain(`> ${opening.replace('Selasa', 'Rabu')}`);
    expect(content).toContain('paragraph 1');
    for (const choice of ['Correct', 'Keep', 'Withdraw']) expect(content).toContain(`- **${choice}**`);
  });

  test('says in what its setting differs where the words are the same', () => {
    const content = check(before, build(cost, { kind: 'heading', text: 'Pembukaan' }, opening), {
      locale: 'id',
    });
    expect(content).toContain('- letaknya di bagian lain');
    expect(content).toContain('paragraf 2');
  });

  test('shows the words of then where the article has nothing like them', () => {
    const content = check(before, build(cost, 'Harga cabai turun.'));
    expect(content).toContain(`no longer has words like these. They were:\n> ${opening}`);
    expect(content).not.toContain('The article now:');
  });
});

property.prop(
  [fc.array(hostileText, { minLength: 2, maxLength: 4 }), hostileText, fc.integer({ min: 1, max: 40 })],
  {
    numRuns: 200,
  },
)(
  'hostile words fit one message, and every quote is made of the article’s or the quote’s words',
  (texts, added, times) => {
    const sentences = texts.map((text) => `x${text.replaceAll(cutMark, '').repeat(times)}yxyxyxyxyxyx`);
    const old = makeArticle(sentences.map((sentence) => ({ sentences: [sentence] })));
    const now = makeArticle([
      { sentences: [`z${added.replaceAll(cutMark, '')} ${sentences[0]}`] },
      ...sentences.slice(1).map((sentence) => ({ sentences: [sentence] })),
    ]);
    const content = check(old, now);
    if (content === undefined) return;
    expect(content.length).toBeLessThanOrEqual(messageLengthMax);
    const { quotes } = readMessage(content);
    const source = toVisibleText(`${old.text}\n${now.text}`).replaceAll(/\s+/gu, '');
    for (const part of quotes.slice(-1).flatMap((quote) => quote.replaceAll(/\s+/gu, '').split(cutMark))) {
      expect(source).toContain(part);
    }
  },
);
