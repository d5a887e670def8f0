/**
 * The local Discord as main.ts and the tests see it: Discord's REST v10 and gateway v10 on this
 * machine, people who can act in it, a log of every exchange and faults on demand.
 * It knows the protocol; it must never know the bot.
 */
import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { PageDocument, PageOption } from './page-protocol.ts';

/** One finished REST request, as a referee needs it. */
export interface Exchange {
  method: string;
  /** Path below `/api/v10`, with real IDs and without the query. */
  path: string;
  /** As in Discord's published spec: `/channels/{channel_id}/messages`; undefined for no known route. */
  route: string | undefined;
  query: Record<string, string>;
  /** Parsed JSON, or the parsed `payload_json` of a multipart request. */
  requestBody: unknown;
  /** Names and sizes of the uploaded files. */
  files: { name: string; sizeBytes: number }[];
  status: number;
  /** Undefined for an empty answer. */
  responseBody: unknown;
  responseHeaders: Record<string, string>;
  /** By lower-case name, without `authorization`. */
  requestHeaders?: Record<string, string>;
  /** When the request came, in milliseconds since 1970 by the local Discord's clock. */
  receivedAtMs?: number;
  /** Set where a fault was injected. */
  fault?: string;
}

/** A fault for requests that match; used up after `times` (default 1). */
export type Fault = { method?: string; route?: string; times?: number } & (
  | { kind: 'rate-limit'; retryAfterSeconds: number; scope: 'user' | 'global' | 'shared' }
  /** `code`: Discord's own, default 0. */
  | { kind: 'status'; status: number; code?: number }
  | { kind: 'delay'; delayMs: number }
  /** The socket is closed before the request has any effect. */
  | { kind: 'drop' }
  /** The request takes effect; its answer never arrives. */
  | { kind: 'lose-answer' }
);

/** How an interaction stands, as the person who started it sees it. */
export interface InteractionOutcome {
  id: string;
  /** First answer: a message (perhaps deferred and edited since), a modal, an update, choices, or none in time. */
  state: 'pending' | 'deferred' | 'replied' | 'modal' | 'updated' | 'deferred-update' | 'choices' | 'failed';
  /** Messages that came of it, oldest first, as they stand now. */
  messages: APIMessage[];
  modal?: { title: string; custom_id: string; components: unknown[] };
  choices?: APIApplicationCommandOptionChoice[];
}

/** Somebody in the local Discord. Every act waits until the bot has answered it in full or it has failed. */
export interface Person {
  readonly id: string;
  /** A slash command, `name` as registered; options by name, nested for subcommands. */
  command(channelId: string, name: string, options?: PageOption[]): Promise<InteractionOutcome>;
  autocomplete(channelId: string, name: string, options: PageOption[]): Promise<InteractionOutcome>;
  messageCommand(channelId: string, name: string, targetMessageId: string): Promise<InteractionOutcome>;
  click(message: APIMessage, customId: string): Promise<InteractionOutcome>;
  select(message: APIMessage, customId: string, values: string[]): Promise<InteractionOutcome>;
  submit(outcome: InteractionOutcome, fields: Record<string, string | string[]>): Promise<InteractionOutcome>;
  send(channelId: string, content: string, replyTo?: string): Promise<APIMessage>;
  edit(channelId: string, messageId: string, content: string): Promise<APIMessage>;
  remove(channelId: string, messageId: string): Promise<void>;
  react(channelId: string, messageId: string, emoji: string): Promise<void>;
  /** Messages this person can see, oldest first, ephemeral ones included. */
  messages(channelId: string): APIMessage[];
}

export interface LocalDiscordOptions {
  /** 0 takes any free port. Default 0. */
  port?: number;
  /** Locale of the people, as `interaction.locale`. Default `id`. */
  locale?: string;
  /** Shown beside the chat. */
  documents?: readonly PageDocument[];
  /** Gateway intents the bot may not have (close code 4014), as a bit set. Default 0. */
  disallowedIntents?: number;
  /** Milliseconds since 1970; for tests of the 3 s and 15 min limits. Default the machine's clock. */
  now?: () => number;
  /** Whether rate limits refuse anything; their headers are sent either way. Default true. */
  rateLimits?: boolean;
  /** The bot account's name. Default `Kutip`. */
  botName?: string;
  /** Names of further channels that everyone may read and write in. Default none. */
  extraChannels?: readonly string[];
  /** Default 41,250 as Discord's. */
  heartbeatIntervalMs?: number;
}

/** A running local Discord with one server, three channels, a member, a moderator and the bot's account. */
export interface LocalDiscord {
  /** For `DISCORD_API`: `http://127.0.0.1:PORT/api`. */
  readonly api: string;
  /** For `DISCORD_TOKEN`. */
  readonly token: string;
  /** The page's address. */
  readonly pageUrl: string;
  readonly applicationId: string;
  readonly guildId: string;
  /** Channel IDs by name; `Obrolan bertiga` is a group DM without the bot, for user-installed use. */
  readonly channels: Readonly<Record<string, string>>;
  readonly member: Person;
  readonly moderator: Person;
  /** The server's owner, who may do everything. */
  readonly owner: Person;
  /** A member whose language is the other one: `en-US`, or `id` where the others have `en-US`. */
  readonly guest: Person;
  /** Adds somebody to the server. */
  addPerson(person: { username: string; moderator?: boolean; locale?: string }): Person;
  /** The DM channel of that person with the bot. */
  dmChannel(personId: string): string;
  inject(fault: Fault): void;
  /** Closes the bot's gateway connections with that code, or without one where it is undefined. */
  dropGateway(code?: number): void;
  /** Dispatches the next `times` gateway events twice. */
  duplicateEvents(times: number): void;
  /** Asks the bot over the gateway to reconnect and resume (op 7). */
  askToReconnect(): void;
  /**
   * Waits for what is not the answer to an act: asks the probe again after every event and REST
   * exchange until it gives something. Rejects after `timeoutMs` (default 10,000) or on closing.
   */
  until<T>(probe: () => T | undefined, timeoutMs?: number): Promise<T>;
  /** Overwrites a channel's permissions for @everyone, a role or a user. */
  setOverwrite(channelId: string, targetId: string, overwrite: { allow: bigint; deny: bigint }): void;
  /** Every REST exchange so far, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** Forgets the log, so that a long run stays small. */
  clearExchanges(): void;
  close(): Promise<void>;
}
