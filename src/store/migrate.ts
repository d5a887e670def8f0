import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { allMigrations } from './migrations/all-migrations.ts';
import type { Database } from './schema.ts';
import { StoreOpenError } from './store-open-error.ts';

/** Named after the program, so that it never meets another one's in a shared PostgreSQL. */
export const migrationTableName = 'kutip_migrations';

/**
 * Brings the schema to what this code knows, all steps or none. Several processes may do it at once:
 * one migrates, the others find it done.
 * @throws {StoreOpenError} `newer` where a later version of Kutip has been here: nothing is changed.
 */
export async function migrate(
  db: Kysely<Database>,
  place: string,
  migrations: Readonly<Record<string, Migration>> = allMigrations,
): Promise<void> {
  await refuseNewer(db, place, migrations);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName,
    migrationLockTableName: `${migrationTableName}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // Another process may have gone further than this code knows between the check and the lock.
  await refuseNewer(db, place, migrations);
  throw error;
}

async function refuseNewer(
  db: Kysely<Database>,
  place: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === migrationTableName)) return;
  const { rows: done } = await sql<{ name: string }>`
    select name from ${sql.table(migrationTableName)} order by name`.execute(db);
  const unknown = done.filter(({ name }) => migrations[name] === undefined);
  if (unknown.length === 0) return;
  throw new StoreOpenError(
    'newer',
    `${place} was written by a newer Kutip (it has "${unknown.at(-1)?.name}"); update Kutip, or give it another database.`,
  );
}
