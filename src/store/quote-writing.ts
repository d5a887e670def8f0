/** One decision about a quote, written whole: quote, event, snapshot, posts, what Discord still has to be told, schedule. */
import type { Kysely } from 'kysely';
import { owesEdits } from '../quotes/owed-edits.ts';
import type { QuoteEvent } from '../quotes/quote-event.ts';
import { renameInEvent, renameInQuote } from '../quotes/quote-people.ts';
import type { QuoteWrite, WriteOutcome } from '../quotes/quote-store.ts';
import type { Quote, Snapshot } from '../quotes/quote.ts';
import { putOwedEdits } from './quote-edits.ts';
import { numberPeople } from './quote-people.ts';
import { putSchedule } from './quote-schedules.ts';
import type { Database } from './schema.ts';
import { putImported } from './review-store.ts';
import { toStoredSnapshot } from './stored-snapshot.ts';

/** Rolls the transaction back; never leaves this file. */
class Conflict extends Error {}

export async function writeQuote(db: Kysely<Database>, write: QuoteWrite): Promise<WriteOutcome> {
  checkTogether(write);
  try {
    await db.transaction().execute(async (tx) => writeAll(tx, write));
    return 'written';
  } catch (error) {
    if (error instanceof Conflict) return 'conflict';
    throw error;
  }
}

function checkTogether({ quote, event }: QuoteWrite): void {
  const belong =
    quote.guildId === event.guildId && quote.number === event.number && quote.revision === event.revision;
  if (!belong) throw new Error(`Event ${event.revision} did not make quote #${quote.number}`);
}

async function writeAll(tx: Kysely<Database>, write: QuoteWrite): Promise<void> {
  const { quote, event, snapshot, wordsRevision, schedule } = write;
  // First of all: whoever else takes words waits here, and then sees that these are taken.
  if (wordsRevision !== undefined) await takeWords(tx, quote.guildId, wordsRevision);
  const numbers = await numberPeople(tx, quote.guildId, namedIn(quote, event), {
    userId: event.actor.id,
    atMs: event.atMs,
  });
  const rename = (userId: string): string => String(numbers.get(userId) ?? 0);
  await putQuote(tx, write, {
    suggestedBy: numbers.get(quote.suggestedBy) ?? 0,
    quote: JSON.stringify(renameInQuote(quote, rename)),
  });
  await tx
    .insertInto('quote_events')
    .values({
      guild_id: event.guildId,
      number: event.number,
      revision: event.revision,
      at: event.atMs,
      event: JSON.stringify(renameInEvent(event, rename)),
    })
    .execute();
  await putSnapshot(tx, quote, snapshot);
  await putPosts(tx, quote);
  if (owesEdits(quote, event)) await putOwedEdits(tx, event);
  if (event.change.kind === 'suggested' && event.change.isImported) await putImported(tx, quote);
  if (schedule !== undefined && (await putSchedule(tx, schedule)) === 'conflict') throw new Conflict();
}

async function takeWords(tx: Kysely<Database>, guildId: string, seen: number): Promise<void> {
  const result = await tx
    .updateTable('quote_counters')
    .set({ words_revision: seen + 1 })
    .where('guild_id', '=', guildId)
    .where('words_revision', '=', seen)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Conflict();
}

function namedIn(quote: Quote, event: QuoteEvent): string[] {
  const names: string[] = [];
  const note = (userId: string): string => {
    names.push(userId);
    return userId;
  };
  renameInQuote(quote, note);
  renameInEvent(event, note);
  return names;
}

async function putQuote(
  tx: Kysely<Database>,
  { quote, lease }: QuoteWrite,
  stored: { readonly suggestedBy: number; readonly quote: string },
): Promise<void> {
  const isPosting = quote.state === 'posting';
  const columns = {
    state: quote.state,
    revision: quote.revision,
    due_at: isPosting
      ? (quote.attempt?.startedAtMs ?? 0)
      : quote.state === 'scheduled'
        ? (quote.dueAtMs ?? 0)
        : null,
    is_frozen: quote.frozen === undefined ? (0 as const) : (1 as const),
    article_id: quote.body.articleId,
    article_version: quote.body.version,
    lease_holder: isPosting ? (lease?.holder ?? null) : null,
    lease_until: isPosting ? (lease?.untilMs ?? null) : null,
    quote: stored.quote,
  };
  if (quote.revision === 1) {
    const result = await tx
      .insertInto('quotes')
      .values({
        ...columns,
        guild_id: quote.guildId,
        number: quote.number,
        suggested_by: stored.suggestedBy,
        suggested_at: quote.suggestedAtMs,
      })
      .onConflict((conflict) => conflict.columns(['guild_id', 'number']).doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows !== 1n) throw new Conflict();
    return;
  }
  const result = await tx
    .updateTable('quotes')
    .set(columns)
    .where('guild_id', '=', quote.guildId)
    .where('number', '=', quote.number)
    .where('revision', '=', quote.revision - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Conflict();
}

async function putSnapshot(
  tx: Kysely<Database>,
  { guildId, number, body }: Quote,
  snapshot: Snapshot | undefined,
): Promise<void> {
  if (snapshot !== undefined) {
    await tx
      .insertInto('quote_snapshots')
      .values({
        guild_id: guildId,
        article_id: snapshot.articleId,
        version: snapshot.version,
        snapshot: toStoredSnapshot(snapshot),
      })
      // The same version is the same text: one that was damaged since is mended.
      .onConflict((conflict) =>
        conflict
          .columns(['guild_id', 'article_id', 'version'])
          .doUpdateSet({ snapshot: (row) => row.ref('excluded.snapshot') }),
      )
      .execute();
  }
  const kept = await tx
    .selectFrom('quote_snapshots')
    .select('version')
    .where('guild_id', '=', guildId)
    .where('article_id', '=', body.articleId)
    .where('version', '=', body.version)
    .executeTakeFirst();
  if (kept === undefined) throw new Error(`No snapshot of ${body.articleId} is kept for quote #${number}`);
}

/** Messages stay findable after their post is withdrawn. */
async function putPosts(tx: Kysely<Database>, { guildId, number, posts }: Quote): Promise<void> {
  if (posts.length === 0) return;
  await tx
    .insertInto('quote_posts')
    .values(posts.map(({ messageId }) => ({ message_id: messageId, guild_id: guildId, number })))
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .execute();
}
