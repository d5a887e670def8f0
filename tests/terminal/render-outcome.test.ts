import { stripVTControlCharacters } from 'node:util';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { renderOutcome, showControls, type TerminalStyle } from '../../src/terminal/render-outcome.ts';
import { buildArticle } from '../fixtures/build-article.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

const plain: TerminalStyle = { language: 'id', hasColours: false, width: 100 };
const index = buildPassageIndex(smallCorpus, { knowledge: loadKnowledge() });

function render(text: string, style: Partial<TerminalStyle> = {}): string {
  return renderOutcome(index, answerQuestion(index, { text, previous: [] }), { ...plain, ...style });
}

describe('renderOutcome', () => {
  test('shows quote, place and source', () => {
    const shown = render('Siapa yang meresmikan Jembatan Lontara?');
    expect(shown).toMatch(/^Artikel (?:mungkin )?menjawab:\n\n\[1\] Jembatan Lontara di Kota Sagara dibuka/);
    expect(shown).toContain('    → Wali Kota Sagara, Ratna Wulandari\n');
    expect(shown).toContain('— Jembatan Lontara Dibuka Kembali · paragraf 1, kalimat 2\n');
  });

  test('writes the answering words in bold where colours are allowed, and only there', () => {
    const shown = render('Siapa yang meresmikan Jembatan Lontara?', { hasColours: true });
    expect(shown).toContain('\u001B[1mRatna\u001B[22m \u001B[1mWulandari\u001B[22m,');
    expect(shown).not.toContain('→');
    expect(render('Siapa yang meresmikan Jembatan Lontara?')).not.toContain('\u001B');
  });

  test('says that the article does not say, and labels the nearest passages', () => {
    const shown = render('Berapa harga saham Bank Kuantum di bursa Tokyo setelah jembatan runtuh?', {
      language: 'en',
    });
    expect(shown).toMatch(/^The article does not say\.\nNearest passages, which may not answer:\n\n\[1\] /);
  });

  test.for<[string, RegExp]>([
    ['🎉', /tidak memuat kata/],
    ['kuantum', /tidak menyebutkannya/],
  ])('says what to do after %j', ([text, message]) => {
    expect(render(text)).toMatch(message);
  });

  test('breaks lines at white space only, within the width', () => {
    const lines = render('Siapa yang meresmikan Jembatan Lontara?', { width: 40 }).split('\n');
    const quote = lines.filter((line) => /^(?:\[\d\]| {4}[^→—])/.test(line));
    expect(Math.max(...quote.map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});

describe('hostile text', () => {
  test('cannot steer the terminal', () => {
    const article = buildArticle({
      id: 'a',
      title: 'Judul\u001B]0;x\u0007',
      blocks: ['Merah \u001B[31m jahat\u202E kata\u009B2J.'],
    });
    const hostile = buildPassageIndex([article]);
    const outcome = answerQuestion(hostile, { text: 'merah jahat', previous: [] });
    const shown = renderOutcome(hostile, outcome, plain);
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(shown).toContain('Merah \uFFFD[31m jahat\uFFFD kata\uFFFD2J.');
  });

  property.prop([fc.stringMatching(/^[A-Za-z0-9 .,'"*_`<>@#\-\u00C0-\u00FF]{1,200}$/)])(
    'reads as the source, white space aside',
    (text) => {
      const words = `Kereta ${text}`;
      const article = buildArticle({ id: 'a', blocks: [words] });
      const one = buildPassageIndex([article]);
      const outcome = answerQuestion(one, { text: 'kereta', previous: [] });
      const shown = renderOutcome(one, outcome, { ...plain, hasColours: true, width: 30 });
      const passage = one.passage(outcome.citations[0]?.passageId ?? '');
      const quoted = article.text.slice(passage?.start, passage?.end);
      expect(stripVTControlCharacters(shown).replaceAll(/\s+/g, '')).toContain(
        showControls(quoted).replaceAll(/\s+/g, ''),
      );
    },
  );
});
