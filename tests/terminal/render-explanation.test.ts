import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { explainQuestion, type WeighedSignal } from '../../src/answers/explain-question.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { renderExplanation } from '../../src/terminal/render-explanation.ts';
import { buildArticle } from '../fixtures/build-article.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

const index = buildPassageIndex(smallCorpus, { knowledge: loadKnowledge() });
const explain = (text: string, previous: readonly string[] = []) =>
  explainQuestion(index, { text, previous });

function sum(signals: readonly WeighedSignal[]): number {
  return signals.reduce((total, { value, weight }) => total + value * weight, 0);
}

describe('an explanation', () => {
  test('is of the very answer that is given', () => {
    const question = { text: 'kenapa jembatan ditutup?', previous: [] };
    expect(explainQuestion(index, question).outcome).toEqual(answerQuestion(index, question));
  });

  test('adds up to the score of a passage and to the confidence', () => {
    const { candidates, evidence, outcome } = explain('kenapa jembatan ditutup?');
    expect(candidates.length).toBeGreaterThan(1);
    for (const { signals, score } of candidates) expect(sum(signals)).toBeCloseTo(score, 9);
    expect(1 / (1 + Math.exp(-sum(evidence)))).toBeCloseTo(outcome.confidence, 2);
  });

  test('shows words with what stands for them, passages with every signal, and the verdict', () => {
    const shown = renderExplanation(explain('why was the bridge in Atlantis repaired for two years?'), 'en');
    expect(shown).toContain('kind of answer: reason');
    expect(shown).toMatch(/bridge +\d\.\d\d {2}.*jembatan \d\.\d\d/);
    expect(shown).toMatch(/atlantis +\d\.\d\d {2}\(name, unknown\)/);
    expect(shown).toMatch(/\[1\] jembatan-lontara, paragraph \d, sentence \d · score \d\.\d\d/);
    expect(shown).toMatch(/has: .*bridge.*; lacks: .*atlantis/);
    expect(shown).toMatch(/near \d\.\d\d × -?\d\.\d\d = [+−]\d\.\d\d/);
    expect(shown).toMatch(/Confidence \d\.\d\d: .*answers from/);
  });

  test('says in Indonesian which earlier question was carried, and how much it counted', () => {
    const shown = renderExplanation(explain('terus yang meresmikan?', ['kapan jembatan dibuka?']), 'id');
    expect(shown).toContain('1.00 × terus yang meresmikan?');
    expect(shown).toMatch(/0\.\d\d × kapan jembatan dibuka\?/);
  });

  test.for(['', '🎉', 'zzqx vrrk', 'x'.repeat(5000)])('is there for %j, too', (text) => {
    expect(renderExplanation(explain(text), 'id')).toMatch(/Keyakinan 0\.\d\d: tidak menyebutkan/);
  });

  test('cannot steer the terminal', () => {
    const hostile = buildPassageIndex([buildArticle({ id: 'a', blocks: ['Merah \u001B[31m jahat\u202E.'] })]);
    const shown = renderExplanation(
      explainQuestion(hostile, { text: 'merah \u001B[2J \u202E jahat', previous: [] }),
      'en',
    );
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});
