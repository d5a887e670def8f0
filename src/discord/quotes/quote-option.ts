import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { quotePageMax } from '../../quotes/quote-store.ts';
import type { QuoteState } from '../../quotes/quote.ts';
import { choicesMax } from '../limits.ts';
import type { Services } from '../services.ts';
import { createQuoteReader, quoteChoice } from './read-quote.ts';

/** The number an option means: a choice, or what somebody typed. Undefined for what is none. */
export function readQuoteNumber(value: string): number | undefined {
  const [, digits] = /^\s*#?(\d{1,8})(?:\s.*)?$/su.exec(value) ?? [];
  const number = Number(digits ?? 0);
  return number > 0 ? number : undefined;
}

export interface QuoteChoices {
  readonly guildId: string;
  readonly states: readonly QuoteState[];
  /** Only this member's. */
  readonly suggestedBy?: string;
}

/**
 * Quotes whose number begins with what was typed, or in whose words all of it stands; of the newest
 * hundred, newest first, at most 25.
 */
export async function suggestQuoteNumbers(
  typed: string,
  choices: QuoteChoices,
  services: Services,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const quotes = await services.store.quotes.quotes({
    ...choices,
    order: 'descending',
    limit: quotePageMax,
  });
  const entries = await Promise.all(quotes.map(createQuoteReader(services)));
  const wanted = typed.trim().replace(/^#/u, '').toLowerCase();
  return entries
    .map((entry) => ({ entry, name: quoteChoice(entry) }))
    .filter(({ entry }) => {
      if (/^\d*$/u.test(wanted)) return String(entry.quote.number).startsWith(wanted);
      return entry.ok && wanted.split(/\s+/u).every((word) => entry.words.text.toLowerCase().includes(word));
    })
    .slice(0, choicesMax)
    .map(({ entry, name }) => ({ name, value: String(entry.quote.number) }));
}
