import type { Guild } from 'discord.js';
import { toMessagePayload } from '../reply.ts';
import type { Services } from '../services.ts';
import type { QuoteVisitor } from './quote-access.ts';
import { writableChannel } from './review-card.ts';

/**
 * Says in the server's review channel that so many quotes came with a file, with a way to their list;
 * nothing where there is no such channel or it cannot be written in, which is logged. Sends one message.
 */
export async function announceImport(
  count: number,
  { guild, visitor }: { readonly guild: Guild | null; readonly visitor: QuoteVisitor },
  { log }: Pick<Services, 'log'>,
): Promise<void> {
  const { settings, serverTexts, actor, guildId } = visitor;
  const { reviewChannelId } = settings;
  if (guild === null || reviewChannelId === null) return;
  const channel = writableChannel(guild, reviewChannelId);
  if (typeof channel === 'string') {
    log.warn({ guildId, channelId: reviewChannelId, problem: channel }, 'import not announced');
    return;
  }
  const { queue } = serverTexts.quotes;
  const list = { kind: 'quote-queue', view: 'suggested', side: 'after', number: 0 } as const;
  const payload = toMessagePayload({
    content: queue.imported(count, `<@${actor.id}>`),
    buttons: [{ label: queue.views.suggested, look: 'main', meaning: list }],
  });
  await channel.send(payload).catch((err: unknown) => log.warn({ err, guildId }, 'import not announced'));
}
