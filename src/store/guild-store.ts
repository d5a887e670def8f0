import type { Kysely } from 'kysely';
import type { DigestStore, GuildStore } from '../guilds/guild-store.ts';
import { createFeedbackStore } from './feedback-store.ts';
import { createGapStore } from './gap-store.ts';
import { createLessonStore } from './lesson-store.ts';
import type { Database } from './schema.ts';
import { createSettingsStore } from './settings-store.ts';

/** What servers chose and learned, in the database. */
export function createGuildStore(db: Kysely<Database>): GuildStore {
  return {
    ...createSettingsStore(db),
    ...createFeedbackStore(db),
    ...createGapStore(db),
    ...createLessonStore(db),
    ...createDigestStore(db),
  };
}

function createDigestStore(db: Kysely<Database>): DigestStore {
  return {
    claimDigest: async (guildId, week, atMs) => {
      const result = await db
        .insertInto('digests')
        .values({ guild_id: guildId, week, claimed_at: atMs })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
