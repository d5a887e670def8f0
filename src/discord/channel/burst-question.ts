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
  const earlier = spoken.slice(0, asking);
  const last = {
    text: takeStart(spoken.slice(asking).join('\n'), questionLengthMax),
    previous: [...previous, ...earlier],
  };
  const [ofWhole, ofLast] = [await answer(whole, askedAt), await answer(last, askedAt)];
  return ofLast.confidence > ofWhole.confidence ? last : whole;
}
