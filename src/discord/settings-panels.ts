/** What `/settings` shows: an overview, and one panel of real selects for each thing that is chosen. */
import { ChannelType, type BaseInteraction } from 'discord.js';
import type { SavedSettings } from '../guilds/guild-store.ts';
import {
  answerPlaces,
  channelModes,
  channelSettings,
  spokenLanguages,
  visibilities,
  type ArticleScope,
  type GuildSettings,
} from '../guilds/settings.ts';
import { choiceName } from './article-option.ts';
import type { SettingField } from './custom-id.ts';
import { choicesMax } from './limits.ts';
import { articleKey } from './passage-reference.ts';
import type { Reply, ReplyRow, SelectOption } from './reply.ts';
import type { Services } from './services.ts';
import { lackingIn, namePermissions } from './settings-change.ts';
import { textsFor, type Texts } from './texts/texts.ts';

/** Channels listed in the overview, at most. */
const channelsShownMax = 12;
const channelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum];

/** Everything that is chosen, in one message. */
export function settingsOverview(
  interaction: BaseInteraction,
  saved: SavedSettings,
  services: Services,
): Reply {
  const texts = textsFor(interaction.locale);
  const { settings: words } = texts;
  const { settings, changedBy, changedAtMs } = saved;
  const channels = Object.keys(settings.channels).filter(
    (id) => channelSettings(settings, id).mode !== 'off',
  );
  const shown = channels
    .slice(0, channelsShownMax)
    .map((id) => channelLine({ interaction, channelId: id, settings, texts }));
  const further = channels.length - shown.length;
  const articleCount = services.index.articles.size;
  const lines = [
    words.title,
    ...(services.readsMessages ? [] : [words.noMessageContent]),
    ...(channels.length === 0 ? [words.noChannels] : [words.channels, ...shown]),
    ...(further > 0 ? [words.furtherChannels(further)] : []),
    words.role(mentionRole(settings.moderatorRoleId)),
    words.language(words.languages[settings.language]),
    words.timeZone(settings.timeZone),
    words.retention(settings.retentionDays),
    words.cooldown(
      settings.memberCooldownSeconds,
      settings.channelCooldownSeconds,
      settings.threadAnswersMax,
    ),
    words.digest(
      settings.digest && settings.digestChannelId !== null ? `<#${settings.digestChannelId}>` : undefined,
    ),
    words.quotes.overview(mentionChannel(settings.quoteChannelId), mentionChannel(settings.reviewChannelId)),
    words.articles(settings.articles === 'all' ? undefined : settings.articles.length, articleCount),
    ...(changedBy === undefined || changedAtMs === undefined
      ? []
      : [words.changedBy(`<@${changedBy}>`, `<t:${Math.floor(changedAtMs / 1000)}:R>`)]),
  ];
  return { content: lines.join('\n') };
}

interface ChannelLine {
  readonly interaction: BaseInteraction;
  readonly channelId: string;
  readonly settings: GuildSettings;
  readonly texts: Texts;
}

function channelLine({ interaction, channelId, settings, texts }: ChannelLine): string {
  const channel = channelSettings(settings, channelId);
  const { settings: words } = texts;
  const lacking = lackingIn(interaction, channelId, channel);
  const parts = [
    words.modes[channel.mode],
    words.places[channel.answerIn],
    ...(lacking.length > 0 ? [words.lacks(namePermissions(lacking, texts))] : []),
  ];
  return `• <#${channelId}>: ${parts.join(' · ')}`;
}

/** Undefined where none is chosen. */
export function mentionChannel(channelId: string | null): string | undefined {
  return channelId === null ? undefined : `<#${channelId}>`;
}

function mentionRole(roleId: string | null): string | undefined {
  return roleId === null ? undefined : `<@&${roleId}>`;
}

/** How the bot behaves in one channel. `note`: what has just happened, above the panel. */
export function channelPanel(
  interaction: BaseInteraction,
  { settings, channelId, note }: { settings: GuildSettings; channelId: string; note?: string },
  services: Services,
): Reply {
  const texts = textsFor(interaction.locale);
  const { settings: words } = texts;
  const chosen = channelSettings(settings, channelId);
  const row = <Value extends string>(
    field: SettingField,
    values: readonly Value[],
    how: {
      chosen: Value;
      label: (value: Value) => string;
      description?: (value: Value) => string;
      placeholder: string;
    },
  ): ReplyRow => ({
    kind: 'choice',
    meaning: { kind: 'setting', field, channelId },
    placeholder: how.placeholder,
    options: values.map((value) => ({
      label: how.label(value),
      value,
      ...(how.description && { description: how.description(value) }),
      isChosen: value === how.chosen,
    })),
  });
  const lacking = lackingIn(interaction, channelId, chosen);
  const lines = [
    ...(note === undefined ? [] : [note]),
    words.channelPanel(`<#${channelId}>`),
    ...(lacking.length > 0 ? [words.lacks(namePermissions(lacking, texts))] : []),
    ...(services.readsMessages ? [] : [words.noMessageContent]),
  ];
  return {
    content: lines.join('\n'),
    rows: [
      {
        kind: 'channels',
        meaning: { kind: 'setting', field: 'channel' },
        placeholder: words.chooseChannel,
        channelTypes,
        chosenIds: [channelId],
      },
      row('mode', channelModes, {
        chosen: chosen.mode,
        label: (mode) => words.modes[mode],
        description: (mode) => words.modeDescriptions[mode],
        placeholder: words.chooseMode,
      }),
      row('place', answerPlaces, {
        chosen: chosen.answerIn,
        label: (place) => words.places[place],
        placeholder: words.choosePlace,
      }),
      row('visibility', visibilities, {
        chosen: chosen.visibility,
        label: (visibility) => words.visibilities[visibility],
        placeholder: words.chooseVisibility,
      }),
      articlesRow({ field: 'channel-articles', channelId, scope: chosen.articles, texts }, services),
    ],
  };
}

/** Who moderates. */
export function rolePanel({ settings, texts, note }: PanelRequest): Reply {
  const { settings: words } = texts;
  return {
    content: withNote(note, words.rolePanel),
    rows: [
      {
        kind: 'roles',
        meaning: { kind: 'setting', field: 'role' },
        placeholder: words.chooseRole,
        chosenIds: settings.moderatorRoleId === null ? [] : [settings.moderatorRoleId],
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: words.noRole,
            meaning: { kind: 'setting', field: 'no-role' },
            isDisabled: settings.moderatorRoleId === null,
          },
        ],
      },
    ],
  };
}

export interface PanelRequest {
  readonly settings: GuildSettings;
  readonly texts: Texts;
  /** What has just happened, above the panel. */
  readonly note?: string | undefined;
}

export function languagePanel({ settings, texts, note }: PanelRequest): Reply {
  const { settings: words } = texts;
  return {
    content: withNote(note, words.languagePanel),
    rows: [
      {
        kind: 'choice',
        meaning: { kind: 'setting', field: 'language' },
        placeholder: words.chooseLanguage,
        options: spokenLanguages.map((value) => ({
          label: words.languages[value],
          value,
          isChosen: value === settings.language,
        })),
      },
    ],
  };
}

export function digestPanel({ settings, texts, note }: PanelRequest): Reply {
  const { settings: words } = texts;
  const isOn = settings.digest && settings.digestChannelId !== null;
  return {
    content: withNote(note, words.digestPanel),
    rows: [
      {
        kind: 'channels',
        meaning: { kind: 'setting', field: 'digest-channel' },
        placeholder: words.chooseDigestChannel,
        channelTypes: [ChannelType.GuildText],
        chosenIds: settings.digestChannelId === null ? [] : [settings.digestChannelId],
      },
      {
        kind: 'choice',
        meaning: { kind: 'setting', field: 'digest' },
        placeholder: words.chooseDigest,
        options: [
          { label: words.digestOn, value: 'on', isChosen: isOn },
          { label: words.digestOff, value: 'off', isChosen: !isOn },
        ],
      },
    ],
  };
}

/** Which articles the server asks. */
export function articlesPanel({ settings, texts, note }: PanelRequest, services: Services): Reply {
  const hidden = services.index.articles.size - (choicesMax - 1);
  const { settings: words } = texts;
  const content = withNote(note, words.articlesPanel);
  return {
    content: hidden > 0 ? `${content}\n${words.furtherArticles(hidden)}` : content,
    rows: [articlesRow({ field: 'articles', scope: settings.articles, texts }, services)],
  };
}

interface ArticlesRow {
  readonly field: 'articles' | 'channel-articles';
  readonly channelId?: string;
  readonly scope: ArticleScope;
  readonly texts: Texts;
}

/** The value of the option that chooses every article. */
export const allArticlesValue = '*';

function articlesRow({ field, channelId, scope, texts }: ArticlesRow, { index }: Services): ReplyRow {
  const articles = [...index.articles.values()].slice(0, choicesMax - 1);
  const options: SelectOption[] = [
    { label: texts.settings.allArticles, value: allArticlesValue, isChosen: scope === 'all' },
    ...articles.map(({ id, title }) => ({
      label: choiceName(title),
      value: articleKey(id),
      isChosen: scope !== 'all' && scope.includes(id),
    })),
  ];
  return {
    kind: 'choice',
    meaning: { kind: 'setting', field, ...(channelId !== undefined && { channelId }) },
    placeholder: texts.settings.chooseArticles,
    valuesMax: options.length,
    options,
  };
}

/** What has just happened above a panel. */
export function withNote(note: string | undefined, panel: string): string {
  return note === undefined ? panel : `${note}\n${panel}`;
}
