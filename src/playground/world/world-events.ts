import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Interaction } from './interaction.ts';
import type { Channel, Reaction, StoredMessage, TextChannel, ThreadChannel } from './world.ts';

/** What happened; the gateway turns it into dispatches and the page into its own events. */
export type WorldEvent =
  | { type: 'message-create'; message: StoredMessage; nonce?: string | number }
  | { type: 'message-update'; message: StoredMessage }
  | { type: 'message-delete'; channel: Channel; messages: readonly StoredMessage[]; bulk: boolean }
  | { type: 'reaction-add' | 'reaction-remove'; message: StoredMessage; reaction: Reaction; userId: string }
  | { type: 'reactions-clear'; message: StoredMessage; reaction: Reaction | undefined }
  | { type: 'channel-update'; channel: TextChannel }
  | { type: 'dm-open'; channelId: string }
  | { type: 'thread-create' | 'thread-update' | 'thread-delete'; thread: ThreadChannel }
  | { type: 'thread-members'; thread: ThreadChannel; addedIds: string[]; removedIds: string[] }
  | { type: 'pins-update'; channel: Channel }
  | { type: 'typing'; channel: Channel; userId: string }
  | { type: 'member-add'; guildId: string; userId: string }
  | { type: 'member-update'; guildId: string; userId: string }
  | { type: 'interaction-create'; interaction: Interaction }
  /** It was acknowledged, failed, or a message of it changed. */
  | { type: 'interaction-change'; interaction: Interaction }
  | { type: 'commands-change'; command?: APIApplicationCommand }
  | { type: 'presence-change'; online: boolean }
  /** A REST exchange was logged. */
  | { type: 'exchange' }
  /** Whoever waits for something waits in vain. */
  | { type: 'closing' };

export interface WorldEvents {
  /** Nothing will happen any more. */
  readonly isClosed: boolean;
  emit(event: WorldEvent): void;
  /** Gives the function that ends the listening. */
  listen(listener: (event: WorldEvent) => void): () => void;
}

export function createWorldEvents(): WorldEvents {
  const listeners = new Set<(event: WorldEvent) => void>();
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    emit(event) {
      isClosed ||= event.type === 'closing';
      // A Set may lose or gain members while it is walked: whoever left is not called any more.
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
