/** Who stands at the counter: checked here for every command, button, select, dialog and autocomplete about quotes. */
import type { BaseInteraction, Guild } from 'discord.js';
import type { GuildSettings } from '../../guilds/settings.ts';
import { mayDo, type Actor, type Capability } from '../../quotes/permissions.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { textsFor, type Texts } from '../texts/texts.ts';
import { actorOf } from './actor.ts';

/** Somebody who may do what they came for; what may be done to one quote, the desk decides. */
export interface QuoteVisitor {
  readonly guildId: string;
  readonly actor: Actor;
  readonly settings: GuildSettings;
  /** Their own language. */
  readonly texts: Texts;
  /** The server's, in which posts and cards are. */
  readonly serverTexts: Texts;
}

export type Admission =
  | { readonly ok: true; readonly visitor: QuoteVisitor }
  | { readonly ok: false; readonly reply: Reply };

/** Lets in whose role may do that; outside servers nobody. */
export async function admit(
  interaction: BaseInteraction,
  capability: Capability,
  { store }: Pick<Services, 'store'>,
): Promise<Admission> {
  const texts = textsFor(interaction.locale);
  const { guild } = interaction;
  const { problems, refusals } = texts.quotes;
  if (guild === null) return { ok: false, reply: problemReply(problems.onlyInServers) };
  const { settings } = await store.guilds.settings(guild.id);
  const actor = actorOf(interaction, settings);
  if (actor === undefined || !mayDo(actor.role, capability)) {
    const isForOthers = actor?.role === 'moderator';
    return {
      ok: false,
      reply: problemReply(isForOthers ? problems.forServerManagers : refusals['not-permitted']),
    };
  }
  const serverTexts = textsOfServer(guild, settings);
  return { ok: true, visitor: { guildId: guild.id, actor, settings, texts, serverTexts } };
}

/** The language of what everybody in a server reads. */
export function textsOfServer(
  { preferredLocale }: Pick<Guild, 'preferredLocale'>,
  { language }: Pick<GuildSettings, 'language'>,
): Texts {
  return textsFor(language === 'auto' ? preferredLocale : language);
}
