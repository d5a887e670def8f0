/**
 * What the playground's page and the local Discord say to each other, over plain HTTP and
 * server-sent events under `/page/`. It stands in for what Discord's own client does: everything
 * here is done *as a person*, never as the bot. Messages, commands and components are Discord's
 * own objects (`discord-api-types/v10`), untouched, so the page shows what Discord would.
 *
 *   GET  /                              the page
 *   GET  /page/<file>                   its scripts and styles
 *   GET  /page/api/state?user=ID        → PageState
 *   GET  /page/api/messages?user=ID&channel=ID   → PageMessage[], oldest first, the last 100
 *   GET  /page/api/events?user=ID       → text/event-stream, one PageEvent as JSON per `data:`
 *   POST /page/api/act                  PageAct → PageActResult (or 400 with PageError)
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** A person one can be in the playground, or the bot. */
export interface PageUser {
  id: string;
  username: string;
  displayName: string;
  /** Names of the roles held in the server, highest first. */
  roles: string[];
  /** May manage messages in the server. */
  moderator: boolean;
  /** Owns the server: may do everything there. */
  owner: boolean;
  bot: boolean;
  /** What `interaction.locale` says; the page shows commands in it. Default the browser's language. */
  locale?: string;
}

/** A place to write: a server channel, a thread, or the DM with the bot. */
export interface PageChannel {
  id: string;
  name: string;
  topic: string;
  kind: 'text' | 'thread' | 'dm';
  /** The channel a thread hangs on. */
  parentId?: string;
  /** Whether this person may write here. */
  canSend: boolean;
}

/** A text shown beside the chat. Offsets are UTF-16 code units into `text`. */
export interface PageDocument {
  id: string;
  title: string;
  /** Language tag for the page's `lang` attribute. */
  language: string;
  text: string;
  /** In reading order; `number` is what a citation calls it, 0 where it has none. */
  blocks: {
    kind: 'title' | 'summary' | 'heading' | 'paragraph' | 'list-item';
    number: number;
    start: number;
    end: number;
  }[];
}

export interface PageState {
  me: PageUser;
  /** Everyone the page may switch to; the first is the default. */
  people: PageUser[];
  bot: PageUser & { online: boolean };
  guild: {
    id: string;
    name: string;
    /** Without @everyone, highest first; for role selects and mentions. */
    roles?: { id: string; name: string }[];
  };
  channels: PageChannel[];
  /** As registered by the bot: chat-input, user and message commands. */
  commands: APIApplicationCommand[];
  documents: PageDocument[];
}

/** A message as this person sees it. */
export interface PageMessage {
  message: APIMessage;
  /** Only this person sees it. */
  ephemeral: boolean;
  /** The bot has deferred: shown as "… is thinking". */
  loading: boolean;
}

/** A file that a person gives as an option; at most 10 MiB. */
export interface PageFile {
  name: string;
  contentType: string;
  base64: string;
}

/** An option as filled in by the person; `type` is Discord's application command option type. */
export interface PageOption {
  name: string;
  type: number;
  value?: string | number | boolean;
  /** Instead of `value` where the option takes an attachment. */
  file?: PageFile;
  focused?: boolean;
  options?: PageOption[];
}

/** What a person does. `command` is the registered command's ID, `target` the message's or user's. */
export type PageAct = { user: string; channel: string } & (
  | { type: 'send'; content: string; replyTo?: string }
  | { type: 'edit'; message: string; content: string }
  | { type: 'delete'; message: string }
  | { type: 'react'; message: string; emoji: string; remove?: boolean }
  | { type: 'command'; command: string; options: PageOption[]; target?: string }
  | { type: 'autocomplete'; command: string; options: PageOption[] }
  | { type: 'component'; message: string; customId: string; values?: string[] }
  | {
      type: 'modal';
      interaction: string;
      customId: string;
      fields: { customId: string; value: string; values?: string[] }[];
    }
  | { type: 'dismiss'; message: string }
);

export type PageActResult =
  | { type: 'done'; id?: string }
  /** The interaction was sent to the bot; its outcome arrives as events with this ID. */
  | { type: 'interaction'; interaction: string }
  | { type: 'choices'; choices: APIApplicationCommandOptionChoice[] };

export interface PageError {
  message: string;
}

/** What happens, as this person would see it. */
export type PageEvent =
  | { type: 'message'; channel: string; message: PageMessage; interaction?: string }
  | { type: 'message-update'; channel: string; message: PageMessage; interaction?: string }
  | { type: 'message-delete'; channel: string; id: string }
  | { type: 'modal'; interaction: string; channel: string; modal: APIModalInteractionResponseCallbackData }
  /** No answer within 3 seconds: Discord's "The application did not respond". */
  | { type: 'interaction-failed'; interaction: string; channel: string }
  | { type: 'typing'; channel: string; user: string }
  /** Channels, threads, commands or the bot's presence changed: fetch the state again. */
  | { type: 'state' };
