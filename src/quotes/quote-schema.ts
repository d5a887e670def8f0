/**
 * What was kept as JSON enters, quotes and events leave: nothing unchecked from a database or a file
 * reaches the rules.
 */
import { z } from 'zod';
import type { QuoteEvent } from './quote-event.ts';
import type { StoredSchedule } from './quote-store.ts';
import { noteLengthMax, postsMax, quoteSpansMax, reasonLengthMax } from './quote.ts';
import type { Quote, QuoteBody, QuoteSituation, Snapshot } from './quote.ts';

const offset = z.int().min(0);
const moment = z.int();
const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const snowflake = z.string().min(1).max(40);
const reason = z.string().min(1).max(reasonLengthMax);
const note = z.string().min(1).max(noteLengthMax);
const articleId = z.string().min(1).max(100);

const spanSchema = z
  .strictObject({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, 'a span ends behind its start');

const kindSchema = z.enum(['title', 'summary', 'heading', 'paragraph', 'list-item']);

const quoteSpanSchema = z
  .strictObject({
    start: offset,
    end: offset,
    kind: kindSchema,
    paragraph: z.int().min(0),
    firstSentence: z.int().min(1),
    lastSentence: z.int().min(1),
    sha256: digest,
  })
  .refine(({ start, end }) => start < end, 'a span ends behind its start');

/** A body as it is kept: places and digests, no words. */
export const bodySchema = z.strictObject({
  articleId,
  version: digest,
  spans: z.array(quoteSpanSchema).min(1).max(quoteSpansMax).readonly(),
  speaker: spanSchema.exactOptional(),
}) satisfies z.ZodType<QuoteBody>;

const stateSchema = z.enum([
  'suggested',
  'approved',
  'scheduled',
  'posting',
  'posted',
  'corrected',
  'withdrawn',
  'rejected',
]);
const causeSchema = z.enum(['moderator', 'source-changed', 'snapshot-damaged']);

const situationShape = {
  state: stateSchema,
  body: bodySchema,
  note: note.exactOptional(),
  approvedBy: snowflake.exactOptional(),
  dueAtMs: moment.exactOptional(),
  attempt: z
    .strictObject({
      channelId: snowflake,
      nonce: z.string().min(1).max(25),
      startedAtMs: moment,
      from: z.enum(['approved', 'scheduled', 'posted', 'corrected']),
    })
    .exactOptional(),
  posts: z
    .array(z.strictObject({ channelId: snowflake, messageId: snowflake, postedAtMs: moment }))
    .max(postsMax),
  rejection: z
    .strictObject({ by: snowflake, reason: reason.exactOptional(), isRetracted: z.boolean() })
    .exactOptional(),
  withdrawal: z
    .strictObject({
      by: snowflake,
      mode: z.enum(['tombstone', 'deleted', 'deleted-by-hand']),
      reason: reason.exactOptional(),
    })
    .exactOptional(),
  keptBeside: digest.exactOptional(),
  correctedFrom: digest.exactOptional(),
  frozen: causeSchema.exactOptional(),
  lastFailure: reason.exactOptional(),
  adjustedBy: snowflake.exactOptional(),
};

const situationSchema = z.strictObject(situationShape) satisfies z.ZodType<QuoteSituation>;

/** A quote as the store keeps it. */
export const quoteSchema = z.strictObject({
  ...situationShape,
  guildId: snowflake,
  number: z.int().min(1),
  suggestedBy: snowflake,
  suggestedAtMs: moment,
  revision: z.int().min(1),
  lastChange: z
    .strictObject({
      kind: z.enum([
        'adjusted',
        'annotated',
        'approved',
        'scheduled',
        'unscheduled',
        'rejected',
        'withdrawn',
        'corrected',
        'kept',
        'undone',
      ]),
      by: snowflake,
      before: situationSchema,
    })
    .exactOptional(),
}) satisfies z.ZodType<Quote>;

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('suggested'),
    body: bodySchema,
    isImported: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('adjusted'), body: bodySchema }),
  z.strictObject({ kind: z.literal('annotated'), note: note.exactOptional() }),
  z.strictObject({ kind: z.literal('approved'), dueAtMs: moment.exactOptional() }),
  z.strictObject({ kind: z.literal('scheduled'), dueAtMs: moment }),
  z.strictObject({ kind: z.literal('unscheduled') }),
  z.strictObject({ kind: z.literal('rejected'), reason: reason.exactOptional(), isRetracted: z.boolean() }),
  z.strictObject({
    kind: z.literal('posting-begun'),
    channelId: snowflake,
    nonce: z.string().min(1).max(25),
  }),
  z.strictObject({
    kind: z.literal('posted'),
    messageId: snowflake,
    isFound: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('posting-failed'), reason, retryAtMs: moment.exactOptional() }),
  z.strictObject({
    kind: z.literal('withdrawn'),
    mode: z.enum(['tombstone', 'deleted']),
    reason: reason.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('corrected'), body: bodySchema }),
  z.strictObject({ kind: z.literal('kept'), note, besideVersion: digest.exactOptional() }),
  z.strictObject({ kind: z.literal('undone'), restored: situationSchema }),
  z.strictObject({ kind: z.literal('deleted-by-hand'), messageId: snowflake }),
  z.strictObject({ kind: z.literal('relocated'), body: bodySchema }),
  z.strictObject({ kind: z.literal('frozen'), cause: causeSchema }),
  z.strictObject({ kind: z.literal('unfrozen') }),
]);

/** An event as the log keeps it. */
export const eventSchema = z.strictObject({
  guildId: snowflake,
  number: z.int().min(1),
  revision: z.int().min(1),
  atMs: moment,
  actor: z.strictObject({
    id: snowflake,
    role: z.enum(['member', 'moderator', 'administrator', 'system']),
  }),
  change: changeSchema,
}) satisfies z.ZodType<QuoteEvent>;

/** A snapshot as the store keeps it. */
export const snapshotSchema = z.strictObject({
  articleId,
  title: z.string(),
  language: z.enum(['id', 'en']),
  author: z.string().exactOptional(),
  publisher: z.string().exactOptional(),
  published: z.string().exactOptional(),
  url: z.string().exactOptional(),
  licence: z.string().exactOptional(),
  text: z.string(),
  version: digest,
  blocks: z.array(
    z.strictObject({
      start: offset,
      end: offset,
      index: z.int().min(0),
      kind: kindSchema,
      paragraph: z.int().min(0),
      headingIndex: z.int().min(0).exactOptional(),
      sentences: z.array(z.strictObject({ start: offset, end: offset, number: z.int().min(1) })),
    }),
  ),
}) satisfies z.ZodType<Snapshot>;

const cadenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily') }),
  z.strictObject({ kind: z.literal('weekdays') }),
  z.strictObject({ kind: z.literal('weekly'), weekday: z.literal([1, 2, 3, 4, 5, 6, 7]) }),
]);

/** A schedule as the store keeps it. */
export const storedScheduleSchema = z.strictObject({
  guildId: snowflake,
  channelId: snowflake,
  schedule: z.strictObject({
    cadence: cadenceSchema,
    hour: z.int().min(0).max(23),
    minute: z.int().min(0).max(59),
    timeZone: z.string().min(1).max(64),
    missed: z.enum(['skip', 'post-one']),
    isPaused: z.boolean(),
  }),
  lastRunMs: moment,
  bag: z.strictObject({
    round: z.int().min(1),
    drawn: z.array(z.int().min(1)),
    last: z.int().min(1).exactOptional(),
  }),
  lowToldAtMs: moment.exactOptional(),
  nothingToldAtMs: moment.exactOptional(),
  revision: z.int().min(1),
}) satisfies z.ZodType<StoredSchedule>;
