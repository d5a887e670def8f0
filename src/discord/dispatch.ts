/**
 * Every interaction enters here and nowhere else. It is counted, routed to its command, answered in
 * time, timed, logged and caught: whatever happens, the person gets an answer and the process lives.
 */
import { randomBytes } from 'node:crypto';
import {
  MessageFlags,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type Interaction,
} from 'discord.js';
import type { Logger } from 'pino';
import { acknowledge, send, sendApart, type AnswerableInteraction, type Visibility } from './acknowledge.ts';
import type { ButtonHandler, ButtonHandlers, Command, CommandInteraction } from './command.ts';
import type { Cooldown } from './cooldown.ts';
import { parseCustomId } from './custom-id.ts';
import { isInteractionGone } from './discord-errors.ts';
import { choicesMax } from './limits.ts';
import { toMessagePayload, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor } from './texts/texts.ts';

export interface DispatchOptions {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly cooldown: Cooldown;
}

export interface Dispatch {
  /** Answers one interaction. Never rejects. */
  handle(interaction: Interaction): Promise<void>;
  /** From now on, whoever asks is told that the bot is restarting. */
  close(): void;
  /** Waits until nothing runs any more, at most that many milliseconds; gives back how many still run. */
  settle(timeoutMs: number): Promise<number>;
}

/** Discord may deliver an event twice; so many interactions are remembered to notice. */
const rememberedMax = 1000;

interface Route {
  readonly services: Services;
  readonly log: Logger;
  readonly cooldown: Cooldown;
  readonly commands: ReadonlyMap<string, Command>;
  readonly buttons: ButtonHandlers;
  readonly isClosed: boolean;
}

/** @throws {Error} where two commands, or two of their buttons, have the same name. */
export function createDispatch({ commands, services, cooldown }: DispatchOptions): Dispatch {
  const byName = indexCommands(commands);
  const buttons = collectButtons(commands);
  const running = new Set<Promise<void>>();
  const seen = new Set<string>();
  let isClosed = false;
  return {
    handle: async (interaction) => {
      const log = services.log.child({ interactionId: interaction.id });
      if (!remember(seen, interaction.id)) {
        log.debug('interaction delivered again');
        return;
      }
      const route = { services: { ...services, log }, log, cooldown, commands: byName, buttons, isClosed };
      const work = handleLogged(interaction, route);
      running.add(work);
      await work;
      running.delete(work);
    },
    close: () => {
      isClosed = true;
    },
    settle: async (timeoutMs) => {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([waitForAll(running), timeout]);
      clearTimeout(timer);
      return running.size;
    },
  };
}

async function handleLogged(interaction: Interaction, route: Route): Promise<void> {
  const started = route.services.now();
  const facts = { kind: kindOf(interaction), guildId: interaction.guildId ?? undefined };
  try {
    const outcome = await answer(interaction, route);
    route.log.info({ ...facts, outcome, ms: route.services.now() - started }, 'interaction handled');
  } catch (error) {
    if (isInteractionGone(error)) {
      const ms = route.services.now() - started;
      route.log.warn({ ...facts, code: error.code, ms }, 'interaction was past answering');
      return;
    }
    const reference = randomBytes(4).toString('hex');
    route.log.error({ ...facts, err: error, reference }, 'interaction failed');
    await replyWithReference(interaction, reference, route.log);
  }
}

/** Routes one interaction; gives back what became of it, for the log. */
async function answer(interaction: Interaction, route: Route): Promise<string> {
  if (interaction.isAutocomplete()) {
    return suggest(interaction, route);
  }
  if (interaction.isButton()) {
    return press(interaction, route);
  }
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    return run(interaction, route);
  }
  // Nothing of ours; an older version may have left it behind.
  if (interaction.isRepliable()) {
    const payload = toMessagePayload({ content: textsFor(interaction.locale).problems.unknownButton });
    await interaction.reply({ ...payload, flags: payload.flags | MessageFlags.Ephemeral });
  }
  return 'unknown';
}

async function run(interaction: CommandInteraction, route: Route): Promise<string> {
  const { problems } = textsFor(interaction.locale);
  const command = route.commands.get(keyOf(interaction.commandType, interaction.commandName));
  const refusal = await refuse(interaction, command?.isLight ? 'button' : 'command', route);
  if (refusal || !command) {
    await send(interaction, 'private', { content: refusal?.content ?? problems.unknownCommand });
    return refusal?.outcome ?? 'unknown';
  }
  const visibility = command.isPrivate(interaction) ? 'private' : 'public';
  await acknowledge(interaction, visibility, () => command.execute(interaction, route.services));
  return 'replied';
}

async function press(interaction: ButtonInteraction, route: Route): Promise<string> {
  const meaning = parseCustomId(interaction.customId);
  const handler: ButtonHandler | undefined = meaning && route.buttons[meaning.kind];
  const refusal = await refuse(interaction, 'button', route);
  if (refusal || !meaning || !handler) {
    const { unknownButton } = textsFor(interaction.locale).problems;
    await send(interaction, 'private', { content: refusal?.content ?? unknownButton });
    return refusal?.outcome ?? 'unknown';
  }
  const visibility = visibilityOf(handler, interaction);
  await acknowledge(interaction, visibility, () => handler.execute(interaction, meaning, route.services));
  return 'replied';
}

/** Suggestions are a convenience: refused, unknown or failed ones are simply none. */
async function suggest(interaction: AutocompleteInteraction, route: Route): Promise<string> {
  const command = route.commands.get(keyOf(interaction.commandType, interaction.commandName));
  const waitSeconds = await route.cooldown.wait('autocomplete', interaction.user.id);
  if (route.isClosed || waitSeconds !== undefined || !command?.autocomplete) {
    await interaction.respond([]);
    return 'no suggestions';
  }
  const choices = await command.autocomplete(interaction, route.services);
  await interaction.respond(choices.slice(0, choicesMax));
  return 'suggested';
}

/** Why this may not run now, in words for the person; undefined where it may. */
async function refuse(
  interaction: AnswerableInteraction,
  act: 'command' | 'button',
  { isClosed, cooldown }: Route,
): Promise<(Reply & { outcome: string }) | undefined> {
  const { problems } = textsFor(interaction.locale);
  if (isClosed) {
    return { content: problems.restarting, outcome: 'restarting' };
  }
  const seconds = await cooldown.wait(act, interaction.user.id);
  return seconds === undefined ? undefined : { content: problems.coolDown(seconds), outcome: 'cooldown' };
}

/** Turning somebody else's page would take it from under their eyes. */
function visibilityOf(handler: ButtonHandler, interaction: ButtonInteraction): Visibility {
  const isOwn = interaction.message.interactionMetadata?.user.id === interaction.user.id;
  return handler.effect === 'turn-page' && isOwn ? 'update' : 'private';
}

async function replyWithReference(interaction: Interaction, reference: string, log: Logger): Promise<void> {
  try {
    if (interaction.isAutocomplete()) {
      if (!interaction.responded) {
        await interaction.respond([]);
      }
    } else if (
      interaction.isChatInputCommand() ||
      interaction.isMessageContextMenuCommand() ||
      interaction.isButton()
    ) {
      const reply = { content: textsFor(interaction.locale).problems.failed(reference) };
      await sendApart(interaction, reply);
    }
  } catch (error) {
    const level = isInteractionGone(error) ? 'warn' : 'error';
    log[level]({ err: error, reference }, 'error reply could not be sent');
  }
}

function indexCommands(commands: readonly Command[]): Map<string, Command> {
  const byName = new Map<string, Command>();
  for (const command of commands) {
    const key = keyOf(command.data.type ?? 1, command.data.name);
    if (byName.has(key)) {
      throw new Error(`Two commands are called ${command.data.name}`);
    }
    byName.set(key, command);
  }
  return byName;
}

function collectButtons(commands: readonly Command[]): ButtonHandlers {
  const kinds = commands.flatMap(({ buttons = {} }) => Object.keys(buttons));
  if (new Set(kinds).size < kinds.length) {
    throw new Error('Two commands answer the same kind of button');
  }
  return commands.reduce<ButtonHandlers>((all, { buttons }) => ({ ...all, ...buttons }), {});
}

function keyOf(type: number, name: string): string {
  return `${type}:${name}`;
}

/** A constant for the log: never what a person typed. */
function kindOf(interaction: Interaction): string {
  if (interaction.isButton()) {
    return `button ${parseCustomId(interaction.customId)?.kind ?? 'unknown'}`;
  }
  if (interaction.isAutocomplete()) {
    return `autocomplete ${interaction.commandName}`;
  }
  return interaction.isCommand() ? `command ${interaction.commandName}` : `type ${interaction.type}`;
}

/** False where the ID is known already. */
function remember(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) {
    return false;
  }
  seen.add(id);
  if (seen.size > rememberedMax) {
    // Sets keep their order: the first is the oldest.
    const [oldest = ''] = seen;
    seen.delete(oldest);
  }
  return true;
}

async function waitForAll(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) {
    await Promise.allSettled(running);
  }
}
