import type { Generated, Selectable } from 'kysely';
import type { QuoteState } from '../quotes/quote.ts';

export interface QuoteTables {
  quotes: {
    guild_id: string;
    number: number;
    state: QuoteState;
    revision: number;
    /** When somebody must act; null where nobody must. */
    due_at: number | null;
    is_frozen: 0 | 1;
    article_id: string;
    article_version: string;
    /** A number of `quote_people`, as in every other JSON text of these tables. */
    suggested_by: number;
    suggested_at: number;
    lease_holder: string | null;
    lease_until: number | null;
    quote: string;
  };
  quote_events: {
    guild_id: string;
    number: number;
    revision: number;
    at: number;
    event: string;
  };
  quote_posts: { message_id: string; guild_id: string; number: number };
  quote_counters: {
    guild_id: string;
    last_number: number;
    last_person: number;
    words_revision: Generated<number>;
  };
  /** Who stands behind a person's number: the only place of these tables that names members. */
  quote_people: { guild_id: string; person: number; user_id: string; last_acted_at: number };
  quote_snapshots: { guild_id: string; article_id: string; version: string; snapshot: string };
  quote_schedules: { guild_id: string; revision: number; schedule: string };
  /** What moderators were shown and the suggester told. */
  quote_reviews: {
    guild_id: string;
    number: number;
    locale: string | null;
    channel_id: string | null;
    message_id: string | null;
    shown_revision: number | null;
    told: string | null;
  };
  /** A row for each quote whose messages may say something else than it does. */
  quote_edits: {
    guild_id: string;
    number: number;
    /** The first decision since which they may. */
    from_revision: number;
    /** The last one. */
    revision: number;
    failures: number;
    due_at: number;
    lease_until: number | null;
  };
  /** Quotes that wait without cards of their own. */
  quote_imports: { guild_id: string; number: number };
  /** What asks moderators about a changed article, until they have decided. */
  quote_notices: {
    guild_id: string;
    number: number;
    channel_id: string;
    message_id: string;
    shown_revision: number;
  };
  quote_opt_outs: { user_id: string; since: number };
}

export type QuoteRow = Selectable<QuoteTables['quotes']>;
