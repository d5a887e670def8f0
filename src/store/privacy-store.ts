/** Deletes what the table of stored things says, and nothing else: no table is named here. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { PrivacyStore } from '../guilds/guild-store.ts';
import { storedTables, type KeptDays, type StoredTable } from '../guilds/privacy.ts';
import { settingsDefaults } from '../guilds/settings.ts';
import type { Database } from './schema.ts';

const dayMs = 86_400_000;

/** Deletion in the database, each call in one transaction. */
export function createPrivacyStore(
  db: Kysely<Database>,
  tables: readonly StoredTable[] = storedTables,
): PrivacyStore {
  const inOneGo = async (statements: readonly RawBuilder<unknown>[]) =>
    db.transaction().execute(async (tx) => {
      let rowCount = 0;
      for (const statement of statements) {
        rowCount += Number((await statement.execute(tx)).numAffectedRows ?? 0n);
      }
      return rowCount;
    });
  return {
    forgetMember: async (userId) => inOneGo(tables.flatMap((entry) => forgetting(entry, userId))),
    forgetGuild: async (guildId) => inOneGo(tables.flatMap((entry) => leaving(entry, guildId))),
    sweep: async (nowMs) => inOneGo(tables.flatMap((entry) => sweeping(entry, nowMs))),
  };
}

function forgetting({ table, columns }: StoredTable, userId: string): readonly RawBuilder<unknown>[] {
  return Object.entries(columns).flatMap(([column, meaning]) => {
    if (meaning === 'member') {
      return [sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${userId}`];
    }
    if (meaning === 'moderator') {
      return [
        sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${userId}`,
      ];
    }
    return [];
  });
}

function leaving({ table, columns }: StoredTable, guildId: string): readonly RawBuilder<unknown>[] {
  // A table without the column belongs to the rows of one that has it, and goes with them.
  return 'guild_id' in columns ? [sql`delete from ${sql.table(table)} where guild_id = ${guildId}`] : [];
}

function sweeping(entry: StoredTable, nowMs: number): readonly RawBuilder<unknown>[] {
  const { table, kept, emptied } = entry;
  const deletion =
    kept.kind === 'days'
      ? [sql`delete from ${sql.table(table)} where ${isPast(entry, kept.since, kept.days, nowMs)}`]
      : [];
  const emptying =
    emptied === undefined
      ? []
      : [
          sql`update ${sql.table(table)} set ${sql.ref(emptied.column)} = null
              where ${sql.ref(emptied.column)} is not null and ${isPast(entry, emptied.since, emptied.days, nowMs)}`,
        ];
  return [...deletion, ...emptying];
}

/** True from the millisecond at which the days are over; never for an empty time. */
function isPast(entry: StoredTable, since: string, days: KeptDays, nowMs: number): RawBuilder<unknown> {
  const time = sql.ref(`${entry.table}.${since}`);
  if (!days.retention) {
    if (days.atMost === undefined) throw new Error(`${entry.table} is kept for no stated time`);
    return sql`${time} <= ${nowMs - days.atMost * dayMs}`;
  }
  const chosen = sql`coalesce(
    (select chosen.retention_days from guild_settings as chosen
     where chosen.guild_id = ${sql.ref(`${entry.table}.guild_id`)}),
    ${sql.lit(settingsDefaults.retentionDays)})`;
  const kept =
    days.atMost === undefined
      ? chosen
      : sql`case when ${chosen} < ${sql.lit(days.atMost)} then ${chosen} else ${sql.lit(days.atMost)} end`;
  return sql`${time} <= ${nowMs} - cast(${kept} as bigint) * ${sql.lit(dayMs)}`;
}
