/**
 * What a server has added to the shared index: its lessons, and which articles it wants asked.
 * Read from the store once and kept in memory for the servers that ask most.
 */
import type { Logger } from 'pino';
import type { GuildStore } from '../guilds/guild-store.ts';
import { relocateLesson, type Lesson } from '../guilds/lessons.ts';
import { articlesAsked, type ArticleScope } from '../guilds/settings.ts';
import type { IndexOverlay, TaughtPassage } from '../retrieval/overlay-index.ts';
import type { PassageIndex } from '../retrieval/passage.ts';

/** Where a question was asked. */
export interface AskedAt {
  /** Absent outside servers. */
  readonly guildId?: string;
  /** For a thread, its parent. */
  readonly channelId: string;
}

export interface GuildKnowledge {
  /** The index as it answers there; the shared one itself where the server has added nothing. */
  indexFor(askedAt: AskedAt): Promise<PassageIndex>;
  /** The server's lessons have changed: they are read again with the next question. */
  refresh(guildId: string): void;
}

interface Parts {
  readonly index: PassageIndex;
  readonly guilds: GuildStore;
  readonly overlayIndex: (index: PassageIndex, overlay: IndexOverlay) => PassageIndex;
  readonly log: Logger;
  readonly now: () => number;
}

/** Servers kept in memory, at most. */
const guildsMax = 500;
/**
 * A server is served by one process, which is told of its changes; only /forget-me in a direct
 * message may happen in another, and is noticed after so long.
 */
const freshMs = 60_000;

interface Remembered {
  readonly taught: readonly TaughtPassage[];
  /** By scope, as text. */
  readonly indexes: Map<string, PassageIndex>;
  readonly readAtMs: number;
}

export function createGuildKnowledge({ index, guilds, overlayIndex, log, now }: Parts): GuildKnowledge {
  const remembered = new Map<string, Remembered>();

  async function recall(guildId: string): Promise<Remembered> {
    const known = remembered.get(guildId);
    if (known !== undefined && now() - known.readAtMs < freshMs) return known;
    const taught = await readLessons(index, { guilds, guildId, log });
    const fresh = { taught, indexes: new Map<string, PassageIndex>(), readAtMs: now() };
    remembered.delete(guildId);
    remembered.set(guildId, fresh);
    if (remembered.size > guildsMax) {
      // Maps keep their order: the first was read longest ago.
      const [oldest = ''] = remembered.keys();
      remembered.delete(oldest);
    }
    return fresh;
  }

  return {
    indexFor: async ({ guildId, channelId }) => {
      if (guildId === undefined) return index;
      const { settings } = await guilds.settings(guildId);
      const scope = articlesAsked(settings, channelId);
      const { taught, indexes } = await recall(guildId);
      if (taught.length === 0 && scope === 'all') return index;
      const key = keyOf(scope);
      const made = indexes.get(key) ?? overlayIndex(index, { taught, ...narrowed(scope) });
      indexes.set(key, made);
      return made;
    },
    refresh: (guildId) => void remembered.delete(guildId),
  };
}

function keyOf(scope: ArticleScope): string {
  return scope === 'all' ? '' : JSON.stringify(scope);
}

function narrowed(scope: ArticleScope): { articleIds?: readonly string[] } {
  return scope === 'all' ? {} : { articleIds: scope };
}

/** Lessons whose words still stand in an article; the store is told of those that moved or went stale. */
async function readLessons(
  index: PassageIndex,
  { guilds, guildId, log }: { guilds: GuildStore; guildId: string; log: Logger },
): Promise<readonly TaughtPassage[]> {
  const taught: TaughtPassage[] = [];
  for (const lesson of await guilds.lessons(guildId)) {
    const place = await relocate(index, guilds, lesson);
    if (place === undefined) {
      log.info({ guildId, decisionId: lesson.decisionId }, 'lesson is stale');
    } else if (lesson.wordings.length > 0) {
      const { passageId, start, end } = place;
      taught.push({ passageId, span: { start, end }, wordings: lesson.wordings });
    }
  }
  return taught;
}

async function relocate(index: PassageIndex, guilds: GuildStore, lesson: Lesson) {
  const { decisionId, place } = lesson;
  const found = relocateLesson(
    lesson,
    index.articles.get(place.articleId),
    ({ start, end }) =>
      index.passages.find(
        (passage) => passage.articleId === place.articleId && passage.start <= start && end <= passage.end,
      )?.id,
  );
  if (found.kind === 'stale') {
    if (!lesson.isStale) await guilds.markLessonStale(decisionId, place.version);
    return undefined;
  }
  if (found.kind === 'moved') {
    await guilds.moveLesson(decisionId, place.version, found.place);
    return found.place;
  }
  // Passages may be cut otherwise by a newer Kutip although the article is the same.
  return index.passage(place.passageId) === undefined ? undefined : place;
}
