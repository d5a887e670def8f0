/** Why a post failed, as it is stored: facts, to be put into words for whoever reads them. */
import * as z from 'zod';

const channelId = z.string().regex(/^\d{1,20}$/u);
const permission = z.enum([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'AttachFiles',
]);
const problemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['no-channel', 'timed-out', 'unclear']) }),
  z.strictObject({ kind: z.literal('lacks-permissions'), permissions: z.array(permission) }),
  z.strictObject({ kind: z.literal('refused'), code: z.string().regex(/^[\w-]{1,40}$/u) }),
]);
const storedFailureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('board'), problem: problemSchema, channelId }),
  z.strictObject({
    kind: z.enum(['no-channel-chosen', 'cannot-tell', 'too-long', 'damaged']),
    channelId: channelId.exactOptional(),
  }),
]);

export type StoredFailure = z.infer<typeof storedFailureSchema>;

/** The facts; undefined where they are none, such as a sentence that an earlier version wrote. */
export function readFailure(stored: string): StoredFailure | undefined {
  try {
    const read = storedFailureSchema.safeParse(JSON.parse(stored));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
