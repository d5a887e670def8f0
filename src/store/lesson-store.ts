import type { Kysely } from 'kysely';
import { lessonsMax, type LessonStore } from '../guilds/guild-store.ts';
import type { Lesson, LessonPlace } from '../guilds/lessons.ts';
import type { Database } from './schema.ts';

/** Lessons in the database; `gap-store.ts` makes and undoes them. */
export function createLessonStore(db: Kysely<Database>): LessonStore {
  return {
    lessons: async (guildId) => readLessons(db, guildId),
    moveLesson: async (decisionId, fromVersion, place) => {
      const result = await standing(db, decisionId, fromVersion)
        .set({ ...placeColumns(place), is_stale: 0 })
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    markLessonStale: async (decisionId, fromVersion) => {
      const result = await standing(db, decisionId, fromVersion)
        .set({ is_stale: 1 })
        .where('is_stale', '=', 0)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}

export function placeColumns(place: LessonPlace) {
  return {
    article_id: place.articleId,
    article_version: place.version,
    passage_id: place.passageId,
    start_offset: place.start,
    end_offset: place.end,
    passage_text: place.text,
  };
}

/** The lesson, unless it was undone or stands at another version by now. */
function standing(db: Kysely<Database>, decisionId: string, version: string) {
  return db
    .updateTable('lessons')
    .where('decision_id', '=', decisionId)
    .where('article_version', '=', version)
    .where((where) =>
      where.exists(
        where
          .selectFrom('gap_decisions')
          .select('decision_id')
          .where('decision_id', '=', decisionId)
          .where('undone_at', 'is', null),
      ),
    );
}

async function readLessons(db: Kysely<Database>, guildId: string): Promise<readonly Lesson[]> {
  const rows = await db
    .selectFrom('lessons')
    .innerJoin('gap_decisions', 'gap_decisions.decision_id', 'lessons.decision_id')
    .selectAll('lessons')
    .select(['decided_by', 'decided_at'])
    .where('lessons.guild_id', '=', guildId)
    .where('undone_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .orderBy('lessons.decision_id')
    .limit(lessonsMax)
    .execute();
  const wordings = await db
    .selectFrom('lesson_wordings')
    .select(['decision_id', 'wording'])
    .where('guild_id', '=', guildId)
    .orderBy('position')
    .execute();
  const wordingsOf = Map.groupBy(wordings, (row) => row.decision_id);
  return rows.map((row) => ({
    decisionId: row.decision_id,
    guildId: row.guild_id,
    wordings: (wordingsOf.get(row.decision_id) ?? []).map(({ wording }) => wording),
    place: {
      articleId: row.article_id,
      version: row.article_version,
      passageId: row.passage_id,
      start: row.start_offset,
      end: row.end_offset,
      text: row.passage_text,
    },
    isStale: row.is_stale === 1,
    ...(row.decided_by === null ? {} : { taughtBy: row.decided_by }),
    taughtAtMs: row.decided_at,
  }));
}
