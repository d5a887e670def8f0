import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { verdictThresholds } from '../../src/answers/fitted-weights.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const blocks = [
  'Kirana, pemain ganda milik klub Rempang, mundur dari turnamen pada hari Rabu.',
  '"Kami sedih melihat Kirana mundur dari turnamen," kata pelatih Sulistyo Hening.',
];
const index = buildPassageIndex([buildArticle({ id: 'a', blocks })], { knowledge: loadKnowledge() });
const confidenceOf = (text: string): number => answerQuestion(index, { text, previous: [] }).confidence;

test('what somebody said is answered surely only by a passage in which they speak', () => {
  expect(confidenceOf('apa kata sulistyo hening soal kirana mundur')).toBeGreaterThanOrEqual(
    verdictThresholds.answers,
  );
  expect(confidenceOf('apa kata klub rempang soal kirana mundur dari turnamen')).toBeLessThan(
    verdictThresholds.answers,
  );
});
