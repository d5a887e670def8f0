/**
 * After every change of a quote, its card in the review channel is brought up to date and whoever
 * suggested it hears the outcome. What could not be shown is made good at the next start or look; what
 * could not be told is not told later.
 */
import type { Client } from 'discord.js';
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { Quote } from '../../quotes/quote.ts';
import type { Schedule as Timers } from '../schedule.ts';
import type { Services } from '../services.ts';
import { showReviewCard } from './review-card.ts';
import { tellSuggester } from './tell-suggester.ts';
import { createTurns } from './turns.ts';

/** How late a card may be that could not be sent or changed at once. */
export const cardsLookEveryMs = 10 * 60_000;
/** Cards made good in one server with one look. */
const cardsPerLook = 50;

export interface QuoteFollower {
  /** Once connected. */
  start(): void;
  /** Waits until nothing runs any more. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface FollowerParts {
  readonly client: Client;
  readonly services: Services;
}

export function createQuoteFollower(parts: FollowerParts, timers: Timers): QuoteFollower {
  const { client, services } = parts;
  const { log, store, quotes } = services;
  const turns = createTurns(log);
  let unlisten: (() => void) | undefined;
  let cancel: (() => void) | undefined;
  let isStopped = false;

  async function follow(quote: Quote, event: QuoteEvent): Promise<void> {
    if (isStopped) return;
    const { guildId, number } = quote;
    await showCard(guildId, number).catch((err: unknown) =>
      log.error({ err, guildId, number }, 'review card could not be shown'),
    );
    await tellSuggester(quote, event, parts);
  }

  /** One after the other for one quote, or it could get two cards. */
  async function showCard(guildId: string, number: number): Promise<void> {
    await turns.take(`${guildId} ${number}`, async () => showReviewCard({ guildId, number }, parts));
  }

  async function lookAt(guildId: string): Promise<void> {
    const { settings } = await store.guilds.settings(guildId);
    if (settings.reviewChannelId === null) return;
    for (const number of await store.reviews.behind(guildId, cardsPerLook)) {
      if (isStopped) return;
      await showCard(guildId, number);
    }
  }

  function look(): void {
    if (isStopped) return;
    for (const guildId of client.guilds.cache.keys()) turns.add(guildId, async () => lookAt(guildId));
    cancel = timers.after(cardsLookEveryMs, look);
  }

  return {
    start: () => {
      unlisten = quotes.desk.onChange(follow);
      look();
    },
    settle: async () => turns.settle(),
    stop: async () => {
      isStopped = true;
      unlisten?.();
      cancel?.();
      await turns.settle();
    },
  };
}
