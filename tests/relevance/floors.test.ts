/**
 * What a change may not lower without saying so: a floor is changed only in the commit that explains it.
 * Floors stand about two points under what was measured.
 */
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Judgement } from '../../src/evaluation/judge.ts';
import { loadOwnSet } from '../../src/evaluation/load-sets.ts';
import { toSample, type MetricName } from '../../src/evaluation/metric.ts';
import { metrics } from '../../src/evaluation/metrics.ts';
import { runOwnQuestions } from '../../src/evaluation/run-systems.ts';
import { kutipBuilder } from '../../src/evaluation/systems.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';

const knowledge = loadKnowledge();
const builders = [
  kutipBuilder({
    buildPassageIndex: (articles) => buildPassageIndex(articles, { knowledge }),
    answerQuestion,
  }),
];

async function judgeAlone(split: string): Promise<readonly Judgement[]> {
  const { articles, questions } = await loadOwnSet(split);
  return runOwnQuestions({ articles, questions, builders })[0]?.systems[0]?.judgements ?? [];
}

const judgements = { tune: await judgeAlone('tune'), report: await judgeAlone('report') };

function measure(some: readonly Judgement[], name: MetricName): number {
  const metric = metrics.find((one) => one.name === name);
  if (metric === undefined) throw new Error(`There is no figure "${name}".`);
  return metric.over(toSample(some))(new Uint16Array(some.length).fill(1));
}

describe('figures of our own questions stay above their floors', () => {
  test.for<['tune' | 'report', MetricName, number]>([
    ['tune', 'hit@1', 0.75],
    ['tune', 'hit@3', 0.89],
    ['tune', 'highlight-contains', 0.52],
    ['tune', 'highlight-within', 0.37],
    ['tune', 'auroc', 0.85],
    ['tune', 'abstain-f1', 0.64],
    ['report', 'hit@1', 0.76],
    ['report', 'hit@3', 0.89],
    ['report', 'sentence', 0.68],
    ['report', 'highlight-contains', 0.48],
    ['report', 'highlight-within', 0.21],
    ['report', 'auroc', 0.8],
    ['report', 'abstain-f1', 0.61],
  ])('%s questions: %s is at least %d', ([split, name, floor]) => {
    expect(measure(judgements[split], name)).toBeGreaterThanOrEqual(floor);
  });

  test('English questions on Indonesian articles are answered, too', () => {
    const across = judgements.report.filter(
      ({ lang, articleLanguage }) => lang === 'en' && articleLanguage === 'id',
    );
    expect(measure(across, 'hit@1')).toBeGreaterThanOrEqual(0.65);
  });

  test('no word is shown that is not the article’s', () => {
    const foreign = [...judgements.tune, ...judgements.report].filter(
      ({ foreignCitations }) => foreignCitations > 0,
    );
    expect(foreign).toEqual([]);
  });
});
