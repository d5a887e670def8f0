/** A moderator's choice enters, is checked and saved; what to say about it leaves. */
import type { BaseInteraction, GuildBasedChannel } from 'discord.js';
import { changeSettings, type SettingsChange } from '../guilds/change-settings.ts';
import {
  channelSettings,
  type ChannelSettings,
  type GuildSettings,
  type SettingsProblem,
} from '../guilds/settings.ts';
import { mayAttachFiles, missingPermissions, type NeededPermission } from './channel/speak-permission.ts';
import { mayConfigure } from './moderators.ts';
import { problemReply, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor, type Texts } from './texts/texts.ts';

/** How often saving is tried again where somebody else saves at the same time. */
const attemptsMax = 4;

export type ChangeOutcome =
  | { readonly ok: true; readonly settings: GuildSettings; readonly isChanged: boolean }
  | { readonly ok: false; readonly reply: Reply };

/** Why the settings are not this member's to see or change; undefined where they are. */
export function refuseConfiguring(interaction: BaseInteraction): Reply | undefined {
  const { settings } = textsFor(interaction.locale);
  if (interaction.guild === null) return problemReply(settings.onlyInServers);
  return mayConfigure(interaction) ? undefined : problemReply(settings.notAllowed);
}

/** Saves a change; effective with the next message. Writes to the store. */
export async function saveChange(
  interaction: BaseInteraction,
  change: SettingsChange,
  services: Services,
): Promise<ChangeOutcome> {
  const { settings: texts } = textsFor(interaction.locale);
  const refusal = refuseConfiguring(interaction) ?? refuseWithoutPermission(interaction, change);
  const guildId = interaction.guildId ?? '';
  if (refusal !== undefined) return { ok: false, reply: refusal };
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const { settings, revision } = await services.store.guilds.settings(guildId);
    const outcome = changeSettings(settings, change);
    if (!outcome.ok) return { ok: false, reply: problemReply(explain(outcome.problems, texts)) };
    const withoutFiles = refuseCards(interaction, change, outcome.settings);
    if (withoutFiles !== undefined) return { ok: false, reply: withoutFiles };
    if (outcome.changed.length === 0) return { ok: true, settings, isChanged: false };
    const saved = await services.store.guilds.saveSettings({
      guildId,
      settings: outcome.settings,
      expectedRevision: revision,
      changedBy: interaction.user.id,
      atMs: services.now(),
    });
    if (saved.ok) {
      const paths = outcome.changed.map(({ path }) => path);
      services.log.info({ guildId, changed: paths }, 'settings changed');
      return { ok: true, settings: outcome.settings, isChanged: true };
    }
  }
  return { ok: false, reply: problemReply(texts.busy) };
}

/** The channel of the interaction's server with that ID, where it is one that can be written in. */
export function textChannelOf(interaction: BaseInteraction, channelId: string) {
  const channel: GuildBasedChannel | undefined = interaction.guild?.channels.cache.get(channelId);
  return channel?.isTextBased() === true ? channel : undefined;
}

/** What the bot lacks in a channel for what is chosen there; empty where it lacks nothing or is not wanted. */
export function lackingIn(
  interaction: BaseInteraction,
  channelId: string,
  { mode, answerIn }: Pick<ChannelSettings, 'mode' | 'answerIn'>,
): readonly NeededPermission[] {
  const channel = textChannelOf(interaction, channelId);
  return channel === undefined || mode === 'off' ? [] : missingPermissions(channel, answerIn);
}

/** Names permissions for a reader. */
export function namePermissions(permissions: readonly NeededPermission[], { settings }: Texts): string {
  return permissions.map((name) => settings.permissions[name]).join(', ');
}

/** The bot is not sent where it cannot speak: the choice is refused, with what to grant. */
function refuseWithoutPermission(
  interaction: BaseInteraction,
  { channels = {}, digestChannelId, quoteChannelId, reviewChannelId }: SettingsChange,
): Reply | undefined {
  const texts = textsFor(interaction.locale);
  const wanted = Object.entries(channels).flatMap(([channelId, change]) => {
    // Words about articles or /ask do not make it speak anywhere new.
    const isAboutSpeaking = change !== null && (change.mode !== undefined || change.answerIn !== undefined);
    return isAboutSpeaking
      ? [{ channelId, mode: 'questions' as const, answerIn: 'reply' as const, ...change }]
      : [];
  });
  for (const channelId of [digestChannelId, quoteChannelId, reviewChannelId]) {
    if (typeof channelId === 'string') wanted.push({ channelId, mode: 'questions', answerIn: 'reply' });
  }
  for (const { channelId, mode, answerIn } of wanted) {
    const lacking = lackingIn(interaction, channelId, { mode, answerIn });
    if (lacking.length > 0) {
      return problemReply(texts.settings.grant(namePermissions(lacking, texts), `<#${channelId}>`));
    }
  }
  return undefined;
}

/** Pictures are files: the bot must be allowed to attach them where quotes are posted. */
function refuseCards(
  interaction: BaseInteraction,
  change: SettingsChange,
  settings: GuildSettings,
): Reply | undefined {
  const isAsked = change.quoteCards !== undefined || change.quoteChannelId !== undefined;
  const lacks = isAsked && lacksForQuotes(interaction, settings).includes('AttachFiles');
  if (!lacks) return undefined;
  const texts = textsFor(interaction.locale);
  const grant = texts.settings.grant(
    namePermissions(['AttachFiles'], texts),
    `<#${settings.quoteChannelId}>`,
  );
  return problemReply(grant);
}

/** What the bot lacks in the server's quote channel for what is chosen. */
export function lacksForQuotes(
  interaction: BaseInteraction,
  { quoteChannelId, quoteCards }: Pick<GuildSettings, 'quoteChannelId' | 'quoteCards'>,
): readonly NeededPermission[] {
  const channel = quoteChannelId === null ? undefined : textChannelOf(interaction, quoteChannelId);
  if (channel === undefined) return [];
  return [...missingPermissions(channel), ...(quoteCards && !mayAttachFiles(channel) ? attachFiles : [])];
}

const attachFiles: readonly NeededPermission[] = ['AttachFiles'];

function explain([problem]: readonly SettingsProblem[], texts: Texts['settings']): string {
  switch (problem?.kind) {
    case 'out-of-range':
      return texts.outOfRange(problem.min ?? 0, problem.max ?? 0);
    case 'not-a-time-zone':
      return texts.notATimeZone;
    case 'too-many':
      return texts.tooMany(problem.max ?? 0);
    case 'not-an-id':
    case 'unknown-value':
    case undefined:
    default:
      return texts.invalid;
  }
}

/** The whole of a channel's settings with a change to them. */
export function channelChange(
  settings: GuildSettings,
  channelId: string,
  change: Partial<ChannelSettings>,
): SettingsChange {
  return { channels: { [channelId]: { ...channelSettings(settings, channelId), ...change } } };
}
