/** The small lines about a quote: who, when, where, why. */
import { messageLink } from 'discord.js';
import { forgottenPrefix } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';
import { escapeInline } from '../render/escape-markdown.ts';
import type { Texts } from '../texts/texts.ts';
import { renderFailure } from './posting-failure.ts';

/** A moment as Discord shows it to each reader: `R` how long ago or ahead, `F` the whole date. */
export function stamp(atMs: number, style: 'R' | 'F' | 'f' = 'R'): string {
  return `<t:${Math.floor(atMs / 1_000)}:${style}>`;
}

/** A person; somebody who asked to be forgotten has no name any more. */
export function mention(userId: string, { quotes }: Texts): string {
  return userId.startsWith(forgottenPrefix) ? quotes.card.forgotten : `<@${userId}>`;
}

/** The newest post's address; undefined where nothing is posted. */
export function postLink({ guildId, posts }: Quote): string | undefined {
  const post = posts.at(-1);
  return post && messageLink(post.channelId, post.messageId, guildId);
}

/** Its number and how it stands, in bold. */
export function titleLine({ number, state }: Quote, texts: Texts): string {
  return `**${texts.quotes.card.title(number, texts.quotes.states[state])}**`;
}

/** Who suggested and approved it, when it is due. */
export function peopleLine(quote: Quote, texts: Texts): string {
  const { card } = texts.quotes;
  const { suggestedBy, suggestedAtMs, approvedBy, dueAtMs } = quote;
  const parts = [
    card.suggestedBy(mention(suggestedBy, texts), stamp(suggestedAtMs)),
    ...(approvedBy === undefined ? [] : [card.approvedBy(mention(approvedBy, texts))]),
    ...(dueAtMs === undefined ? [] : [card.dueAt(stamp(dueAtMs, 'F'))]),
  ];
  return `-# ${parts.join(' · ')}`;
}

/** What holds it up; none for a quote that goes its way. */
export function holdLines({ frozen, lastFailure }: Quote, texts: Texts): readonly string[] {
  const { card } = texts.quotes;
  return [
    ...(frozen === undefined ? [] : [card.frozen[frozen]]),
    ...(lastFailure === undefined ? [] : [card.lastFailure(renderFailure(lastFailure, texts))]),
  ];
}

/** What holds it up or what became of it. */
export function fateLines(quote: Quote, texts: Texts): readonly string[] {
  const { rejection, withdrawal, state } = quote;
  return [
    ...holdLines(quote, texts),
    ...(rejection === undefined ? [] : [rejectionLine(rejection, texts)]),
    ...(withdrawal === undefined ? [] : [withdrawalLine(withdrawal, texts)]),
    ...(state === 'withdrawn' ? [] : postedLines(quote, texts)),
  ];
}

/** Where and when it was posted last; none where it is not. */
export function postedLines(quote: Quote, texts: Texts): readonly string[] {
  const link = postLink(quote);
  const last = quote.posts.at(-1);
  if (link === undefined || last === undefined) return [];
  const [channel, when] = [`<#${last.channelId}>`, stamp(last.postedAtMs)];
  return [texts.quotes.card.postedAt({ channel, link, when, further: quote.posts.length - 1 })];
}

function rejectionLine({ by, reason, isRetracted }: NonNullable<Quote['rejection']>, texts: Texts): string {
  const { card } = texts.quotes;
  return isRetracted
    ? card.retractedBy(mention(by, texts))
    : card.rejectedBy(mention(by, texts), escapeInline(reason ?? '–'));
}

function withdrawalLine({ by, mode, reason }: NonNullable<Quote['withdrawal']>, texts: Texts): string {
  const { card } = texts.quotes;
  return mode === 'deleted-by-hand'
    ? card.deletedByHand
    : card.withdrawnBy(mention(by, texts), reason === undefined ? undefined : escapeInline(reason));
}
