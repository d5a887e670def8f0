import type { Turn } from '../conversation/conversation-store.ts';
import type { KeptQuestion } from '../guilds/guild-store.ts';
import type { Services } from './services.ts';

/** Notes down a turn and, where the article did not say it, the question for the moderators. Writes to the store. */
export async function rememberTurn(turn: Turn, { store }: Services): Promise<void> {
  await store.conversations.recordTurn(turn);
  const kept = toKeptQuestion(turn);
  if (kept?.unanswered === true) await store.guilds.keepQuestion(kept);
}

/** What the moderators' memory keeps of a turn; undefined outside servers, where nothing is kept. */
export function toKeptQuestion(turn: Turn): KeptQuestion | undefined {
  const { questionId, guildId, question, askedBy, askedAtMs, verdict, shown, corpusVersion } = turn;
  if (guildId === undefined) return undefined;
  return {
    questionId,
    guildId,
    text: question,
    askedBy,
    askedAtMs,
    unanswered: verdict === 'does-not-say',
    ...(shown && { shown }),
    corpusVersion,
  };
}
