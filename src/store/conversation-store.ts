import type { Kysely, Selectable } from 'kysely';
import {
  previousQuestionsMax,
  rememberedQuestionLengthMax,
  type Claim,
  type ConversationPlace,
  type ConversationStore,
  type Turn,
  type TurnRevision,
} from '../conversation/conversation-store.ts';
import type { Database } from './schema.ts';
import { toStoredText } from './stored-text.ts';

const unfinishedClaimsMax = 100;

/** Conversations in the database. */
export function createConversationStore(db: Kysely<Database>): ConversationStore {
  return { ...claimMethods(db), ...turnMethods(db), ...threadMethods(db) };
}

type ClaimMethods = Pick<
  ConversationStore,
  'claim' | 'claimInteraction' | 'finish' | 'unfinishedClaims' | 'takeOver'
>;

function claimMethods(db: Kysely<Database>): ClaimMethods {
  return {
    claim: async (claim) => {
      const result = await db
        .insertInto('claims')
        .values({
          message_id: claim.messageId,
          channel_id: claim.channelId,
          guild_id: claim.guildId ?? null,
          claimed_at: claim.claimedAtMs,
          finished: 0,
        })
        .onConflict((conflict) => conflict.column('message_id').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    claimInteraction: async ({ interactionId, guildId, claimedAtMs }) => {
      const result = await db
        .insertInto('interaction_claims')
        .values({ interaction_id: interactionId, guild_id: guildId ?? null, claimed_at: claimedAtMs })
        .onConflict((conflict) => conflict.column('interaction_id').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    finish: async (messageId) => {
      await db.updateTable('claims').set({ finished: 1 }).where('message_id', '=', messageId).execute();
    },
    unfinishedClaims: async ({ sinceMs, beforeMs }) => {
      const rows = await db
        .selectFrom('claims')
        .selectAll()
        .where('finished', '=', 0)
        .where('claimed_at', '>=', sinceMs)
        .where('claimed_at', '<', beforeMs)
        .orderBy('claimed_at')
        .orderBy('message_id')
        .limit(unfinishedClaimsMax)
        .execute();
      return rows.map(toClaim);
    },
    takeOver: async (claim, nowMs) => {
      const result = await db
        .updateTable('claims')
        .set({ claimed_at: nowMs })
        .where('message_id', '=', claim.messageId)
        .where('claimed_at', '=', claim.claimedAtMs)
        .where('finished', '=', 0)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}

function toClaim(row: Selectable<Database['claims']>): Claim {
  return {
    messageId: row.message_id,
    channelId: row.channel_id,
    ...(row.guild_id === null ? {} : { guildId: row.guild_id }),
    claimedAtMs: row.claimed_at,
  };
}

type TurnMethods = Pick<
  ConversationStore,
  'recordTurn' | 'reviseTurn' | 'removeTurn' | 'turnOfQuestion' | 'turnOfAnswer' | 'previousQuestions'
>;

function turnMethods(db: Kysely<Database>): TurnMethods {
  return {
    recordTurn: async (turn) => db.transaction().execute(async (tx) => recordTurn(tx, turn)),
    reviseTurn: async (questionId, revision) => {
      const result = await db
        .updateTable('turns')
        .set(revisedColumns(revision))
        .where('question_id', '=', questionId)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    removeTurn: async (questionId) => {
      const row = await db
        .deleteFrom('turns')
        .where('question_id', '=', questionId)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : toTurn(row);
    },
    turnOfQuestion: async (questionId) => findTurn(db, 'question_id', questionId),
    turnOfAnswer: async (answerId) => findTurn(db, 'answer_id', answerId),
    previousQuestions: async (place, { sinceMs, beforeMs = Number.MAX_SAFE_INTEGER, count }) => {
      const rows = await questionsIn(db, place)
        .where('asked_at', '>=', sinceMs)
        .where('asked_at', '<', beforeMs)
        .orderBy('asked_at', 'desc')
        .orderBy('question_id', 'desc')
        .limit(Math.min(count, previousQuestionsMax))
        .execute();
      return rows.map((row) => row.question).toReversed();
    },
  };
}

async function recordTurn(db: Kysely<Database>, turn: Turn): Promise<boolean> {
  const result = await db
    .insertInto('turns')
    .values({
      question_id: turn.questionId,
      answer_id: turn.answerId ?? null,
      guild_id: turn.guildId ?? null,
      channel_id: turn.channelId,
      thread_id: turn.threadId ?? null,
      asked_by: turn.askedBy,
      asked_at: turn.askedAtMs,
      ...revisedColumns(turn),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  if (turn.threadId !== undefined) {
    await db
      .updateTable('threads')
      .set((row) => ({ answer_count: row('answer_count', '+', 1), last_used_at: turn.askedAtMs }))
      .where('thread_id', '=', turn.threadId)
      .execute();
  }
  return true;
}

function revisedColumns(revision: TurnRevision) {
  return {
    question: toStoredText(revision.question, rememberedQuestionLengthMax),
    verdict: revision.verdict,
    article_id: revision.shown?.articleId ?? null,
    article_version: revision.shown?.version ?? null,
    passage_id: revision.shown?.passageId ?? null,
    corpus_version: revision.corpusVersion,
  };
}

async function findTurn(
  db: Kysely<Database>,
  column: 'question_id' | 'answer_id',
  id: string,
): Promise<Turn | undefined> {
  const row = await db.selectFrom('turns').selectAll().where(column, '=', id).executeTakeFirst();
  return row === undefined ? undefined : toTurn(row);
}

function questionsIn(db: Kysely<Database>, place: ConversationPlace) {
  const turns = db.selectFrom('turns').select('question');
  return 'threadId' in place
    ? turns.where('thread_id', '=', place.threadId)
    : turns
        .where('thread_id', 'is', null)
        .where('channel_id', '=', place.channelId)
        .where('asked_by', '=', place.askedBy);
}

function toTurn(row: Selectable<Database['turns']>): Turn {
  const { article_id: articleId, article_version: version, passage_id: passageId } = row;
  return {
    questionId: row.question_id,
    ...(row.answer_id === null ? {} : { answerId: row.answer_id }),
    ...(row.guild_id === null ? {} : { guildId: row.guild_id }),
    channelId: row.channel_id,
    ...(row.thread_id === null ? {} : { threadId: row.thread_id }),
    askedBy: row.asked_by,
    question: row.question,
    askedAtMs: row.asked_at,
    verdict: row.verdict,
    ...(articleId === null || version === null || passageId === null
      ? {}
      : { shown: { articleId, version, passageId } }),
    corpusVersion: row.corpus_version,
  };
}

type ThreadMethods = Pick<ConversationStore, 'thread' | 'openThread' | 'stepIn' | 'stepOut'>;

function threadMethods(db: Kysely<Database>): ThreadMethods {
  const setSteppedIn = async (threadId: string, atMs: number | null) => {
    await db.updateTable('threads').set({ stepped_in_at: atMs }).where('thread_id', '=', threadId).execute();
  };
  return {
    thread: async (threadId) => {
      const row = await db
        .selectFrom('threads')
        .selectAll()
        .where('thread_id', '=', threadId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        threadId: row.thread_id,
        answerCount: row.answer_count,
        ...(row.stepped_in_at === null ? {} : { moderatorSteppedInAtMs: row.stepped_in_at }),
      };
    },
    openThread: async ({ threadId, channelId, guildId, atMs }) => {
      await db
        .insertInto('threads')
        .values({
          thread_id: threadId,
          guild_id: guildId,
          channel_id: channelId,
          answer_count: 0,
          stepped_in_at: null,
          last_used_at: atMs,
        })
        .onConflict((conflict) => conflict.column('thread_id').doNothing())
        .execute();
    },
    stepIn: async (threadId, atMs) => setSteppedIn(threadId, atMs),
    stepOut: async (threadId) => setSteppedIn(threadId, null),
  };
}
