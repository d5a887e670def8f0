import type { Quote } from '../../quotes/quote.ts';
import { correctionReply } from './correction-reply.ts';
import { readGuild, type PostingParts } from './posting-parts.ts';
import { showModerators } from './tell-moderators.ts';

/** Shows moderators what changed in a quote's article, with what they can do. Sends one message. */
export async function tellOfChange(quote: Quote, parts: PostingParts): Promise<void> {
  const { texts } = await readGuild(quote.guildId, parts);
  const { content, buttons } = await correctionReply(quote, texts, parts);
  await showModerators(quote.guildId, { content, ...(buttons && { buttons }) }, parts);
}
