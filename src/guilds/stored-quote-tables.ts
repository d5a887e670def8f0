import { moderators, nobody } from './privacy-wording.ts';
import type { StoredTable } from './privacy.ts';

/** What is stored about quotes: the part of `storedTables` that belongs to them. */
export const storedQuoteTables = [
  {
    table: 'quote_people',
    what: {
      id: 'siapa yang mengusulkan atau memutuskan kutipan',
      en: 'who suggested quotes or decided about them',
    },
    why: {
      id: 'agar pengusul diberi tahu dan keputusan bisa ditelusuri; /lupakan-aku menghapusnya',
      en: 'so that suggesters are told and decisions can be traced; /forget-me deletes it',
    },
    seenBy: { id: 'moderator', en: 'moderators' },
    kept: { kind: 'days', days: { retention: false, atMost: 365 }, since: 'last_acted_at' },
    columns: { guild_id: 'place', person: 'state', user_id: 'member', last_acted_at: 'time' },
  },
  {
    table: 'quotes',
    what: {
      id: 'kutipan yang diusulkan dan diterbitkan, tanpa nama anggota',
      en: "quotes that were suggested and posted, without members' names",
    },
    why: { id: 'agar ditinjau dan diterbitkan tepat sekali', en: 'so that each is reviewed and posted once' },
    seenBy: { id: 'semua anggota server', en: 'everybody in the server' },
    kept: { kind: 'with-server' },
    columns: {
      guild_id: 'place',
      number: 'state',
      state: 'state',
      revision: 'state',
      due_at: 'time',
      is_frozen: 'state',
      article_id: 'article',
      article_version: 'article',
      suggested_by: 'state',
      suggested_at: 'time',
      lease_holder: 'state',
      lease_until: 'time',
      quote: 'state',
    },
  },
  {
    table: 'quote_events',
    what: {
      id: 'riwayat setiap kutipan, tanpa nama anggota',
      en: "each quote's history, without members' names",
    },
    why: { id: 'agar setiap keputusan bisa diperiksa', en: 'so that every decision can be checked' },
    seenBy: moderators,
    kept: { kind: 'with-server' },
    columns: { guild_id: 'place', number: 'state', revision: 'state', at: 'time', event: 'state' },
  },
  {
    table: 'quote_posts',
    what: { id: 'nomor pesan yang memuat kutipan', en: 'the numbers of messages that show quotes' },
    why: { id: 'agar pesan itu bisa disunting atau ditarik', en: 'so that they can be edited or withdrawn' },
    seenBy: nobody,
    kept: { kind: 'with-server' },
    columns: { message_id: 'message', guild_id: 'place', number: 'state' },
  },
  {
    table: 'quote_counters',
    what: { id: 'nomor kutipan terakhir', en: 'the last number of a quote' },
    why: { id: 'agar nomor tidak terpakai dua kali', en: 'so that no number is used twice' },
    seenBy: nobody,
    kept: { kind: 'with-server' },
    columns: { guild_id: 'place', last_number: 'state', last_person: 'state', words_revision: 'state' },
  },
  {
    table: 'quote_snapshots',
    what: { id: 'naskah artikel yang dikutip', en: 'the text of quoted articles' },
    why: {
      id: 'agar kutipan tetap dapat diperiksa setelah artikel berubah',
      en: 'so that quotes can be checked after an article changed',
    },
    seenBy: nobody,
    kept: { kind: 'with-server' },
    columns: { guild_id: 'place', article_id: 'article', version: 'article', snapshot: 'article' },
  },
  {
    table: 'quote_schedules',
    what: { id: 'jadwal kutipan server', en: "the server's schedule of quotes" },
    why: { id: 'agar kutipan terbit pada waktunya', en: 'so that quotes are posted on time' },
    seenBy: { id: 'moderator', en: 'moderators' },
    kept: { kind: 'with-server' },
    columns: { guild_id: 'place', revision: 'state', schedule: 'choice' },
  },
  {
    table: 'quote_reviews',
    what: {
      id: 'kartu tinjauan tiap kutipan, bahasa pengusulnya, dan hasil yang sudah dikabarkan',
      en: "each quote's review card, its suggester's language, and which outcome was told",
    },
    why: {
      id: 'agar kartunya disunting, dan hasilnya dikabarkan sekali dalam bahasa pengusulnya',
      en: 'so that the card is edited, and the outcome told once in the right language',
    },
    seenBy: nobody,
    kept: { kind: 'with-server' },
    columns: {
      guild_id: 'place',
      number: 'state',
      locale: 'choice',
      channel_id: 'place',
      message_id: 'message',
      shown_revision: 'state',
      told: 'state',
    },
  },
  {
    table: 'quote_edits',
    what: {
      id: 'kutipan yang pesannya belum sesuai dengan keputusan terakhir',
      en: 'quotes whose messages do not show the last decision yet',
    },
    why: {
      id: 'agar pesannya tetap disesuaikan setelah gangguan',
      en: 'so that they are brought up to date after a failure too',
    },
    seenBy: nobody,
    kept: { kind: 'with-server' },
    columns: {
      guild_id: 'place',
      number: 'state',
      from_revision: 'state',
      revision: 'state',
      failures: 'state',
      due_at: 'time',
      lease_until: 'time',
    },
  },
  {
    table: 'quote_imports',
    what: { id: 'kutipan yang datang dari berkas impor', en: 'quotes that came with an imported file' },
    why: {
      id: 'agar tidak dibuatkan kartu satu per satu',
      en: 'so that they get no card each',
    },
    seenBy: nobody,
    kept: { kind: 'with-server' },
    columns: { guild_id: 'place', number: 'state' },
  },
  {
    table: 'quote_notices',
    what: {
      id: 'pesan yang menanyakan nasib kutipan yang artikelnya berubah',
      en: 'messages that ask what becomes of quotes whose article changed',
    },
    why: {
      id: 'agar pesannya menyebut keputusan moderator',
      en: 'so that they say what moderators decided',
    },
    seenBy: nobody,
    kept: { kind: 'with-server' },
    columns: {
      guild_id: 'place',
      number: 'state',
      channel_id: 'place',
      message_id: 'message',
      shown_revision: 'state',
    },
  },
  {
    table: 'quote_opt_outs',
    what: {
      id: 'bahwa kamu tidak ingin dikabari hasil usulanmu',
      en: 'that you do not want to be told the outcome of your suggestions',
    },
    why: { id: 'agar bot tidak mengabarimu', en: 'so that the bot does not tell you' },
    seenBy: nobody,
    kept: { kind: 'with-choice' },
    columns: { user_id: 'member', since: 'time' },
  },
] as const satisfies readonly StoredTable[];
