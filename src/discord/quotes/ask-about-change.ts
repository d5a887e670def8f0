/**
 * Moderators are asked once what becomes of a quote whose article changed. The message goes with the
 * quote: its buttons are for the quote as it is, and once it is decided it says what was, and by whom.
 */
import { liveStates, type Quote } from '../../quotes/quote.ts';
import { correctionReply } from './correction-reply.ts';
import { describeEvent } from './describe-event.ts';
import { readGuild, type PostingParts } from './posting-parts.ts';
import type { PostContent } from './quote-board.ts';
import { mention, stamp } from './quote-lines.ts';
import { showModerators } from './tell-moderators.ts';

/**
 * Asks where the quote waits for a decision and nobody was asked; otherwise shows how it stands now, and
 * does nothing where that is shown. Sends or edits at most one message.
 */
export async function askAboutChange(
  { guildId, number }: Pick<Quote, 'guildId' | 'number'>,
  parts: PostingParts,
): Promise<void> {
  const { board, log, notices, quotes } = parts;
  const quote = await quotes.quote(guildId, number);
  const notice = await notices.notice(guildId, number);
  if (quote === undefined || (notice?.revision ?? 0) >= quote.revision) return;
  const { revision } = quote;
  if (notice === undefined) {
    if (isOpen(quote)) await ask(quote, parts);
    return;
  }
  const content = isOpen(quote) ? await question(quote, parts) : await decision(quote, parts);
  const changed = await board.edit(notice.channelId, notice.messageId, content);
  if (changed !== 'done' && changed !== 'gone') {
    // Behind the quote until the next look at it.
    log.warn({ guildId, number, problem: changed.kind }, 'notice of a changed article not changed');
  } else if (!isOpen(quote)) {
    await notices.forgetNotice(guildId, number);
  } else if (changed === 'done') {
    await notices.saveNotice(guildId, number, { ...notice, revision });
  } else {
    await ask(quote, parts);
  }
}

/** Withdrawn and rejected quotes stay on hold, but nobody has to decide about them any more. */
function isOpen({ frozen, state }: Quote): boolean {
  return frozen === 'source-changed' && liveStates.includes(state);
}

async function ask(quote: Quote, parts: PostingParts): Promise<void> {
  const { guildId, number, revision } = quote;
  const sent = await showModerators(guildId, await question(quote, parts), parts);
  if (sent !== undefined) await parts.notices.saveNotice(guildId, number, { ...sent, revision });
}

async function question(quote: Quote, parts: PostingParts): Promise<PostContent> {
  const { texts } = await readGuild(quote.guildId, parts);
  const { content, buttons } = await correctionReply(quote, texts, parts);
  return { content, ...(buttons && { buttons }) };
}

async function decision({ guildId, number, revision }: Quote, parts: PostingParts): Promise<PostContent> {
  const { texts } = await readGuild(guildId, parts);
  const [last] = await parts.quotes.history(guildId, number, revision - 1);
  if (last === undefined) throw new Error(`The log of #${number} lacks its revision ${revision}`);
  // Sentences of a held suggestion can only be chosen anew from the article of today.
  const what =
    last.change.kind === 'adjusted'
      ? texts.corrections.tookOver(mention(last.actor.id, texts))
      : describeEvent(last, texts);
  return { content: texts.corrections.decided(number, `${what} · ${stamp(last.atMs, 'f')}`) };
}
