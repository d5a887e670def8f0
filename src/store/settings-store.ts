import type { Kysely, Selectable } from 'kysely';
import type { SavedSettings, SettingsStore } from '../guilds/guild-store.ts';
import { settingsDefaults, validateSettings } from '../guilds/settings.ts';
import type { Database } from './schema.ts';
import { StoredValueError } from './stored-value-error.ts';

/** Servers' settings in the database; a revision guards each save. */
export function createSettingsStore(db: Kysely<Database>): SettingsStore {
  return {
    settings: async (guildId) => readSettings(db, guildId),
    saveSettings: async ({ guildId, settings, expectedRevision, changedBy, atMs }) => {
      const revision = expectedRevision + 1;
      const row = {
        settings: JSON.stringify(settings),
        retention_days: settings.retentionDays,
        revision,
        changed_by: changedBy,
        changed_at: atMs,
      };
      // The first save inserts; the later ones update the revision they were made from.
      const result =
        expectedRevision === 0
          ? await db
              .insertInto('guild_settings')
              .values({ guild_id: guildId, ...row })
              .onConflict((conflict) => conflict.column('guild_id').doNothing())
              .executeTakeFirst()
          : await db
              .updateTable('guild_settings')
              .set(row)
              .where('guild_id', '=', guildId)
              .where('revision', '=', expectedRevision)
              .executeTakeFirst();
      const saved = 'numUpdatedRows' in result ? result.numUpdatedRows : result.numInsertedOrUpdatedRows;
      return saved === 1n ? { ok: true, revision } : { ok: false, current: await readSettings(db, guildId) };
    },
  };
}

async function readSettings(db: Kysely<Database>, guildId: string): Promise<SavedSettings> {
  const row = await db
    .selectFrom('guild_settings')
    .selectAll()
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row === undefined ? { settings: settingsDefaults, revision: 0 } : toSavedSettings(row);
}

function toSavedSettings(row: Selectable<Database['guild_settings']>): SavedSettings {
  const outcome = validateSettings(parseJson(row.settings));
  if (!outcome.ok) throw new StoredValueError('guild_settings.settings', row.guild_id);
  return {
    settings: outcome.settings,
    revision: row.revision,
    ...(row.changed_by === null ? {} : { changedBy: row.changed_by }),
    changedAtMs: row.changed_at,
  };
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
