/** What is chosen in a panel of `/settings`: checked again, saved, and the panel shown as it is now. */
import {
  answerPlaces,
  channelModes,
  spokenLanguages,
  visibilities,
  type ArticleScope,
  type ChannelSettings,
} from '../guilds/settings.ts';
import type { SettingsChange } from '../guilds/change-settings.ts';
import type { ButtonHandler, ComponentInteraction } from './command.ts';
import type { ButtonMeaning, SettingField } from './custom-id.ts';
import { changeSchedule } from './quotes/change-schedule.ts';
import { quotePanel } from './quotes/quote-settings-panel.ts';
import { problemReply, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { refuseConfiguring, saveChange } from './settings-change.ts';
import {
  allArticlesValue,
  articlesPanel,
  channelPanel,
  digestPanel,
  languagePanel,
  rolePanel,
} from './settings-panels.ts';
import { textsFor } from './texts/texts.ts';

type SettingMeaning = Extract<ButtonMeaning, { kind: 'setting' }>;

/** Every select and button of the panels. */
export const settingSelect: ButtonHandler<SettingMeaning> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const texts = textsFor(interaction.locale);
    const refusal = refuseConfiguring(interaction);
    if (refusal !== undefined) return refusal;
    const values = interaction.isButton() ? [] : interaction.values;
    if (meaning.field === 'channel') {
      // Only looks at another channel.
      const { settings } = await services.store.guilds.settings(interaction.guildId ?? '');
      return channelPanel(interaction, { settings, channelId: values[0] ?? interaction.channelId }, services);
    }
    const change = toChange(meaning, values, services);
    if (change?.digest === true && change.digestChannelId === undefined) {
      const { settings } = await services.store.guilds.settings(interaction.guildId ?? '');
      if (settings.digestChannelId === null) return problemReply(texts.settings.digestNeedsChannel);
    }
    if (change === undefined) return problemReply(texts.settings.invalid);
    const outcome = await saveChange(interaction, change, services);
    if (!outcome.ok) return outcome.reply;
    if (meaning.field === 'quote-channel' && outcome.isChanged) await moveSchedule(interaction, services);
    const note = outcome.isChanged ? texts.settings.saved : texts.settings.unchanged;
    return panelOf(interaction, { meaning, note, settings: outcome.settings }, services);
  },
};

/** The server's schedule posts where its quotes are posted. */
async function moveSchedule({ guildId }: ComponentInteraction, { store, now }: Services): Promise<void> {
  if (guildId === null || (await store.quotes.schedule(guildId)) === undefined) return;
  const { quoteChannelId } = (await store.guilds.settings(guildId)).settings;
  if (quoteChannelId === null) return;
  await changeSchedule({ guildId, channelId: quoteChannelId, schedule: {} }, { quotes: store.quotes, now });
}

function toChange(
  { field, channelId }: SettingMeaning,
  values: readonly string[],
  services: Services,
): SettingsChange | undefined {
  const [value] = values;
  const ofChannel = (change: Partial<ChannelSettings> | undefined): SettingsChange | undefined =>
    change === undefined || channelId === undefined ? undefined : { channels: { [channelId]: change } };
  const known = <Value extends string>(all: readonly Value[]): Value | undefined =>
    all.find((each) => each === value);
  const mode = known(channelModes);
  const answerIn = known(answerPlaces);
  const visibility = known(visibilities);
  const language = known(spokenLanguages);
  const articles = readScope(values, services);
  switch (field) {
    case 'mode':
      return ofChannel(mode && { mode });
    case 'place':
      return ofChannel(answerIn && { answerIn });
    case 'visibility':
      return ofChannel(visibility && { visibility });
    case 'channel-articles':
      return ofChannel(articles && { articles });
    case 'articles':
      return articles && { articles };
    case 'language':
      return language && { language };
    case 'role':
      return value === undefined ? undefined : { moderatorRoleId: value };
    case 'no-role':
      return { moderatorRoleId: null };
    case 'digest':
      return { digest: value === 'on' };
    case 'digest-channel':
      return value === undefined ? undefined : { digestChannelId: value, digest: true };
    case 'quote-channel':
    case 'no-quote-channel':
    case 'review-channel':
    case 'no-review-channel':
    case 'two-person-rule':
    case 'quote-cards':
      return toQuoteChange(field, value);
    case 'channel':
    default:
      return undefined;
  }
}

type QuoteField = Extract<
  SettingField,
  `${string}quote${string}` | `${string}review${string}` | 'two-person-rule'
>;

function toQuoteChange(field: QuoteField, value: string | undefined): SettingsChange | undefined {
  if (field === 'no-quote-channel') return { quoteChannelId: null };
  if (field === 'no-review-channel') return { reviewChannelId: null };
  if (value === undefined) return undefined;
  switch (field) {
    case 'quote-channel':
      return { quoteChannelId: value };
    case 'review-channel':
      return { reviewChannelId: value };
    case 'two-person-rule':
      return { twoPersonRule: value === 'on' };
    case 'quote-cards':
    default:
      return { quoteCards: value === 'on' };
  }
}

/** All of them wins: choosing one beside it means that one was wanted before. */
function readScope(values: readonly string[], { references }: Services): ArticleScope | undefined {
  const ids = values.flatMap((key) => references.article(key)?.id ?? []);
  if (ids.length > 0 && !values.includes(allArticlesValue)) return ids;
  return values.includes(allArticlesValue) ? 'all' : undefined;
}

interface PanelOf {
  readonly meaning: SettingMeaning;
  readonly note: string;
  readonly settings: Parameters<typeof channelPanel>[1]['settings'];
}

function panelOf(
  interaction: ComponentInteraction,
  { meaning, note, settings }: PanelOf,
  services: Services,
): Reply {
  const texts = textsFor(interaction.locale);
  const request = { settings, texts, note };
  if (meaning.channelId !== undefined) {
    return channelPanel(interaction, { settings, channelId: meaning.channelId, note }, services);
  }
  switch (meaning.field) {
    case 'language':
      return languagePanel(request);
    case 'digest':
    case 'digest-channel':
      return digestPanel(request);
    case 'articles':
      return articlesPanel(request, services);
    case 'quote-channel':
    case 'no-quote-channel':
    case 'review-channel':
    case 'no-review-channel':
    case 'two-person-rule':
    case 'quote-cards':
      return quotePanel(interaction, request);
    case 'role':
    case 'no-role':
    case 'channel':
    case 'mode':
    case 'place':
    case 'visibility':
    case 'channel-articles':
    default:
      return rolePanel(request);
  }
}
