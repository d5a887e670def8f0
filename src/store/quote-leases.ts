import type { Kysely } from 'kysely';
import { quotePageMax } from '../quotes/quote-store.ts';
import type { LeaseRequest, QuoteStore } from '../quotes/quote-store.ts';
import type { Quote } from '../quotes/quote.ts';
import type { QuoteRow } from './quote-tables.ts';
import type { Database } from './schema.ts';

type LeaseMethods = Pick<QuoteStore, 'lease' | 'renewLease' | 'releaseLease'>;

/** Who sends which quote: a lease runs out by itself where its holder is killed. */
export function leaseMethods(
  db: Kysely<Database>,
  read: (rows: readonly QuoteRow[]) => Promise<readonly Quote[]>,
): LeaseMethods {
  return {
    lease: async (request) => {
      const taken: QuoteRow[] = [];
      for (const row of await findDue(db, request)) {
        const [won] = await take(db, row, request);
        if (won !== undefined) taken.push(won);
      }
      return read(taken);
    },
    renewLease: async (guildId, number, { holder, untilMs }) => {
      const result = await db
        .updateTable('quotes')
        .set({ lease_until: untilMs })
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .where('lease_holder', '=', holder)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    releaseLease: async (guildId, number, holder) => {
      await db
        .updateTable('quotes')
        .set({ lease_holder: null, lease_until: null })
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .where('lease_holder', '=', holder)
        .execute();
    },
  };
}

async function findDue(db: Kysely<Database>, { nowMs, guildIds, limit }: LeaseRequest) {
  if (guildIds?.length === 0) return [];
  let query = db
    .selectFrom('quotes')
    .select(['guild_id', 'number'])
    .where('due_at', '<=', nowMs)
    .where((row) => row.or([row('is_frozen', '=', 0), row('state', '=', 'posting')]))
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', nowMs)]));
  if (guildIds !== undefined) query = query.where('guild_id', 'in', [...guildIds]);
  return query
    .orderBy('due_at')
    .orderBy('guild_id')
    .orderBy('number')
    .limit(Math.min(limit, quotePageMax))
    .execute();
}

/** One statement: of several that found it free, one finds it free still. */
async function take(
  db: Kysely<Database>,
  row: Pick<QuoteRow, 'guild_id' | 'number'>,
  { holder, untilMs, nowMs }: LeaseRequest,
): Promise<QuoteRow[]> {
  return db
    .updateTable('quotes')
    .set({ lease_holder: holder, lease_until: untilMs })
    .where('guild_id', '=', row.guild_id)
    .where('number', '=', row.number)
    .where('due_at', '<=', nowMs)
    .where((each) => each.or([each('lease_until', 'is', null), each('lease_until', '<=', nowMs)]))
    .returningAll()
    .execute();
}
