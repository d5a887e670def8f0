/** Whoever suggested a quote hears what became of it, by direct message and in their language. */
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { forgottenPrefix } from '../../quotes/quote-store.ts';
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { Quote } from '../../quotes/quote.ts';
import type { ToldOutcome } from '../../quotes/review-store.ts';
import type { ButtonHandler } from '../command.ts';
import { escapeInline } from '../render/escape-markdown.ts';
import { toMessagePayload, type Reply } from '../reply.ts';
import { textsFor, type Texts } from '../texts/texts.ts';
import type { FollowerParts } from './follow-quotes.ts';
import { textsOfServer } from './quote-access.ts';
import type { QuoteMeaning } from './quote-button.ts';
import { postLink, stamp } from './quote-lines.ts';
import { createQuoteReader, firstWords, type ReadQuote } from './read-quote.ts';

const wordsLengthMax = 200;

/** Sends at most one message, at most once for each outcome in a row. Never rejects. */
export async function tellSuggester(quote: Quote, event: QuoteEvent, parts: FollowerParts): Promise<void> {
  const { guildId, number, suggestedBy } = quote;
  const { log, store } = parts.services;
  try {
    const outcome = outcomeOf(quote, event);
    if (outcome === undefined || !(await store.reviews.wantsOutcomes(suggestedBy))) return;
    const guild = parts.client.guilds.cache.get(guildId);
    if (guild === undefined) return;
    const told = { outcome, reason: reasonOf(outcome, quote) };
    if (!(await store.reviews.claimTelling(guildId, number, told))) return;
    const { settings } = await store.guilds.settings(guildId);
    const locale = await store.reviews.locale(guildId, number);
    const texts = locale === undefined ? textsOfServer(guild, settings) : textsFor(locale);
    const read = await createQuoteReader(parts.services)(quote);
    const content = describeOutcome(outcome, { read, server: escapeInline(guild.name), texts });
    const stop = {
      label: texts.quotes.outcome.stop,
      meaning: { kind: 'quote-outcomes', isWanted: false } as const,
    };
    await parts.client.users.send(suggestedBy, toMessagePayload({ content, buttons: [stop] }));
  } catch (error) {
    // Their choice, and no error of ours.
    const isBlocked =
      error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.CannotSendMessagesToThisUser;
    log[isBlocked ? 'info' : 'warn'](
      { guildId, number, ...(isBlocked ? { code: error.code } : { err: error }) },
      'outcome of a suggestion not told',
    );
  }
}

/** What there is to tell; nothing to those who decided it themselves, or who are forgotten. */
function outcomeOf(quote: Quote, { change, actor, atMs }: QuoteEvent): ToldOutcome | undefined {
  const { suggestedBy, approvedBy, posts } = quote;
  if (suggestedBy === actor.id || suggestedBy.startsWith(forgottenPrefix)) return undefined;
  if (change.kind === 'rejected' || change.kind === 'withdrawn') return change.kind;
  // A schedule's repeats are nothing new to them.
  if (change.kind === 'posted') {
    return posts.length === 1 && approvedBy !== suggestedBy ? 'posted' : undefined;
  }
  const isDated = change.kind === 'approved' || change.kind === 'scheduled';
  return isDated && (change.dueAtMs ?? 0) > atMs ? 'scheduled' : undefined;
}

interface Telling {
  readonly read: ReadQuote;
  readonly server: string;
  readonly texts: Texts;
}

/** With the beginning of its words: who has suggested several does not know them by number. */
function describeOutcome(outcome: ToldOutcome, telling: Telling): string {
  const { read, texts } = telling;
  const reason = reasonOf(outcome, read.quote);
  return [
    describeFate(outcome, telling),
    ...(read.ok ? [`> ${firstWords(read, texts, wordsLengthMax)}`] : []),
    ...(reason === undefined ? [] : [texts.quotes.outcome.reason(escapeInline(reason))]),
  ].join('\n');
}

/** What moderators wrote for others to read: the reason of a deletion is for the history alone. */
function reasonOf(outcome: ToldOutcome, { rejection, withdrawal }: Quote): string | undefined {
  if (outcome === 'rejected') return rejection?.reason ?? '–';
  return outcome === 'withdrawn' && withdrawal?.mode === 'tombstone' ? withdrawal.reason : undefined;
}

function describeFate(outcome: ToldOutcome, { read: { quote }, server, texts }: Telling): string {
  const { outcome: words } = texts.quotes;
  const { number, dueAtMs = 0 } = quote;
  switch (outcome) {
    case 'posted':
      return words.posted(number, server, postLink(quote) ?? '');
    case 'scheduled':
      return words.scheduled(number, server, stamp(dueAtMs, 'F'));
    case 'withdrawn':
      return words.withdrawn(number, server);
    case 'rejected':
    default:
      return words.rejected(number, server);
  }
}

/** Under such a message: do not tell me any more, or tell me again. It is about whoever clicks alone. */
export const outcomesButton: ButtonHandler<Extract<QuoteMeaning, { kind: 'quote-outcomes' }>> = {
  effect: 'private-reply',
  execute: async (interaction, { isWanted }, services): Promise<Reply> => {
    const { outcome } = textsFor(interaction.locale).quotes;
    await services.store.reviews.setWantsOutcomes(interaction.user.id, isWanted, services.now());
    return {
      content: isWanted ? outcome.started : outcome.stopped,
      buttons: [
        {
          label: isWanted ? outcome.stop : outcome.start,
          meaning: { kind: 'quote-outcomes', isWanted: !isWanted },
        },
      ],
    };
  },
};
