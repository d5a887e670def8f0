import { ComponentType, type Message } from 'discord.js';
import { parseCustomId, type ButtonMeaning } from './custom-id.ts';

/**
 * What the buttons and selects of a message of Kutip's mean, in order; empty for anybody else's, whose
 * custom IDs anybody could have written.
 */
export function meaningsIn({ author, client, components }: Message): readonly ButtonMeaning[] {
  if (author.id !== client.user.id) return [];
  const ids = components.flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components.map(({ customId }) => customId) : [],
  );
  return ids.flatMap((id) => (id === null ? [] : (parseCustomId(id) ?? [])));
}
