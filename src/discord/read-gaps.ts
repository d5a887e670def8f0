import { readExpectedAnswer } from '../answers/expected-answer.ts';
import { findGaps, type GapQuestion, type Gaps } from '../guilds/gaps.ts';
import type { Services } from './services.ts';

export interface GuildGaps {
  readonly questions: readonly GapQuestion[];
  readonly gaps: Gaps;
}

/** What a server's members asked and did not get answered, grouped. */
export async function readGaps(
  guildId: string,
  { store, questionTerms }: Pick<Services, 'store' | 'questionTerms'>,
): Promise<GuildGaps> {
  const [questions, decisions] = await Promise.all([
    store.guilds.gapQuestions(guildId),
    store.guilds.gapDecisions(guildId),
  ]);
  // What kind of answer is wanted tells "when did he leave" from "why did he leave".
  const termsOf = (text: string) => [...questionTerms(text), `?${readExpectedAnswer(text).kind}`];
  return { questions, gaps: findGaps({ questions, decisions, termsOf }) };
}
