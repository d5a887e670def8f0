import type { Kysely } from 'kysely';
import { countVotes, worstFirst, type PassageFeedback, type Vote } from '../guilds/feedback.ts';
import {
  keptQuestionLengthMax,
  type FeedbackStore,
  type KeptQuestion,
  type VoteOutcome,
} from '../guilds/guild-store.ts';
import type { Database } from './schema.ts';
import { toStoredText } from './stored-text.ts';

type Ballot = Parameters<FeedbackStore['vote']>[0];

/** Kept questions and the votes on them in the database. */
export function createFeedbackStore(db: Kysely<Database>): FeedbackStore {
  return {
    keepQuestion: async (question) => keepQuestion(db, question),
    dropQuestion: async (questionId) => {
      await db.deleteFrom('kept_questions').where('question_id', '=', questionId).execute();
    },
    vote: async (ballot) => db.transaction().execute(async (tx) => castVote(tx, ballot)),
    withdrawVote: async (questionId, memberId) =>
      db.transaction().execute(async (tx) => withdrawVote(tx, questionId, memberId)),
    voteOf: async (questionId, memberId) => {
      const row = await db
        .selectFrom('votes')
        .select(['value', 'reason'])
        .where('question_id', '=', questionId)
        .where('member_id', '=', memberId)
        .executeTakeFirst();
      return row === undefined ? undefined : toVote(row);
    },
    votesOn: async (questionId) =>
      countVotes(
        await db
          .selectFrom('votes')
          .select(({ fn }) => ['value', 'reason', fn.countAll<number>().as('count')])
          .where('question_id', '=', questionId)
          .groupBy(['value', 'reason'])
          .execute(),
      ),
    feedback: async (guildId, sinceMs) => readFeedback(db, guildId, sinceMs),
  };
}

async function keepQuestion(db: Kysely<Database>, question: KeptQuestion): Promise<void> {
  const revised = {
    question: toStoredText(question.text, keptQuestionLengthMax),
    unanswered: question.unanswered ? (1 as const) : (0 as const),
    article_id: question.shown?.articleId ?? null,
    article_version: question.shown?.version ?? null,
    passage_id: question.shown?.passageId ?? null,
    corpus_version: question.corpusVersion,
  };
  await db
    .insertInto('kept_questions')
    .values({
      question_id: question.questionId,
      guild_id: question.guildId,
      asked_by: question.askedBy,
      asked_at: question.askedAtMs,
      decision_id: null,
      ...revised,
    })
    .onConflict((conflict) => conflict.column('question_id').doUpdateSet(revised))
    .execute();
}

async function castVote(tx: Kysely<Database>, ballot: Ballot): Promise<VoteOutcome> {
  const { questionId, memberId, vote } = ballot;
  if (!(await lockQuestion(tx, questionId))) {
    if (ballot.question?.questionId !== questionId) return 'too-old';
    await keepQuestion(tx, ballot.question);
  }
  const before = await tx
    .selectFrom('votes')
    .select(['value', 'reason'])
    .where('question_id', '=', questionId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  const row = { value: vote.value, reason: vote.value === 'down' ? (vote.reason ?? null) : null };
  if (before?.value === row.value && before.reason === row.reason) return 'unchanged';
  await tx
    .insertInto('votes')
    .values({ question_id: questionId, member_id: memberId, voted_at: ballot.atMs, ...row })
    .onConflict((conflict) =>
      conflict.columns(['question_id', 'member_id']).doUpdateSet({ ...row, voted_at: ballot.atMs }),
    )
    .execute();
  return before === undefined ? 'counted' : 'changed';
}

/** Holds the question for the rest of the transaction, so that votes on it come one after the other. */
async function lockQuestion(tx: Kysely<Database>, questionId: string): Promise<boolean> {
  const result = await tx
    .updateTable('kept_questions')
    .set({ question_id: questionId })
    .where('question_id', '=', questionId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

async function withdrawVote(tx: Kysely<Database>, questionId: string, memberId: string): Promise<boolean> {
  await lockQuestion(tx, questionId);
  const result = await tx
    .deleteFrom('votes')
    .where('question_id', '=', questionId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  if (result.numDeletedRows === 0n) return false;
  await tx
    .deleteFrom('kept_questions')
    .where('question_id', '=', questionId)
    .where('unanswered', '=', 0)
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('votes').select('member_id').where('question_id', '=', questionId)),
      ),
    )
    .execute();
  return true;
}

function toVote(row: Pick<Database['votes'], 'value' | 'reason'>): Vote {
  if (row.value === 'up') return { value: 'up' };
  return row.reason === null ? { value: 'down' } : { value: 'down', reason: row.reason };
}

async function readFeedback(
  db: Kysely<Database>,
  guildId: string,
  sinceMs: number,
): Promise<readonly PassageFeedback[]> {
  const rows = await db
    .selectFrom('votes')
    .innerJoin('kept_questions', 'kept_questions.question_id', 'votes.question_id')
    .select(({ fn }) => [
      'article_id',
      'article_version',
      'passage_id',
      'value',
      'reason',
      fn.countAll<number>().as('count'),
    ])
    .where('guild_id', '=', guildId)
    .where('voted_at', '>=', sinceMs)
    .where('passage_id', 'is not', null)
    .groupBy(['article_id', 'article_version', 'passage_id', 'value', 'reason'])
    .execute();
  const byPassage = Map.groupBy(rows, (row) => JSON.stringify([row.passage_id, row.article_version]));
  return worstFirst(
    [...byPassage.values()].map((tallies) => ({
      articleId: tallies[0]?.article_id ?? '',
      version: tallies[0]?.article_version ?? '',
      passageId: tallies[0]?.passage_id ?? '',
      votes: countVotes(tallies),
    })),
  );
}
