/** One valid judgement; each test spoils what it is about. */
import type { Judgement } from '../../src/evaluation/judge.ts';

export function judgement(parts: Partial<Judgement> = {}): Judgement {
  return {
    id: 'q1',
    lang: 'id',
    style: 'casual',
    articleId: 'a',
    articleLanguage: 'id',
    wording: 'near',
    unanswerable: null,
    hitRank: 1,
    sentenceHit: true,
    highlightContains: true,
    highlightWithin: false,
    answered: true,
    verdict: 'answers',
    confidence: 0.5,
    foreignCitations: 0,
    ...parts,
  };
}

/** An unanswerable question's judgement. */
export function unanswerable(parts: Partial<Judgement> = {}): Judgement {
  return judgement({
    unanswerable: 'absent',
    wording: null,
    hitRank: 0,
    sentenceHit: null,
    highlightContains: null,
    highlightWithin: null,
    ...parts,
  });
}
