import type { Kysely } from 'kysely';
import type { QuoteEvent } from '../quotes/quote-event.ts';
import { renameInEvent, renameInQuote } from '../quotes/quote-people.ts';
import { eventSchema, quoteSchema } from '../quotes/quote-schema.ts';
import { eventPageMax, quotePageMax } from '../quotes/quote-store.ts';
import type { QuoteQuery, QuoteStore } from '../quotes/quote-store.ts';
import { liveStates } from '../quotes/quote.ts';
import type { Quote } from '../quotes/quote.ts';
import { editMethods } from './quote-edits.ts';
import { leaseMethods } from './quote-leases.ts';
import { findPerson, readPeople } from './quote-people.ts';
import { scheduleMethods } from './quote-schedules.ts';
import type { QuoteRow } from './quote-tables.ts';
import { writeQuote } from './quote-writing.ts';
import type { Database } from './schema.ts';
import { fromStoredSnapshot } from './stored-snapshot.ts';
import { StoredValueError } from './stored-value-error.ts';

/** Quotes in the database. */
export function createQuoteStore(db: Kysely<Database>): QuoteStore {
  const read = async (rows: readonly QuoteRow[]) => readQuotes(db, rows);
  return {
    ...readMethods(db, read),
    ...listMethods(db, read),
    ...leaseMethods(db, read),
    ...editMethods(db),
    ...scheduleMethods(db),
    nextNumber: async (guildId) => nextNumber(db, guildId),
    wordsRevision: async (guildId) => wordsRevision(db, guildId),
    write: async (write) => writeQuote(db, write),
  };
}

type Read = (rows: readonly QuoteRow[]) => Promise<readonly Quote[]>;

async function readQuotes(db: Kysely<Database>, rows: readonly QuoteRow[]): Promise<readonly Quote[]> {
  const usersOf = await readPeople(
    db,
    rows.map((row) => row.guild_id),
  );
  return rows.map((row) => {
    const stored = parse(row.quote, quoteSchema);
    if (stored === undefined) throw new StoredValueError('quote', `#${row.number} of ${row.guild_id}`);
    return renameInQuote(stored, usersOf(row.guild_id));
  });
}

/** The value of a JSON column; undefined where it is not what it should be. */
function parse<Value>(
  json: string,
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
): Value | undefined {
  try {
    const result = schema.safeParse(JSON.parse(json));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

async function nextNumber(db: Kysely<Database>, guildId: string): Promise<number> {
  const row = await db
    .insertInto('quote_counters')
    .values({ guild_id: guildId, last_number: 1, last_person: 0 })
    .onConflict((conflict) =>
      conflict
        .column('guild_id')
        .doUpdateSet((counter) => ({ last_number: counter('quote_counters.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

async function wordsRevision(db: Kysely<Database>, guildId: string): Promise<number> {
  const row = await db
    .selectFrom('quote_counters')
    .select('words_revision')
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row?.words_revision ?? 0;
}

function readMethods(
  db: Kysely<Database>,
  read: Read,
): Pick<QuoteStore, 'quote' | 'quoteOfMessage' | 'history' | 'snapshot'> {
  const quote = async (guildId: string, number: number) => {
    const rows = await db
      .selectFrom('quotes')
      .selectAll()
      .where('guild_id', '=', guildId)
      .where('number', '=', number)
      .execute();
    return (await read(rows))[0];
  };
  return {
    quote,
    quoteOfMessage: async (messageId) => {
      const row = await db
        .selectFrom('quote_posts')
        .selectAll()
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return row === undefined ? undefined : quote(row.guild_id, row.number);
    },
    history: async (guildId, number, afterRevision = 0) => {
      const rows = await db
        .selectFrom('quote_events')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .where('revision', '>', afterRevision)
        .orderBy('revision')
        .limit(eventPageMax)
        .execute();
      const usersOf = await readPeople(db, [guildId]);
      return rows.map((row): QuoteEvent => {
        const event = parse(row.event, eventSchema);
        if (event === undefined) throw new StoredValueError('event', `#${number} of ${guildId}`);
        return renameInEvent(event, usersOf(guildId));
      });
    },
    snapshot: async (guildId, articleId, version) => {
      const row = await db
        .selectFrom('quote_snapshots')
        .select('snapshot')
        .where('guild_id', '=', guildId)
        .where('article_id', '=', articleId)
        .where('version', '=', version)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const snapshot = fromStoredSnapshot(row.snapshot);
      if (snapshot === undefined) throw new StoredValueError('snapshot', `${articleId} in ${guildId}`);
      return snapshot;
    },
  };
}

function listMethods(
  db: Kysely<Database>,
  read: Read,
): Pick<QuoteStore, 'quotes' | 'count' | 'suggestionCounts' | 'liveQuotesOf'> {
  const counted = async (query: Omit<QuoteQuery, 'limit'>) => {
    if (query.states?.length === 0) return 0;
    const { count } = await select(db, query, await personOf(db, query))
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  };
  return {
    count: counted,
    quotes: async (query) => {
      const direction = query.order === 'descending' ? 'desc' : 'asc';
      if (query.states?.length === 0) return [];
      const rows = await select(db, query, await personOf(db, query))
        .selectAll()
        .orderBy('number', direction)
        .limit(Math.min(query.limit, quotePageMax))
        .execute();
      return read(rows);
    },
    suggestionCounts: async (guildId, userId, sinceMs) => {
      const open = await counted({ guildId, suggestedBy: userId, states: ['suggested'] });
      const query = { guildId, suggestedBy: userId };
      const { count } = await select(db, query, await personOf(db, query))
        .where('suggested_at', '>=', sinceMs)
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return { open, today: count };
    },
    liveQuotesOf: async (articleId, after) => {
      const rows = await db
        .selectFrom('quotes')
        .selectAll()
        .where('article_id', '=', articleId)
        .where('state', 'in', [...liveStates])
        .where((row) =>
          after === undefined
            ? row.lit(true)
            : row.or([
                row('guild_id', '>', after.guildId),
                row.and([row('guild_id', '=', after.guildId), row('number', '>', after.number)]),
              ]),
        )
        .orderBy('guild_id')
        .orderBy('number')
        .limit(quotePageMax)
        .execute();
      return read(rows);
    },
  };
}

/** No quote is by person 0: a user without a number has suggested nothing. */
async function personOf(
  db: Kysely<Database>,
  { guildId, suggestedBy }: Pick<QuoteQuery, 'guildId' | 'suggestedBy'>,
): Promise<number | undefined> {
  return suggestedBy === undefined ? undefined : ((await findPerson(db, guildId, suggestedBy)) ?? 0);
}

function select(
  db: Kysely<Database>,
  { guildId, states, articleId, after, order }: Omit<QuoteQuery, 'limit'>,
  person: number | undefined,
) {
  let query = db.selectFrom('quotes').where('guild_id', '=', guildId);
  if (states !== undefined) query = query.where('state', 'in', [...states]);
  if (articleId !== undefined) query = query.where('article_id', '=', articleId);
  if (person !== undefined) query = query.where('suggested_by', '=', person);
  if (after !== undefined) query = query.where('number', order === 'descending' ? '<' : '>', after);
  return query;
}
