/**
 * Every interaction enters here and nowhere else. It is counted, routed to its command, answered in
 * time, timed, logged and caught: whatever happens, the person gets an answer and the process lives.
 */
import { randomBytes } from 'node:crypto';
import {
  MessageFlags,
  type AutocompleteInteraction,
  type Interaction,
  type Message,
  type ModalSubmitInteraction,
  type User,
} from 'discord.js';
import type { Logger } from 'pino';
import {
  acknowledge,
  hangsOnMessage,
  send,
  sendApart,
  type AnswerableInteraction,
  type Visibility,
} from './acknowledge.ts';
import type {
  ButtonHandler,
  ButtonHandlers,
  Command,
  CommandInteraction,
  ComponentInteraction,
  DialogHandler,
  DialogHandlers,
  DialogOpener,
} from './command.ts';
import type { Cooldown } from './cooldown.ts';
import { parseCustomId, type ButtonMeaning } from './custom-id.ts';
import { readDialog, toModal } from './dialog.ts';
import { isInteractionGone } from './discord-errors.ts';
import { choicesMax } from './limits.ts';
import { toMessagePayload, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor } from './texts/texts.ts';
import { typedIn, withTyped } from './typed-text.ts';

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
  readonly dialogs: DialogHandlers;
  readonly isClosed: boolean;
}

/** @throws {Error} where two commands, or two of their buttons, have the same name. */
export function createDispatch({ commands, services, cooldown }: DispatchOptions): Dispatch {
  const byName = indexCommands(commands);
  const buttons = collectButtons(commands);
  const dialogs = commands.reduce<DialogHandlers>((all, each) => ({ ...all, ...each.dialogs }), {});
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
      const own = { ...services, log };
      const route = { services: own, log, cooldown, commands: byName, buttons, dialogs, isClosed };
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

/**
 * False where another process that hears the same events acts upon it: this one stays silent. Choices while
 * somebody types change nothing, and each keystroke would be a row. A store that fails keeps nobody
 * waiting: what is decided twice is found out where it is written.
 */
async function claim(interaction: Interaction, { services, log }: Route): Promise<boolean> {
  if (interaction.isAutocomplete()) return true;
  try {
    return await services.store.conversations.claimInteraction({
      interactionId: interaction.id,
      ...(interaction.guildId !== null && { guildId: interaction.guildId }),
      claimedAtMs: services.now(),
    });
  } catch (err) {
    log.warn({ err }, 'interaction could not be claimed');
    return true;
  }
}

async function handleLogged(interaction: Interaction, route: Route): Promise<void> {
  const started = route.services.now();
  const facts = { kind: kindOf(interaction), guildId: interaction.guildId ?? undefined };
  if (!(await claim(interaction, route))) {
    route.log.info(facts, 'interaction left to another process');
    return;
  }
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
  if (interaction.isMessageComponent()) {
    return press(interaction, route);
  }
  if (interaction.isModalSubmit()) {
    return submit(interaction, route);
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
    const content = refusal?.content ?? problems.unknownCommand;
    await send(
      interaction,
      'private',
      withTyped({ content }, typedIn(interaction), textsFor(interaction.locale)),
    );
    return refusal?.outcome ?? 'unknown';
  }
  const visibility = (await command.isPrivate(interaction, route.services)) ? 'private' : 'public';
  await reply(interaction, { visibility, log: route.log }, () =>
    command.execute(interaction, route.services),
  );
  return 'replied';
}

async function press(interaction: ComponentInteraction, route: Route): Promise<string> {
  const meaning = parseCustomId(interaction.customId);
  const handler: ButtonHandler | DialogOpener | undefined = meaning && route.buttons[meaning.kind];
  const refusal = await refuse(interaction, 'button', route);
  if (refusal || !meaning || !handler) {
    const { unknownButton } = textsFor(interaction.locale).problems;
    await send(interaction, 'private', { content: refusal?.content ?? unknownButton });
    return refusal?.outcome ?? 'unknown';
  }
  if (handler.effect === 'open-dialog') {
    return openDialog(interaction, handler, meaning, route);
  }
  const visibility = handler.effect === 'turn-page' && isOwnMessage(interaction) ? 'update' : 'private';
  await reply(interaction, { visibility, log: route.log }, () =>
    handler.execute(interaction, meaning, route.services),
  );
  return 'replied';
}

async function openDialog(
  interaction: ComponentInteraction,
  opener: DialogOpener,
  meaning: ButtonMeaning,
  { services }: Route,
): Promise<string> {
  const dialog = await opener.open(interaction, meaning, services);
  if ('content' in dialog) {
    await send(interaction, 'private', dialog);
    return 'replied';
  }
  await interaction.showModal(toModal(dialog));
  return 'opened a dialog';
}

async function submit(interaction: ModalSubmitInteraction, route: Route): Promise<string> {
  const meaning = parseCustomId(interaction.customId);
  const handler: DialogHandler | undefined = meaning && route.dialogs[meaning.kind];
  const refusal = await refuse(interaction, 'button', route);
  const texts = textsFor(interaction.locale);
  const typed = typedIn(interaction);
  if (refusal || !meaning || !handler) {
    const content = refusal?.content ?? texts.problems.unknownButton;
    await send(interaction, 'private', withTyped({ content }, typed, texts));
    return refusal?.outcome ?? 'unknown';
  }
  const visibility = hangsOnMessage(interaction) && isOwnMessage(interaction) ? 'update' : 'private';
  await reply(interaction, { visibility, log: route.log }, async () => {
    const finished = await handler.execute(readDialog(interaction), meaning, route.services);
    return finished.isProblem ? withTyped(finished, typed, texts) : finished;
  });
  return 'replied';
}

/** Answers, and notes down what was said meanwhile; a note that fails is logged and keeps nobody waiting. */
async function reply(
  interaction: AnswerableInteraction,
  { visibility, log }: { visibility: Visibility; log: Logger },
  work: () => Promise<Reply>,
): Promise<void> {
  let note: Promise<void> | undefined;
  await acknowledge(interaction, visibility, async () => {
    const finished = await work();
    note = finished
      .remember?.()
      .catch((err: unknown) => log.error({ err }, 'answer could not be remembered'));
    return finished;
  });
  await note;
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
function isOwnMessage(interaction: { message: Message; user: User }): boolean {
  return interaction.message.interactionMetadata?.user.id === interaction.user.id;
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
      interaction.isMessageComponent() ||
      interaction.isModalSubmit()
    ) {
      await sendApart(interaction, { content: textsFor(interaction.locale).problems.failed(reference) });
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
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    const what = interaction.isModalSubmit() ? 'dialog' : interaction.isButton() ? 'button' : 'select';
    return `${what} ${parseCustomId(interaction.customId)?.kind ?? 'unknown'}`;
  }
  if (interaction.isAutocomplete()) {
    return `autocomplete ${interaction.commandName}`;
  }
  return interaction.isCommand() ? `command ${interaction.commandName}` : 'other';
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
