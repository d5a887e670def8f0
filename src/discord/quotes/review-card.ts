/** A quote's card in the server's review channel: sent once, then changed with the quote. Speaks to Discord. */
import type { Guild, GuildTextBasedChannel } from 'discord.js';
import { missingPermissions } from '../channel/speak-permission.ts';
import { isGone } from '../channel/deliver-answer.ts';
import { toMessagePayload } from '../reply.ts';
import type { GuildSettings } from '../../guilds/settings.ts';
import type { ReviewCard } from '../../quotes/review-store.ts';
import type { Quote } from '../../quotes/quote.ts';
import type { FollowerParts } from './follow-quotes.ts';
import { textsOfServer } from './quote-access.ts';
import { cardReply } from './show-card.ts';

/**
 * Shows the quote as it is in the store now; does nothing where its card does so already. A quote that
 * waits for review gets a card where it has none; where there is no channel for it, the queue's list is
 * all there is.
 */
export async function showReviewCard(
  { guildId, number }: Pick<Quote, 'guildId' | 'number'>,
  parts: FollowerParts,
): Promise<void> {
  const { store } = parts.services;
  const guild = parts.client.guilds.cache.get(guildId);
  const quote = await store.quotes.quote(guildId, number);
  if (guild === undefined || quote === undefined) return;
  const card = await store.reviews.card(guildId, number);
  if (card !== undefined && card.revision >= quote.revision) return;
  const { settings } = await store.guilds.settings(guildId);
  const isShown = card !== undefined && (await changeCard({ guild, settings, quote, card }, parts));
  if (isShown || quote.state !== 'suggested' || !(await store.reviews.wantsCard(guildId, number))) return;
  await sendCard({ guild, settings, quote }, parts);
}

interface Shown {
  readonly guild: Guild;
  readonly settings: GuildSettings;
  readonly quote: Quote;
}

/** False where its message is gone. */
async function changeCard(
  { guild, settings, quote, card }: Shown & { readonly card: ReviewCard },
  parts: FollowerParts,
): Promise<boolean> {
  const { store, log } = parts.services;
  const { guildId, number, revision } = quote;
  const channel = writableChannel(guild, card.channelId);
  if (typeof channel === 'string') {
    log.warn({ guildId, number, channelId: card.channelId, problem: channel }, 'review card not changed');
    if (channel === 'no-channel') await store.reviews.forgetCard(guildId, number);
    return channel !== 'no-channel';
  }
  try {
    await channel.messages.edit(card.messageId, await payloadOf({ guild, settings, quote }, parts));
    await store.reviews.saveCard(guildId, number, { ...card, revision });
    return true;
  } catch (error) {
    if (!isGone(error)) throw error;
    await store.reviews.forgetCard(guildId, number);
    return false;
  }
}

async function sendCard({ guild, settings, quote }: Shown, parts: FollowerParts): Promise<void> {
  const { store, log } = parts.services;
  const { guildId, number, revision } = quote;
  const { reviewChannelId } = settings;
  if (reviewChannelId === null) return;
  const channel = writableChannel(guild, reviewChannelId);
  if (typeof channel === 'string') {
    log.warn({ guildId, number, channelId: reviewChannelId, problem: channel }, 'review card not sent');
    return;
  }
  const payload = await payloadOf({ guild, settings, quote }, parts);
  // A lost answer sends no second card within Discord's memory of nonces.
  const sent = await channel.send({ ...payload, nonce: `card${number}.${revision}`, enforceNonce: true });
  await store.reviews.saveCard(guildId, number, { channelId: channel.id, messageId: sent.id, revision });
}

async function payloadOf({ guild, settings, quote }: Shown, { services }: FollowerParts) {
  const texts = textsOfServer(guild, settings);
  const { timeZone } = settings;
  return toMessagePayload(await cardReply(quote, { texts, serverTexts: texts, timeZone }, services));
}

/** The channel, or why nothing can be said in it. */
export function writableChannel(
  guild: Guild,
  channelId: string,
): GuildTextBasedChannel | 'no-channel' | 'lacks-permissions' {
  const channel = guild.channels.cache.get(channelId);
  if (channel?.isTextBased() !== true) return 'no-channel';
  return missingPermissions(channel).length > 0 ? 'lacks-permissions' : channel;
}
