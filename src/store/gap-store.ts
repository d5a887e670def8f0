import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { countVotes } from '../guilds/feedback.ts';
import type { GapDecision, GapQuestion } from '../guilds/gaps.ts';
import {
  gapQuestionsMax,
  keptQuestionLengthMax,
  lessonsMax,
  type DecideOutcome,
  type GapStore,
  type ModeratorAct,
} from '../guilds/guild-store.ts';
import { placeColumns } from './lesson-store.ts';
import type { Database } from './schema.ts';
import { toStoredText } from './stored-text.ts';

type Teaching = Parameters<GapStore['teachGap']>[0];

/** Gaps and what moderators decided about them, in the database. */
export function createGapStore(db: Kysely<Database>): GapStore {
  return {
    gapQuestions: async (guildId) => readGapQuestions(db, guildId),
    gapDecisions: async (guildId) => readDecisions(db, guildId),
    dismissGap: async (act) => {
      const decisionId = randomUUID();
      return inOneGo(db, async (tx) => {
        await insertDecision(tx, { ...act, decisionId, kind: 'dismissed' });
        const covered = await coverQuestions(tx, decisionId, act);
        return covered === 0 ? { ok: false, reason: 'already-decided' } : { ok: true, decisionId };
      });
    },
    teachGap: async (act) => inOneGo(db, async (tx) => teach(tx, act)),
    undoDecision: async (act) => db.transaction().execute(async (tx) => undo(tx, act)),
  };
}

/** A transaction that a refusal takes back. */
async function inOneGo(
  db: Kysely<Database>,
  decide: (tx: Kysely<Database>) => Promise<DecideOutcome>,
): Promise<DecideOutcome> {
  const tx = await db.startTransaction().execute();
  try {
    const outcome = await decide(tx);
    await (outcome.ok ? tx.commit() : tx.rollback()).execute();
    return outcome;
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute();
    throw error;
  }
}

async function readGapQuestions(db: Kysely<Database>, guildId: string): Promise<readonly GapQuestion[]> {
  const rows = await db
    .selectFrom('kept_questions')
    .select(['question_id', 'question', 'asked_at', 'unanswered', 'decision_id'])
    .where('guild_id', '=', guildId)
    .where((where) =>
      where.or([
        where('unanswered', '=', 1),
        where.exists(
          where
            .selectFrom('votes')
            .select('member_id')
            .whereRef('votes.question_id', '=', 'kept_questions.question_id')
            .where('value', '=', 'down'),
        ),
      ]),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('question_id', 'desc')
    .limit(gapQuestionsMax)
    .execute();
  const tallies = await db
    .selectFrom('votes')
    .innerJoin('kept_questions', 'kept_questions.question_id', 'votes.question_id')
    .select(({ fn }) => ['votes.question_id', 'value', 'reason', fn.countAll<number>().as('count')])
    .where('guild_id', '=', guildId)
    .groupBy(['votes.question_id', 'value', 'reason'])
    .execute();
  const talliesOf = Map.groupBy(tallies, (tally) => tally.question_id);
  return rows.map((row) => ({
    questionId: row.question_id,
    text: row.question,
    askedAtMs: row.asked_at,
    unanswered: row.unanswered === 1,
    votes: countVotes(talliesOf.get(row.question_id) ?? []),
    ...(row.decision_id === null ? {} : { decisionId: row.decision_id }),
  }));
}

async function readDecisions(db: Kysely<Database>, guildId: string): Promise<readonly GapDecision[]> {
  const rows = await db
    .selectFrom('gap_decisions')
    .select(['decision_id', 'kind', 'decided_by', 'decided_at'])
    .where('guild_id', '=', guildId)
    .where('undone_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .orderBy('decision_id')
    .execute();
  return rows.map((row) => ({
    decisionId: row.decision_id,
    kind: row.kind,
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    decidedAtMs: row.decided_at,
  }));
}

async function insertDecision(
  tx: Kysely<Database>,
  decision: ModeratorAct & { readonly decisionId: string; readonly kind: GapDecision['kind'] },
): Promise<void> {
  await tx
    .insertInto('gap_decisions')
    .values({
      decision_id: decision.decisionId,
      guild_id: decision.guildId,
      kind: decision.kind,
      decided_by: decision.by,
      decided_at: decision.atMs,
      undone_by: null,
      undone_at: null,
      // A dismissal is over at once; a lesson when it is undone.
      over_at: decision.kind === 'dismissed' ? decision.atMs : null,
    })
    .execute();
}

/** Gives how many of the questions were still undecided, and are now under this decision. */
async function coverQuestions(
  tx: Kysely<Database>,
  decisionId: string,
  act: ModeratorAct & { readonly questionIds: readonly string[] },
): Promise<number> {
  if (act.questionIds.length === 0) return 0;
  const result = await tx
    .updateTable('kept_questions')
    .set({ decision_id: decisionId })
    .where('guild_id', '=', act.guildId)
    .where('question_id', 'in', act.questionIds.slice(0, gapQuestionsMax))
    .where('decision_id', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

async function teach(tx: Kysely<Database>, act: Teaching): Promise<DecideOutcome> {
  const decisionId = randomUUID();
  await insertDecision(tx, { ...act, decisionId, kind: 'taught' });
  const covered = await coverQuestions(tx, decisionId, act);
  if (covered === 0 && act.questionIds.length > 0) return { ok: false, reason: 'already-decided' };
  if ((await countLessons(tx, act.guildId)) >= lessonsMax) return { ok: false, reason: 'too-many-lessons' };
  await tx
    .insertInto('lessons')
    .values({ decision_id: decisionId, guild_id: act.guildId, is_stale: 0, ...placeColumns(act.place) })
    .execute();
  const wordings = await wordingsOf(tx, decisionId, act.ownWordings);
  if (wordings.length > 0) {
    await tx
      .insertInto('lesson_wordings')
      .values(
        wordings.map((wording, position) => ({
          decision_id: decisionId,
          position,
          guild_id: act.guildId,
          taught_at: act.atMs,
          ...wording,
        })),
      )
      .execute();
  }
  return { ok: true, decisionId };
}

async function countLessons(tx: Kysely<Database>, guildId: string): Promise<number> {
  const row = await tx
    .selectFrom('lessons')
    .innerJoin('gap_decisions', 'gap_decisions.decision_id', 'lessons.decision_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lessons.guild_id', '=', guildId)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Wordings of one lesson, at most; the moderator's own come first, then the newest. */
const lessonWordingsMax = 20;

async function wordingsOf(tx: Kysely<Database>, decisionId: string, own: readonly string[]) {
  const asked = await tx
    .selectFrom('kept_questions')
    .select(['question as wording', 'asked_by'])
    .where('decision_id', '=', decisionId)
    .orderBy('asked_at', 'desc')
    .orderBy('question_id')
    .execute();
  const all = [
    ...own.map((wording) => ({ wording: toStoredText(wording, keptQuestionLengthMax), asked_by: null })),
    ...asked,
  ];
  // Several members may have asked in the same words: those stay with the first of them.
  const distinct = new Map(all.toReversed().map((each) => [each.wording, each]));
  return [...distinct.values()].toReversed().slice(0, lessonWordingsMax);
}

async function undo(
  tx: Kysely<Database>,
  act: ModeratorAct & { readonly decisionId: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('gap_decisions')
    .set({ undone_by: act.by, undone_at: act.atMs, over_at: act.atMs })
    .where('decision_id', '=', act.decisionId)
    .where('guild_id', '=', act.guildId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await tx
    .updateTable('kept_questions')
    .set({ decision_id: null })
    .where('decision_id', '=', act.decisionId)
    .execute();
  return true;
}
