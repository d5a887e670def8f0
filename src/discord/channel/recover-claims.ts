import type { Message } from 'discord.js';
import type { Claim } from '../../conversation/conversation-store.ts';
import { isGone } from './deliver-answer.ts';
import { keyOf, recoveredAgeMaxMs, type Hearing } from './hearing.ts';
import { listen } from './listen.ts';

/**
 * Looks again at the questions that an earlier process claimed and did not finish, in the servers of
 * this one. An answer that was sent is found and remembered, another one is sent now.
 */
export async function recoverClaims(hearing: Hearing): Promise<void> {
  const { services, client, work } = hearing;
  const startedAtMs = services.now();
  const claims = await services.store.conversations.unfinishedClaims({
    sinceMs: startedAtMs - recoveredAgeMaxMs,
    beforeMs: startedAtMs,
  });
  let count = 0;
  for (const claim of claims) {
    const isHere = claim.guildId === undefined || client.guilds.cache.has(claim.guildId);
    if (!isHere || !(await services.store.conversations.takeOver(claim, startedAtMs))) continue;
    const message = await fetchClaimed(hearing, claim);
    if (message === undefined) {
      await services.store.conversations.finish(claim.messageId);
      continue;
    }
    count += 1;
    hearing.claimed.add(claim.messageId);
    hearing.recovered.add(message.id);
    // The claim was made for the words as they were; an edit since then comes with the message.
    if (work.isNew(message.id)) work.run(keyOf(message), () => listenAgain(hearing, message, claim));
  }
  if (claims.length > 0)
    services.log.info({ claims: claims.length, again: count }, 'unfinished questions recovered');
}

async function listenAgain(hearing: Hearing, message: Message, claim: Claim): Promise<void> {
  const { conversations } = hearing.services.store;
  if ((await conversations.turnOfQuestion(message.id)) !== undefined) {
    hearing.claimed.delete(claim.messageId);
    await conversations.finish(claim.messageId);
    return;
  }
  // Apart from what its author says now, or both would be one question.
  const key = `${keyOf(message)} again`;
  await listen(hearing, message, key);
  if (hearing.bursts.has(key)) return;
  // It is no longer for the bot: settings, permissions or a moderator say otherwise by now.
  hearing.claimed.delete(claim.messageId);
  await conversations.finish(claim.messageId);
}

/** Undefined where it is gone, or no longer to be seen. */
async function fetchClaimed({ client, services }: Hearing, claim: Claim): Promise<Message | undefined> {
  const [messageId = ''] = claim.messageId.split(':');
  try {
    const channel = await client.channels.fetch(claim.channelId);
    return channel?.isTextBased() === true ? await channel.messages.fetch(messageId) : undefined;
  } catch (err) {
    if (!isGone(err)) services.log.warn({ err, channelId: claim.channelId }, 'claimed question not readable');
    return undefined;
  }
}
