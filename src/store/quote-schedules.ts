import type { Kysely, Selectable } from 'kysely';
import { storedScheduleSchema } from '../quotes/quote-schema.ts';
import { quotePageMax } from '../quotes/quote-store.ts';
import type { QuoteStore, StoredSchedule, WriteOutcome } from '../quotes/quote-store.ts';
import type { Database } from './schema.ts';
import { StoredValueError } from './stored-value-error.ts';

type ScheduleMethods = Pick<QuoteStore, 'schedule' | 'schedules' | 'saveSchedule' | 'removeSchedule'>;

export function scheduleMethods(db: Kysely<Database>): ScheduleMethods {
  return {
    schedule: async (guildId) => {
      const row = await db
        .selectFrom('quote_schedules')
        .selectAll()
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? undefined : toSchedule(row);
    },
    schedules: async (afterGuildId = '') => {
      const rows = await db
        .selectFrom('quote_schedules')
        .selectAll()
        .where('guild_id', '>', afterGuildId)
        .orderBy('guild_id')
        .limit(quotePageMax)
        .execute();
      return rows.map(toSchedule);
    },
    saveSchedule: async (schedule) => putSchedule(db, schedule),
    removeSchedule: async (guildId) => {
      await db.deleteFrom('quote_schedules').where('guild_id', '=', guildId).execute();
    },
  };
}

/** Compares and sets; used inside larger transactions too. */
export async function putSchedule(db: Kysely<Database>, schedule: StoredSchedule): Promise<WriteOutcome> {
  const { guildId, revision } = schedule;
  const json = JSON.stringify(schedule);
  if (revision === 1) {
    const result = await db
      .insertInto('quote_schedules')
      .values({ guild_id: guildId, revision, schedule: json })
      .onConflict((conflict) => conflict.column('guild_id').doNothing())
      .executeTakeFirst();
    return result.numInsertedOrUpdatedRows === 1n ? 'written' : 'conflict';
  }
  const result = await db
    .updateTable('quote_schedules')
    .set({ revision, schedule: json })
    .where('guild_id', '=', guildId)
    .where('revision', '=', revision - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? 'written' : 'conflict';
}

function toSchedule(row: Selectable<Database['quote_schedules']>): StoredSchedule {
  const result = storedScheduleSchema.safeParse(readJson(row.schedule));
  if (!result.success) throw new StoredValueError('schedule', row.guild_id);
  return result.data;
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
