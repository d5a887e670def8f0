/** Which quotes' messages are not up to date: written with the decision, gone once Discord has confirmed. */
import type { Kysely } from 'kysely';
import type { QuoteEvent } from '../quotes/quote-event.ts';
import { quotePageMax } from '../quotes/quote-store.ts';
import type { EditClaim, OwedEdit, QuoteStore } from '../quotes/quote-store.ts';
import type { Database } from './schema.ts';

type EditMethods = Pick<QuoteStore, 'oweEdits' | 'claimEdits' | 'settleEdits' | 'postponeEdits'>;

export function editMethods(db: Kysely<Database>): EditMethods {
  const at = (guildId: string, number: number) =>
    db.updateTable('quote_edits').where('guild_id', '=', guildId).where('number', '=', number);
  return {
    oweEdits: async ({ guildId, number, revision }, dueAtMs) => {
      await db
        .insertInto('quote_edits')
        // Nothing that was taken away before is looked for.
        .values(rowOf({ guildId, number, revision }, revision + 1, dueAtMs))
        .onConflict((conflict) => conflict.columns(['guild_id', 'number']).doNothing())
        .execute();
    },
    claimEdits: async (claim) => {
      const won: OwedEdit[] = [];
      for (const due of await findDue(db, claim)) won.push(...(await take(db, due, claim)));
      return won;
    },
    settleEdits: async (guildId, number, revision) => {
      await db
        .deleteFrom('quote_edits')
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .where('revision', '<=', revision)
        .execute();
    },
    postponeEdits: async ({ guildId, number, revision, failureCount }, dueAtMs) => {
      await at(guildId, number)
        .set({ failures: failureCount + 1, due_at: dueAtMs })
        // What was decided meanwhile is due at once.
        .where('revision', '=', revision)
        .execute();
      await at(guildId, number).set({ lease_until: null }).execute();
    },
  };
}

/** In the transaction of the decision. Whoever is at work on earlier ones goes on with this one. */
export async function putOwedEdits(
  tx: Kysely<Database>,
  { guildId, number, revision, atMs }: Pick<QuoteEvent, 'guildId' | 'number' | 'revision' | 'atMs'>,
): Promise<void> {
  await tx
    .insertInto('quote_edits')
    .values(rowOf({ guildId, number, revision }, revision, atMs))
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'number']).doUpdateSet({ revision, failures: 0, due_at: atMs }),
    )
    .execute();
}

function rowOf(
  { guildId, number, revision }: Pick<QuoteEvent, 'guildId' | 'number' | 'revision'>,
  fromRevision: number,
  dueAtMs: number,
) {
  const place = { guild_id: guildId, number };
  return { ...place, from_revision: fromRevision, revision, failures: 0, due_at: dueAtMs, lease_until: null };
}

async function findDue(db: Kysely<Database>, { nowMs, guildIds, limit }: EditClaim) {
  if (guildIds?.length === 0) return [];
  let query = db
    .selectFrom('quote_edits')
    .select(['guild_id', 'number'])
    .where('due_at', '<=', nowMs)
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
  due: { readonly guild_id: string; readonly number: number },
  { nowMs, untilMs }: EditClaim,
): Promise<readonly OwedEdit[]> {
  const rows = await db
    .updateTable('quote_edits')
    .set({ lease_until: untilMs })
    .where('guild_id', '=', due.guild_id)
    .where('number', '=', due.number)
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', nowMs)]))
    .returningAll()
    .execute();
  return rows.map((row) => ({
    guildId: row.guild_id,
    number: row.number,
    fromRevision: row.from_revision,
    revision: row.revision,
    failureCount: row.failures,
  }));
}
