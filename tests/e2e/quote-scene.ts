/** What people press about quotes, and what they then see. */
import {
  ComponentType,
  MessageFlags,
  type APIMessage,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { InteractionOutcome, Person } from '../../src/playground/local-discord.ts';
import type { PageOption } from '../../src/playground/page-protocol.ts';
import { startScene, type Scene, type SceneOptions } from './channel-scene.ts';
import { buttonOf, channelOf, text } from './kutip.ts';

export interface QuoteScene extends Scene {
  /** Where members ask. */
  readonly channel: string;
  readonly quoteChannel: string;
  readonly reviewChannel: string;
  /** `/quote …`; a space parts a group from its subcommand. */
  quote(person: Person, name: string, options?: PageOption[]): Promise<InteractionOutcome>;
  /** Presses the button with that label and gives what it led to, as it stands then. */
  press(person: Person, message: APIMessage, label: string): Promise<APIMessage>;
  /** Opens the dialog behind that button and fills it in. */
  fill(
    person: Person,
    message: APIMessage,
    label: string,
    fields: Record<string, string>,
  ): Promise<APIMessage>;
  /** Chooses in the message's first select. */
  choose(person: Person, message: APIMessage, values: string[]): Promise<APIMessage>;
  /** Suggests the passage with those words; gives what the suggester is told. */
  suggest(person: Person, words: string): Promise<APIMessage>;
  /** The newest message of the bot there, as that person (default the owner) sees it. */
  newest(channelId: string, person?: Person): Promise<APIMessage>;
  /** The bot's direct messages to that person, oldest first. */
  told(person: Person): readonly APIMessage[];
}

/** #umum takes posts, #moderator the cards. */
export async function startQuoteScene(options: SceneOptions = {}): Promise<QuoteScene> {
  const scene = await startScene(options);
  const { discord } = scene;
  const quoteChannelId = channelOf(discord, 'umum');
  const reviewChannelId = channelOf(discord, 'moderator');
  await scene.configure({ quoteChannelId, reviewChannelId });
  return quoteSceneOf(scene);
}

/** The same people before another bot, as after a restart. */
export function quoteSceneOf(scene: Scene): QuoteScene {
  const { discord } = scene;
  const channel = channelOf(discord);
  const ofBot = (messages: readonly APIMessage[]) =>
    messages.filter(
      (message) => message.author.id === scene.kutip.bot.client.user?.id && !isEphemeral(message),
    );
  const settle = async () => scene.kutip.bot.settle();
  const quote: QuoteScene['quote'] = async (person, name, options = []) => {
    const [first = '', second] = name.split(' ');
    const leaf: PageOption = { name: second ?? first, type: 1, options };
    const outcome = await person.command(channel, 'quote', [
      second === undefined ? leaf : { name: first, type: 2, options: [leaf] },
    ]);
    await settle();
    return outcome;
  };
  const press: QuoteScene['press'] = async (person, message, label) => {
    const outcome = await person.click(message, buttonOf(message, label));
    await settle();
    return last(outcome);
  };
  const choose: QuoteScene['choose'] = async (person, message, values) => {
    const outcome = await person.select(message, selectOf(message).custom_id, values);
    await settle();
    return last(outcome);
  };
  return {
    ...scene,
    channel,
    quoteChannel: channelOf(discord, 'umum'),
    reviewChannel: channelOf(discord, 'moderator'),
    quote,
    press,
    choose,
    fill: async (person, message, label, fields) => {
      const dialog = await person.click(message, buttonOf(message, label));
      if (dialog.state !== 'modal') throw new Error(last(dialog).content);
      const outcome = await person.submit(dialog, fields);
      await settle();
      return last(outcome);
    },
    suggest: async (person, words) => {
      const panel = last(await quote(person, 'suggest', [text('passage', words)]));
      return press(person, panel, person === discord.guest ? 'Suggest' : 'Usulkan');
    },
    newest: async (channelId, person = discord.owner) => {
      await settle();
      const message = ofBot(person.messages(channelId)).at(-1);
      if (message === undefined) throw new Error('The bot has said nothing there');
      return message;
    },
    told: (person) => ofBot(person.messages(discord.dmChannel(person.id))),
  };
}

/** Whether one person alone sees it. */
export function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** The newest message that came of it. */
export function last({ messages, state }: InteractionOutcome): APIMessage {
  const message = messages.at(-1);
  if (message === undefined) throw new Error(`Nothing was said: ${state}`);
  return message;
}

export function selectOf(message: APIMessage): APIStringSelectComponent {
  const found = (message.components ?? [])
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .find((component) => component.type === ComponentType.StringSelect);
  if (found === undefined) throw new Error('There is no select');
  return found;
}

/** Labels of the buttons, row by row. */
export function labelsOf(message: APIMessage): string[] {
  return (message.components ?? [])
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .flatMap((component) =>
      component.type === ComponentType.Button && 'label' in component ? [component.label ?? ''] : [],
    );
}
