import { z } from 'zod';
import type { PageOption } from '../page-protocol.ts';

const id = z.string().regex(/^\d{1,20}$/);
const text = z.string().max(10_000);
const customId = z.string().max(100);
const optionsMax = 25;

/** Options nest two levels deep at most: group, subcommand, option. */
const leaf = z.object({
  name: z.string().max(32),
  type: z.int().min(1).max(11),
  value: z.union([text, z.number(), z.boolean()]).exactOptional(),
  focused: z.boolean().exactOptional(),
  file: z
    .object({ name: z.string().min(1).max(255), contentType: z.string().max(255), base64: z.base64() })
    .exactOptional(),
});
const middle = leaf.extend({ options: z.array(leaf).max(optionsMax).exactOptional() });
const option: z.ZodType<PageOption> = leaf.extend({
  options: z.array(middle).max(optionsMax).exactOptional(),
});

const who = { user: id, channel: id };
const commandName = z.string().min(1).max(32);

const act = z.discriminatedUnion('type', [
  z.object({ ...who, type: z.literal('send'), content: text, replyTo: id.exactOptional() }),
  z.object({ ...who, type: z.literal('edit'), message: id, content: text }),
  z.object({ ...who, type: z.literal('delete'), message: id }),
  z.object({ ...who, type: z.literal('dismiss'), message: id }),
  z.object({
    ...who,
    type: z.literal('react'),
    message: id,
    emoji: z.string().max(100),
    remove: z.boolean().exactOptional(),
  }),
  z.object({
    ...who,
    type: z.literal('command'),
    command: commandName,
    options: z.array(option).max(optionsMax),
    target: id.exactOptional(),
  }),
  z.object({
    ...who,
    type: z.literal('autocomplete'),
    command: commandName,
    options: z.array(option).max(optionsMax),
  }),
  z.object({
    ...who,
    type: z.literal('component'),
    message: id,
    customId,
    values: z.array(z.string().max(100)).max(optionsMax).exactOptional(),
  }),
  z.object({
    ...who,
    type: z.literal('modal'),
    interaction: id,
    customId,
    fields: z
      .array(z.object({ customId, value: text, values: z.array(text).max(optionsMax).exactOptional() }))
      .max(40),
  }),
]);

export type CheckedAct = z.infer<typeof act>;

/** Checks what came from the page. @throws Error naming the first fault. */
export function readAct(body: unknown): CheckedAct {
  const result = act.safeParse(body);
  if (result.success) return result.data;
  throw new Error(z.prettifyError(result.error).split('\n')[0] ?? 'That cannot be read.');
}
