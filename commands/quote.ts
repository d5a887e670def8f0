import {
  ApplicationIntegrationType,
  InteractionContextType,
  SlashCommandBuilder,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
  type SlashCommandSubcommandGroupBuilder,
} from 'discord.js';
import { chatCommand } from '../src/discord/command.ts';
import { searchTermsLengthMax } from '../src/discord/limits.ts';
import { findButton } from '../src/discord/quotes/browse-quotes.ts';
import {
  changesButton,
  correctButton,
  keepButton,
  keepFilled,
} from '../src/discord/quotes/correction-acts.ts';
import { historyButton } from '../src/discord/quotes/history-list.ts';
import { queueButton } from '../src/discord/quotes/queue-list.ts';
import {
  isPrivateQuoteCommand,
  runQuoteCommand,
  suggestForQuoteCommand,
} from '../src/discord/quotes/quote-command.ts';
import { quoteActButton, quoteOpenButton, quotePreviewButton } from '../src/discord/quotes/review-acts.ts';
import { quoteDialogButton, quoteDialogFilled } from '../src/discord/quotes/review-dialogs.ts';
import { scheduleButton } from '../src/discord/quotes/schedule-panel.ts';
import { sentenceButton } from '../src/discord/quotes/sentence-acts.ts';
import { passageSelect, suggestButton } from '../src/discord/quotes/suggest-acts.ts';
import { outcomesButton } from '../src/discord/quotes/tell-suggester.ts';

const data = new SlashCommandBuilder()
  .setName('quote')
  .setNameLocalizations({ id: 'kutipan' })
  .setDescription('Suggest, review and read quotes')
  .setDescriptionLocalizations({ id: 'Usulkan, tinjau, dan baca kutipan' })
  .setContexts([InteractionContextType.Guild])
  .setIntegrationTypes([ApplicationIntegrationType.GuildInstall])
  .addSubcommand((sub) =>
    named(sub, 'suggest', 'usul')
      .setDescription('Suggest words of an article as a quote')
      .setDescriptionLocalizations({ id: 'Usulkan kata-kata artikel sebagai kutipan' })
      .addStringOption((option) =>
        named(option, 'passage', 'bagian')
          .setDescription('Some of its words; then pick a passage')
          .setDescriptionLocalizations({ id: 'Beberapa katanya; lalu pilih bagiannya' })
          .setRequired(true)
          .setMaxLength(100)
          .setAutocomplete(true),
      ),
  )
  .addSubcommand((sub) =>
    named(sub, 'show', 'lihat')
      .setDescription('One quote by its number')
      .setDescriptionLocalizations({ id: 'Satu kutipan menurut nomornya' })
      .addStringOption(numberOption),
  )
  .addSubcommand((sub) =>
    named(sub, 'random', 'acak')
      .setDescription('Any one of the posted quotes')
      .setDescriptionLocalizations({ id: 'Salah satu kutipan yang sudah terbit' }),
  )
  .addSubcommand((sub) =>
    named(sub, 'search', 'cari')
      .setDescription('Posted quotes that hold some words')
      .setDescriptionLocalizations({ id: 'Kutipan terbit yang memuat kata tertentu' })
      .addStringOption((option) =>
        named(option, 'terms', 'kata')
          .setDescription('Words to look for')
          .setDescriptionLocalizations({ id: 'Kata-kata yang dicari' })
          .setRequired(true)
          .setMaxLength(searchTermsLengthMax),
      ),
  )
  .addSubcommand((sub) =>
    named(sub, 'undo', 'urungkan')
      .setDescription('Take your suggestion back; moderators: undo the last step')
      .setDescriptionLocalizations({ id: 'Tarik kembali usulanmu; moderator: urungkan langkah terakhir' })
      .addStringOption(numberOption),
  )
  .addSubcommand((sub) =>
    named(sub, 'queue', 'antrean')
      .setDescription('Moderators: what waits for review')
      .setDescriptionLocalizations({ id: 'Moderator: yang menunggu ditinjau' })
      .addStringOption((option) =>
        named(option, 'show', 'tampilkan')
          .setDescription('Which quotes')
          .setDescriptionLocalizations({ id: 'Kutipan yang mana' })
          .addChoices(
            { name: 'waiting', value: 'suggested', name_localizations: { id: 'menunggu' } },
            { name: 'approved', value: 'approved', name_localizations: { id: 'disetujui' } },
            { name: 'scheduled', value: 'scheduled', name_localizations: { id: 'terjadwal' } },
            { name: 'posted', value: 'posted', name_localizations: { id: 'terbit' } },
          ),
      ),
  )
  .addSubcommand((sub) =>
    named(sub, 'approve', 'setujui')
      .setDescription('Moderators: approve a suggestion as it stands')
      .setDescriptionLocalizations({ id: 'Moderator: setujui usulan apa adanya' })
      .addStringOption(numberOption),
  )
  .addSubcommand((sub) =>
    named(sub, 'post', 'terbitkan')
      .setDescription('Moderators: post an approved quote now')
      .setDescriptionLocalizations({ id: 'Moderator: terbitkan kutipan yang disetujui sekarang' })
      .addStringOption(numberOption),
  )
  .addSubcommand((sub) =>
    named(sub, 'withdraw', 'tarik')
      .setDescription('Moderators: take a posted quote back')
      .setDescriptionLocalizations({ id: 'Moderator: tarik kutipan yang sudah terbit' })
      .addStringOption(numberOption)
      .addStringOption((option) =>
        named(option, 'mode', 'cara')
          .setDescription('What becomes of its message; default: a line that says so')
          .setDescriptionLocalizations({ id: 'Nasib pesannya; kalau kosong: diganti keterangan' })
          .addChoices(
            {
              name: 'leave a line in its place',
              value: 'tombstone',
              name_localizations: { id: 'ganti dengan keterangan' },
            },
            { name: 'delete the message', value: 'delete', name_localizations: { id: 'hapus pesannya' } },
          ),
      )
      .addStringOption((option) =>
        named(option, 'reason', 'alasan')
          .setDescription('Shown in its place and kept in the history')
          .setDescriptionLocalizations({ id: 'Tampil di tempatnya dan tercatat di riwayat' })
          .setMaxLength(300),
      ),
  )
  .addSubcommand((sub) =>
    named(sub, 'history', 'riwayat')
      .setDescription('Moderators: everything that happened to a quote')
      .setDescriptionLocalizations({ id: 'Moderator: semua yang terjadi pada sebuah kutipan' })
      .addStringOption(numberOption),
  )
  .addSubcommand((sub) =>
    named(sub, 'export', 'ekspor')
      .setDescription('Moderators: all quotes as a file, without names')
      .setDescriptionLocalizations({ id: 'Moderator: semua kutipan sebagai berkas, tanpa nama' }),
  )
  .addSubcommand((sub) =>
    named(sub, 'import', 'impor')
      .setDescription('Administrators: take quotes from an exported file')
      .setDescriptionLocalizations({ id: 'Administrator: ambil kutipan dari berkas hasil ekspor' })
      .addAttachmentOption((option) =>
        option
          .setName('file')
          .setNameLocalizations({ id: 'berkas' })
          .setDescription('A file that /quote export made')
          .setDescriptionLocalizations({ id: 'Berkas hasil /kutipan ekspor' })
          .setRequired(true),
      ),
  )
  .addSubcommandGroup(scheduleGroup);

/** `/quote …`: everybody reads and suggests; what is for moderators is checked with every use. */
export const quote = chatCommand({
  data: data.toJSON(),
  isLight: true,
  isPrivate: isPrivateQuoteCommand,
  execute: runQuoteCommand,
  autocomplete: suggestForQuoteCommand,
  buttons: {
    'quote-suggest': suggestButton,
    'quote-passage': passageSelect,
    'quote-sentences': sentenceButton,
    'quote-act': quoteActButton,
    'quote-dialog': quoteDialogButton,
    'quote-queue': queueButton,
    'quote-open': quoteOpenButton,
    'quote-preview': quotePreviewButton,
    'quote-history': historyButton,
    'quote-find': findButton,
    'quote-schedule': scheduleButton,
    'quote-outcomes': outcomesButton,
    'quote-changes': changesButton,
    'quote-correct': correctButton,
    'quote-keep': keepButton,
  },
  dialogs: { 'quote-dialog': quoteDialogFilled, 'quote-keep': keepFilled },
});

function scheduleGroup(group: SlashCommandSubcommandGroupBuilder): SlashCommandSubcommandGroupBuilder {
  return group
    .setName('schedule')
    .setNameLocalizations({ id: 'jadwal' })
    .setDescription('Moderators: quotes that are posted by themselves')
    .setDescriptionLocalizations({ id: 'Moderator: kutipan yang terbit sendiri' })
    .addSubcommand((sub) =>
      named(sub, 'show', 'lihat')
        .setDescription('The schedule and what is next')
        .setDescriptionLocalizations({ id: 'Jadwalnya dan yang berikutnya' }),
    )
    .addSubcommand((sub) =>
      named(sub, 'set', 'atur')
        .setDescription('On which days and at what time a quote is posted')
        .setDescriptionLocalizations({ id: 'Hari apa dan pukul berapa kutipan terbit' })
        .addStringOption(daysOption)
        .addStringOption((option) =>
          named(option, 'time', 'pukul')
            .setDescription('For example 07:30, on the server’s clock')
            .setDescriptionLocalizations({ id: 'Misalnya 07:30, menurut jam server' })
            .setRequired(true)
            .setMaxLength(20),
        )
        .addStringOption((option) =>
          named(option, 'missed', 'terlewat')
            .setDescription('What happens when the bot was down at that time')
            .setDescriptionLocalizations({ id: 'Kalau bot mati pada waktu itu' })
            .addChoices(
              { name: 'pass over', value: 'skip', name_localizations: { id: 'lewati' } },
              {
                name: 'post one afterwards',
                value: 'post-one',
                name_localizations: { id: 'satu kutipan menyusul' },
              },
            ),
        ),
    )
    .addSubcommand((sub) =>
      named(sub, 'pause', 'jeda')
        .setDescription('Post nothing by itself for now')
        .setDescriptionLocalizations({ id: 'Untuk sementara tidak ada yang terbit sendiri' }),
    )
    .addSubcommand((sub) =>
      named(sub, 'resume', 'lanjut')
        .setDescription('Go on after a pause')
        .setDescriptionLocalizations({ id: 'Lanjutkan setelah jeda' }),
    )
    .addSubcommand((sub) =>
      named(sub, 'remove', 'hapus')
        .setDescription('End the schedule')
        .setDescriptionLocalizations({ id: 'Hapus jadwalnya' }),
    );
}

function daysOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(option, 'days', 'hari')
    .setDescription('Every day, Monday to Friday, or one day of the week')
    .setDescriptionLocalizations({ id: 'Setiap hari, Senin sampai Jumat, atau satu hari seminggu' })
    .setRequired(true)
    .addChoices(
      { name: 'every day', value: 'daily', name_localizations: { id: 'setiap hari' } },
      { name: 'Monday to Friday', value: 'weekdays', name_localizations: { id: 'Senin sampai Jumat' } },
      { name: 'Monday', value: '1', name_localizations: { id: 'Senin' } },
      { name: 'Tuesday', value: '2', name_localizations: { id: 'Selasa' } },
      { name: 'Wednesday', value: '3', name_localizations: { id: 'Rabu' } },
      { name: 'Thursday', value: '4', name_localizations: { id: 'Kamis' } },
      { name: 'Friday', value: '5', name_localizations: { id: 'Jumat' } },
      { name: 'Saturday', value: '6', name_localizations: { id: 'Sabtu' } },
      { name: 'Sunday', value: '7', name_localizations: { id: 'Minggu' } },
    );
}

function numberOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(option, 'number', 'nomor')
    .setDescription('Its number, or some of its words to pick it by')
    .setDescriptionLocalizations({ id: 'Nomornya, atau beberapa katanya untuk memilihnya' })
    .setRequired(true)
    .setMaxLength(100)
    .setAutocomplete(true);
}

function named<Builder extends SlashCommandSubcommandBuilder | SlashCommandStringOption>(
  builder: Builder,
  en: string,
  id: string,
): Builder {
  builder.setName(en).setNameLocalizations({ id });
  return builder;
}
