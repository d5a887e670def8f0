import type { PageActResult } from '../page-protocol.ts';
import { asWire, commandTypes } from '../world/protocol.ts';
import { isSettled } from '../world/interaction.ts';
import type { Actor } from './interaction-acts.ts';
import {
  findOfferedCommand,
  startCommand,
  startContextMenu,
  submitModal,
  useComponent,
} from './interaction-acts.ts';
import { react, remove, rewrite, say } from './message-acts.ts';
import { readAct } from './page-act-schema.ts';
import type { CheckedAct } from './page-act-schema.ts';
import type { PageParts } from './page-endpoints.ts';
import { until } from './until.ts';

/** Does what a person on the page wants. @throws Error with a sentence for them. */
export async function performAct(parts: PageParts, body: unknown): Promise<PageActResult> {
  const act = readAct(body);
  const { world, deadlines } = parts;
  const channel = world.channels.get(act.channel);
  if (channel === undefined) throw new Error('There is no such channel.');
  if (!world.users.has(act.user) || act.user === world.bot.id)
    throw new Error('There is nobody with that ID.');
  const actor: Actor = { world, deadlines, userId: act.user, channel };
  switch (act.type) {
    case 'send':
      return { type: 'done', id: say(actor, act.content, act.replyTo).api.id };
    case 'edit':
      rewrite(actor, act.message, act.content);
      return { type: 'done' };
    case 'delete':
    case 'dismiss':
      remove(actor, act.message);
      return { type: 'done' };
    case 'react':
      react(actor, { messageId: act.message, emoji: act.emoji, takeAway: act.remove ?? false });
      return { type: 'done' };
    case 'autocomplete':
      return complete(actor, act);
    case 'command':
    case 'component':
    case 'modal':
    default:
      return { type: 'interaction', interaction: startInteraction(actor, act).id };
  }
}

type Starting = Extract<CheckedAct, { type: 'command' | 'component' | 'modal' }>;

function startInteraction(actor: Actor, act: Starting) {
  if (act.type === 'component') {
    return useComponent(actor, { messageId: act.message, customId: act.customId, values: act.values });
  }
  if (act.type === 'modal') {
    const values = Object.fromEntries(
      act.fields.map((field) => [field.customId, field.values ?? field.value]),
    );
    return submitModal(actor, { interactionId: act.interaction, values });
  }
  const command = findOfferedCommand(actor, { nameOrId: act.command });
  return act.target === undefined
    ? startCommand(actor, { command, options: act.options })
    : startContextMenu(actor, { command, targetId: act.target });
}

/** Choices are the one thing the page waits for; none in time is an empty list, as in Discord's client. */
async function complete(
  actor: Actor,
  act: Extract<CheckedAct, { type: 'autocomplete' }>,
): Promise<PageActResult> {
  const { world } = actor;
  const command = findOfferedCommand(actor, { nameOrId: act.command, type: asWire(commandTypes.ChatInput) });
  const interaction = startCommand(actor, { command, options: act.options, autocomplete: true });
  await until(world, () => (isSettled(interaction) ? true : undefined));
  return { type: 'choices', choices: interaction.choices ?? [] };
}
