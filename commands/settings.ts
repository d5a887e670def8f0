import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { findArticle, suggestArticles } from '../src/discord/article-option.ts';
import { chatCommand } from '../src/discord/command.ts';
import { moveSchedule } from '../src/discord/quotes/move-schedule.ts';
import { quotePanel } from '../src/discord/quotes/quote-settings-panel.ts';
import { problemReply, type Reply } from '../src/discord/reply.ts';
import type { Services } from '../src/discord/services.ts';
import { refuseConfiguring, saveChange } from '../src/discord/settings-change.ts';
import {
  articlesPanel,
  channelPanel,
  digestPanel,
  languagePanel,
  rolePanel,
  settingsOverview,
} from '../src/discord/settings-panels.ts';
import { settingSelect } from '../src/discord/settings-selects.ts';
import { textsFor } from '../src/discord/texts/texts.ts';
import { suggestTimeZones } from '../src/discord/time-zone-option.ts';

const data = new SlashCommandBuilder()
  .setName('settings')
  .setNameLocalizations({ id: 'pengaturan' })
  .setDescription('Where and how Kutip answers in this server')
  .setDescriptionLocalizations({ id: 'Di mana dan bagaimana Kutip menjawab di server ini' })
  .setContexts([InteractionContextType.Guild])
  .setIntegrationTypes([ApplicationIntegrationType.GuildInstall])
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((sub) =>
    sub
      .setName('show')
      .setNameLocalizations({ id: 'lihat' })
      .setDescription('Everything that is set')
      .setDescriptionLocalizations({ id: 'Semua yang sudah diatur' }),
  )
  .addSubcommand((sub) =>
    sub
      .setName('channel')
      .setNameLocalizations({ id: 'kanal' })
      .setDescription('When, where and for whom Kutip answers in a channel')
      .setDescriptionLocalizations({ id: 'Kapan, di mana, dan untuk siapa Kutip menjawab di sebuah kanal' }),
  )
  .addSubcommand((sub) =>
    sub
      .setName('role')
      .setNameLocalizations({ id: 'peran' })
      .setDescription('Whose role looks after questions')
      .setDescriptionLocalizations({ id: 'Peran yang mengurus pertanyaan' }),
  )
  .addSubcommand((sub) =>
    sub
      .setName('language')
      .setNameLocalizations({ id: 'bahasa' })
      .setDescription('The language Kutip itself speaks')
      .setDescriptionLocalizations({ id: 'Bahasa yang dipakai Kutip' }),
  )
  .addSubcommand((sub) =>
    sub
      .setName('retention')
      .setNameLocalizations({ id: 'simpan' })
      .setDescription('How long question texts are kept')
      .setDescriptionLocalizations({ id: 'Berapa lama teks pertanyaan disimpan' })
      .addIntegerOption((option) =>
        option
          .setName('days')
          .setNameLocalizations({ id: 'hari' })
          .setDescription('1 to 365 days')
          .setDescriptionLocalizations({ id: '1 sampai 365 hari' })
          .setRequired(true),
      ),
  )
  .addSubcommand((sub) =>
    sub
      .setName('cooldown')
      .setNameLocalizations({ id: 'jeda' })
      .setDescription('How often Kutip speaks in channels')
      .setDescriptionLocalizations({ id: 'Seberapa sering Kutip bicara di kanal' })
      .addIntegerOption((option) =>
        option
          .setName('member')
          .setNameLocalizations({ id: 'anggota' })
          .setDescription('Seconds between two answers for one member, 0 to 3600')
          .setDescriptionLocalizations({ id: 'Detik antara dua jawaban untuk satu anggota, 0 sampai 3600' }),
      )
      .addIntegerOption((option) =>
        option
          .setName('channel')
          .setNameLocalizations({ id: 'kanal' })
          .setDescription('Seconds between two answers in one channel, 0 to 3600')
          .setDescriptionLocalizations({ id: 'Detik antara dua jawaban di satu kanal, 0 sampai 3600' }),
      )
      .addIntegerOption((option) =>
        option
          .setName('thread')
          .setNameLocalizations({ id: 'utas' })
          .setDescription('Answers in one thread at most, 1 to 100')
          .setDescriptionLocalizations({ id: 'Jawaban paling banyak di satu utas, 1 sampai 100' }),
      ),
  )
  .addSubcommand((sub) =>
    sub
      .setName('digest')
      .setNameLocalizations({ id: 'ringkasan' })
      .setDescription('A weekly message for moderators: what stayed unanswered')
      .setDescriptionLocalizations({ id: 'Pesan mingguan untuk moderator: apa yang belum terjawab' }),
  )
  .addSubcommand((sub) =>
    sub
      .setName('quotes')
      .setNameLocalizations({ id: 'kutipan' })
      .setDescription('Where quotes are posted and reviewed')
      .setDescriptionLocalizations({ id: 'Di mana kutipan terbit dan ditinjau' }),
  )
  .addSubcommand((sub) =>
    sub
      .setName('articles')
      .setNameLocalizations({ id: 'artikel' })
      .setDescription('Which articles are asked in this server')
      .setDescriptionLocalizations({ id: 'Artikel yang ditanya di server ini' })
      .addStringOption((option) =>
        option
          .setName('article')
          .setNameLocalizations({ id: 'artikel' })
          .setDescription('Add this one, or take it out')
          .setDescriptionLocalizations({ id: 'Tambahkan yang ini, atau keluarkan' })
          .setAutocomplete(true),
      ),
  )
  .addSubcommand((sub) =>
    sub
      .setName('time-zone')
      .setNameLocalizations({ id: 'zona-waktu' })
      .setDescription('The clock that the digest and the quotes’ schedule go by')
      .setDescriptionLocalizations({ id: 'Jam yang dipakai untuk ringkasan dan jadwal kutipan' })
      .addStringOption((option) =>
        option
          .setName('zone')
          .setNameLocalizations({ id: 'zona' })
          .setDescription('For example Asia/Jakarta')
          .setDescriptionLocalizations({ id: 'Misalnya Asia/Jakarta' })
          .setRequired(true)
          .setAutocomplete(true),
      ),
  );

/** `/settings …`: for members who may manage the server; Discord asks first, this asks again. */
export const settings = chatCommand({
  data: data.toJSON(),
  isLight: true,
  isPrivate: () => true,
  execute: async (interaction, services) => refuseConfiguring(interaction) ?? run(interaction, services),
  autocomplete: async (interaction, services) =>
    interaction.options.getSubcommand() === 'articles'
      ? suggestArticles(interaction.options.getFocused(), services)
      : suggestTimeZones(interaction.options.getFocused()),
  buttons: { setting: settingSelect },
});

async function run(interaction: ChatInputCommandInteraction, services: Services): Promise<Reply> {
  const saved = await services.store.guilds.settings(interaction.guildId ?? '');
  const texts = textsFor(interaction.locale);
  const request = { settings: saved.settings, texts };
  const { options, channel, channelId } = interaction;
  switch (options.getSubcommand()) {
    case 'channel': {
      const parentId = channel?.isThread() === true ? channel.parentId : null;
      return channelPanel(
        interaction,
        { settings: saved.settings, channelId: parentId ?? channelId },
        services,
      );
    }
    case 'role':
      return rolePanel(request);
    case 'language':
      return languagePanel(request);
    case 'digest':
      return digestPanel(request);
    case 'quotes':
      return quotePanel(interaction, request);
    case 'articles':
      return options.getString('article') === null
        ? articlesPanel(request, services)
        : toggleArticle(interaction, services);
    case 'retention':
      return save(interaction, { retentionDays: options.getInteger('days', true) }, services);
    case 'time-zone':
      return saveTimeZone(interaction, services);
    case 'cooldown':
      return save(interaction, readCooldown(interaction), services);
    default:
      return settingsOverview(interaction, saved, services);
  }
}

/** A schedule of quotes is on the server's clock, and goes with it. */
async function saveTimeZone(interaction: ChatInputCommandInteraction, services: Services): Promise<Reply> {
  const timeZone = interaction.options.getString('zone', true);
  const reply = await save(interaction, { timeZone }, services);
  if (reply.isProblem) return reply;
  const note = await moveSchedule(interaction, services);
  return note === undefined ? reply : { ...reply, content: `${note}\n${reply.content}` };
}

function readCooldown({ options }: ChatInputCommandInteraction) {
  const [member, channel, thread] = ['member', 'channel', 'thread'].map(
    (name) => options.getInteger(name) ?? undefined,
  );
  return {
    ...(member !== undefined && { memberCooldownSeconds: member }),
    ...(channel !== undefined && { channelCooldownSeconds: channel }),
    ...(thread !== undefined && { threadAnswersMax: thread }),
  };
}

async function toggleArticle(interaction: ChatInputCommandInteraction, services: Services): Promise<Reply> {
  const article = findArticle(interaction.options.getString('article', true), services);
  if (article === undefined) return problemReply(textsFor(interaction.locale).problems.noSuchArticle);
  const { articles } = (await services.store.guilds.settings(interaction.guildId ?? '')).settings;
  const chosen = articles === 'all' ? [] : articles;
  const toggled = chosen.includes(article.id)
    ? chosen.filter((id) => id !== article.id)
    : [...chosen, article.id];
  return save(interaction, { articles: toggled.length === 0 ? 'all' : toggled }, services);
}

/** Saves and shows everything as it is now. */
async function save(
  interaction: ChatInputCommandInteraction,
  change: Parameters<typeof saveChange>[1],
  services: Services,
): Promise<Reply> {
  const outcome = await saveChange(interaction, change, services);
  if (!outcome.ok) return outcome.reply;
  const { settings: words } = textsFor(interaction.locale);
  const saved = await services.store.guilds.settings(interaction.guildId ?? '');
  const { content } = settingsOverview(interaction, saved, services);
  return { content: `${outcome.isChanged ? words.saved : words.unchanged}\n${content}` };
}
