/**
 * Members stand in quotes and their log as numbers; only `quote_people` says who a number is. So a
 * member can be forgotten while the log stays append-only and replays as before.
 */
import type { Kysely } from 'kysely';
import { forgottenPrefix } from '../quotes/quote-store.ts';
import type { Rename } from '../quotes/quote-people.ts';
import type { Database } from './schema.ts';

/** Numbers for these users, new ones where they have none. Writes. */
export async function numberPeople(
  db: Kysely<Database>,
  guildId: string,
  userIds: readonly string[],
  /** Who acts now: for a year from then on it is known who that was. */
  acting: { readonly userId: string; readonly atMs: number },
): Promise<ReadonlyMap<string, number>> {
  const known = new Map<string, number>();
  for (const userId of new Set(userIds)) {
    known.set(
      userId,
      (await findPerson(db, guildId, userId)) ?? (await addPerson(db, guildId, userId, acting.atMs)),
    );
  }
  await db
    .updateTable('quote_people')
    .set({ last_acted_at: acting.atMs })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', acting.userId)
    .where('last_acted_at', '<', acting.atMs)
    .execute();
  return known;
}

/** The number of that user, or undefined where none was ever given. */
export async function findPerson(
  db: Kysely<Database>,
  guildId: string,
  userId: string,
): Promise<number | undefined> {
  // Who is already forgotten keeps the number that stands for nobody.
  if (userId.startsWith(forgottenPrefix)) return Number(userId.slice(forgottenPrefix.length));
  const row = await db
    .selectFrom('quote_people')
    .select('person')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.person;
}

/** How to turn numbers back into users, for the servers of these rows. */
export async function readPeople(
  db: Kysely<Database>,
  guildIds: readonly string[],
): Promise<(guildId: string) => Rename> {
  const wanted = [...new Set(guildIds)];
  const rows =
    wanted.length === 0
      ? []
      : await db.selectFrom('quote_people').selectAll().where('guild_id', 'in', wanted).execute();
  const users = new Map(rows.map((row) => [`${row.guild_id} ${row.person}`, row.user_id]));
  return (guildId) => (person) => users.get(`${guildId} ${person}`) ?? `${forgottenPrefix}${person}`;
}

async function addPerson(
  db: Kysely<Database>,
  guildId: string,
  userId: string,
  atMs: number,
): Promise<number> {
  const { last_person: person } = await db
    .insertInto('quote_counters')
    .values({ guild_id: guildId, last_number: 0, last_person: 1 })
    .onConflict((conflict) =>
      conflict
        .column('guild_id')
        .doUpdateSet((row) => ({ last_person: row('quote_counters.last_person', '+', 1) })),
    )
    .returning('last_person')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('quote_people')
    .values({ guild_id: guildId, person, user_id: userId, last_acted_at: atMs })
    .onConflict((conflict) => conflict.columns(['guild_id', 'user_id']).doNothing())
    .execute();
  return (await findPerson(db, guildId, userId)) ?? person;
}
