import type { Message } from 'discord.js';
import { decideToLook, type SilenceReason } from '../../conversation/decide.ts';
import { authorKind, hear, heardTogether, type HeardMessage } from './heard-message.ts';
import { keyOf, type Hearing } from './hearing.ts';
import { readSituation, wordsOf, type Situation } from './situation.ts';
import { settingsDefaults } from '../../guilds/settings.ts';

/** What more words in a moment could not change. */
const final: ReadonlySet<SilenceReason> = new Set([
  'not-a-person',
  'already-answered',
  'no-permission',
  'mode-off',
  'no-content',
  'for-somebody-else',
  'moderator-stepped-in',
  'thread-full',
]);

/**
 * One message, as it comes: it joins what its author has just said. As soon as that is worth looking
 * up it is claimed, so that it is not lost when the process dies before its author has paused.
 * `key`: what it joins; default what its author says there.
 */
export async function listen(
  hearing: Hearing,
  message: Message,
  key: string = keyOf(message),
): Promise<void> {
  const { services, bursts, work } = hearing;
  const { log } = services;
  // Nothing is read for bots, webhooks and system messages, of which there may be many.
  if (!['member', 'moderator'].includes(authorKind(message, settingsDefaults))) return;
  const said = hear(message, services.readsMessages);
  const situation = await readSituation(hearing, said);
  if (await stepsIn(situation, said, hearing)) return;
  const alone = decideToLook(situation.facts);
  if (alone.act === 'silent' && (final.has(alone.reason) || !canJoin(alone.reason, bursts.has(key)))) {
    log.debug({ messageId: message.id, reason: alone.reason }, 'message left alone');
    return;
  }
  if (work.isDeleted(message.id)) return;
  const burst = bursts.add(key, said);
  if (burst === undefined) {
    log.debug({ messageId: message.id }, 'message left alone in a flood');
    return;
  }
  const together = decideToLook({ ...situation.facts, ...wordsOf(heardTogether(burst)) });
  if (together.act === 'look') await claimAll(hearing, burst);
}

/** What is not for the bot at all only joins a burst that is. */
function canJoin(reason: SilenceReason, isBurst: boolean): boolean {
  return reason !== 'not-addressed' || isBurst;
}

/** A moderator who writes in a thread of the bot takes it over, unless they turn to the bot. */
async function stepsIn(
  { facts, place }: Situation,
  said: HeardMessage,
  { services }: Hearing,
): Promise<boolean> {
  const isTakeover =
    facts.author === 'moderator' &&
    facts.place === 'answer-thread' &&
    !facts.mentionsBot &&
    !facts.repliesToBot &&
    place.threadId !== undefined;
  if (!isTakeover || place.threadId === undefined) return false;
  await services.store.conversations.stepIn(place.threadId, said.askedAtMs);
  services.log.info({ threadId: place.threadId }, 'moderator stepped in');
  return true;
}

/** Claims what is not claimed yet; what somebody else has claimed leaves the burst. */
export async function claimAll(hearing: Hearing, burst: readonly HeardMessage[]): Promise<void> {
  const { services, claimed, bursts } = hearing;
  for (const said of burst) {
    if (claimed.has(said.claimId)) continue;
    const { guildId } = said.message;
    const isOurs = await services.store.conversations.claim({
      messageId: said.claimId,
      channelId: said.message.channelId,
      ...(guildId !== null && { guildId }),
      claimedAtMs: services.now(),
    });
    if (isOurs) claimed.add(said.claimId);
    else bursts.remove(said.messageId);
  }
}
