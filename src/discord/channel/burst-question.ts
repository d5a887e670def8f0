import { isQuestion } from '../../conversation/is-question.ts';
import type { AskedAt } from '../guild-knowledge.ts';
import { questionLengthMax } from '../limits.ts';
import { takeStart } from '../render/cut-text.ts';
import type { Services } from '../services.ts';
import type { HeardMessage } from './heard-message.ts';

export interface BurstQuestion {
  readonly text: string;
  readonly previous: readonly string[];
}

/**
 * What a burst asks: all of it, or its last question with the rest as what was said before
 * ("min mau nanya", "soal Igor", "dia keluar kapan?"), whichever the articles answer more surely.
 */
export async function readBurstQuestion(
  burst: readonly HeardMessage[],
  { previous, askedAt }: { readonly previous: readonly string[]; readonly askedAt: AskedAt },
  { answer }: Pick<Services, 'answer'>,
): Promise<BurstQuestion> {
  const spoken = burst.map(({ words }) => words).filter((words) => words !== '');
  const whole = { text: takeStart(spoken.join('\n'), questionLengthMax), previous };
  const asking = spoken.findLastIndex(isQuestion);
  if (spoken.length < 2 || asking === -1) return whole;
  const text = takeStart(spoken.slice(asking).join('\n'), questionLengthMax);
  const earlier = spoken.slice(0, asking);
  const readings = [
    whole,
    { text, previous: [...previous, ...earlier] },
    // A greeting among what came before says nothing and weakens what does.
    { text, previous: [...previous, ...earlier.slice(-1)] },
  ];
  let best = { question: whole, confidence: -1 };
  for (const question of readings) {
    const { confidence } = await answer(question, askedAt);
    if (confidence > best.confidence) best = { question, confidence };
  }
  return best.question;
}
