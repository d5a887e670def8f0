/**
 * Everything Kutip stores, as one table: what `/privacy` says, what the daily sweep deletes and what
 * `/forget-me` deletes all come from it. Whoever adds a column to the database adds it here.
 *
 * Members' IDs are stored as they are, and only where something cannot be done without: hashing them
 * with a secret kept in the same database would protect nothing, since IDs can be enumerated.
 */
import { moderators, nobody, type Wording } from './privacy-wording.ts';
import { storedQuoteTables } from './stored-quote-tables.ts';

/**
 * What a column holds. `member`: the ID of whoever asked or voted; `/forget-me` deletes the row.
 * `moderator`: the ID of whoever decided; `/forget-me` empties it. `question`: a member's own words.
 */
export type ColumnMeaning =
  | 'message'
  | 'place'
  | 'member'
  | 'moderator'
  | 'question'
  | 'taught-wording'
  | 'time'
  | 'article'
  | 'choice'
  | 'state';

/** A number of days, the server's retention, or the shorter of the two. */
export interface KeptDays {
  readonly retention: boolean;
  readonly atMost?: number;
}

export type KeptRule =
  /** Until so many days after the time in `since`; while that is empty, for good. */
  | { readonly kind: 'days'; readonly days: KeptDays; readonly since: string }
  /** As long as the row of `table` it belongs to. */
  | { readonly kind: 'with'; readonly table: string }
  /** Until the bot leaves the server. */
  | { readonly kind: 'with-server' }
  /** Until the member chooses otherwise or is forgotten. */
  | { readonly kind: 'with-choice' };

export interface StoredTable {
  readonly table: string;
  readonly what: Wording;
  readonly why: Wording;
  readonly seenBy: Wording;
  readonly kept: KeptRule;
  readonly columns: Readonly<Record<string, ColumnMeaning>>;
  /** Columns that are emptied before their row goes. */
  readonly emptied?: { readonly column: string; readonly days: KeptDays; readonly since: string };
}

/** A server's question texts are gone from conversations after so many days, or sooner by its retention. */
const conversationDays = 7;

const retention: KeptDays = { retention: true };

export const storedTables = [
  {
    table: 'claims',
    what: { id: 'nomor pesan yang sudah ditangani', en: 'the numbers of messages that were dealt with' },
    why: { id: 'agar tidak ada pesan yang dijawab dua kali', en: 'so that no message is answered twice' },
    seenBy: nobody,
    kept: { kind: 'days', days: { retention: false, atMost: 7 }, since: 'claimed_at' },
    columns: {
      message_id: 'message',
      channel_id: 'place',
      guild_id: 'place',
      claimed_at: 'time',
      finished: 'state',
    },
  },
  {
    table: 'turns',
    what: {
      id: 'pertanyaan yang dijawab bot: teksnya, penanyanya, dan tempat jawabannya',
      en: 'questions the bot answered: their text, who asked, and where the answer stands',
    },
    why: {
      id: 'agar pertanyaan lanjutan dipahami, suntingan atau penghapusan diikuti, dan moderator bisa melihat kenapa sebuah bagian dipilih',
      en: 'so that follow-ups are understood, edits and deletions followed, and moderators can see why a passage was chosen',
    },
    seenBy: moderators,
    kept: { kind: 'days', days: { retention: true, atMost: conversationDays }, since: 'asked_at' },
    columns: {
      question_id: 'message',
      answer_id: 'message',
      guild_id: 'place',
      channel_id: 'place',
      thread_id: 'place',
      asked_by: 'member',
      question: 'question',
      asked_at: 'time',
      verdict: 'state',
      article_id: 'article',
      article_version: 'article',
      passage_id: 'article',
      corpus_version: 'article',
    },
  },
  {
    table: 'interaction_claims',
    what: {
      id: 'nomor perintah dan tombol yang sudah ditangani',
      en: 'the numbers of commands and buttons that were dealt with',
    },
    why: { id: 'agar tidak ada yang dijalankan dua kali', en: 'so that none is carried out twice' },
    seenBy: nobody,
    kept: { kind: 'days', days: { retention: false, atMost: 1 }, since: 'claimed_at' },
    columns: { interaction_id: 'message', guild_id: 'place', claimed_at: 'time' },
  },
  {
    table: 'threads',
    what: {
      id: 'utas yang dibuka bot: jumlah jawaban, dan kapan moderator mengambil alih',
      en: 'threads the bot opened: how many answers, and when a moderator took over',
    },
    why: { id: 'agar bot tahu kapan harus diam', en: 'so that the bot knows when to be silent' },
    seenBy: nobody,
    kept: { kind: 'days', days: { retention: false, atMost: 90 }, since: 'last_used_at' },
    columns: {
      thread_id: 'place',
      guild_id: 'place',
      channel_id: 'place',
      answer_count: 'state',
      stepped_in_at: 'time',
      last_used_at: 'time',
    },
  },
  {
    table: 'guild_settings',
    what: {
      id: 'pengaturan server, dan siapa yang terakhir mengubahnya',
      en: "the server's settings, and who changed them last",
    },
    why: { id: 'agar bot mengikutinya', en: 'so that the bot follows them' },
    seenBy: { id: 'moderator', en: 'moderators' },
    kept: { kind: 'with-server' },
    columns: {
      guild_id: 'place',
      settings: 'choice',
      retention_days: 'choice',
      revision: 'state',
      changed_by: 'moderator',
      changed_at: 'time',
    },
  },
  {
    table: 'gap_decisions',
    what: {
      id: 'keputusan moderator atas pertanyaan yang tidak terjawab',
      en: 'what moderators decided about unanswered questions',
    },
    why: { id: 'agar bisa diurungkan', en: 'so that it can be undone' },
    seenBy: { id: 'moderator', en: 'moderators' },
    kept: { kind: 'days', days: retention, since: 'over_at' },
    columns: {
      decision_id: 'state',
      guild_id: 'place',
      kind: 'state',
      decided_by: 'moderator',
      decided_at: 'time',
      undone_by: 'moderator',
      undone_at: 'time',
      over_at: 'time',
    },
  },
  {
    table: 'kept_questions',
    what: {
      id: 'pertanyaan yang tidak terjawab atau dinilai: teksnya dan penanyanya',
      en: 'questions that stayed unanswered or were voted on: their text and who asked',
    },
    why: {
      id: 'agar moderator melihat apa yang belum terjawab, dan /lupakan-aku bisa menghapusnya',
      en: 'so that moderators see what is missing, and /forget-me can delete it',
    },
    seenBy: moderators,
    kept: { kind: 'days', days: retention, since: 'asked_at' },
    columns: {
      question_id: 'message',
      guild_id: 'place',
      question: 'question',
      asked_by: 'member',
      asked_at: 'time',
      unanswered: 'state',
      article_id: 'article',
      article_version: 'article',
      passage_id: 'article',
      corpus_version: 'article',
      decision_id: 'state',
    },
  },
  {
    table: 'votes',
    what: {
      id: '👍 dan 👎 beserta alasannya, dan siapa yang memberi',
      en: '👍 and 👎 with the reason, and who voted',
    },
    why: { id: 'agar setiap anggota punya satu suara', en: 'so that each member has one vote' },
    seenBy: moderators,
    kept: { kind: 'with', table: 'kept_questions' },
    columns: {
      question_id: 'message',
      member_id: 'member',
      value: 'choice',
      reason: 'choice',
      voted_at: 'time',
    },
  },
  {
    table: 'lessons',
    what: {
      id: 'bagian artikel yang diajarkan moderator sebagai jawaban',
      en: 'passages that moderators taught as answers',
    },
    why: { id: 'agar pertanyaan serupa terjawab', en: 'so that questions like it are answered' },
    seenBy: { id: 'moderator', en: 'moderators' },
    kept: { kind: 'with', table: 'gap_decisions' },
    columns: {
      decision_id: 'state',
      guild_id: 'place',
      article_id: 'article',
      article_version: 'article',
      passage_id: 'article',
      start_offset: 'article',
      end_offset: 'article',
      passage_text: 'article',
      is_stale: 'state',
    },
  },
  {
    table: 'lesson_wordings',
    what: {
      id: 'bunyi pertanyaan yang diajarkan, sampai moderator mengurungkannya; penanyanya hanya selama masa simpan',
      en: 'the wordings that were taught, until a moderator undoes it; who asked, only for the retention',
    },
    why: { id: 'agar pertanyaan serupa terjawab', en: 'so that questions like it are answered' },
    seenBy: moderators,
    kept: { kind: 'with', table: 'gap_decisions' },
    emptied: { column: 'asked_by', days: retention, since: 'taught_at' },
    columns: {
      decision_id: 'state',
      position: 'state',
      guild_id: 'place',
      wording: 'taught-wording',
      asked_by: 'member',
      taught_at: 'time',
    },
  },
  {
    table: 'digests',
    what: { id: 'minggu yang ringkasannya sudah dikirim', en: 'the weeks whose digest was sent' },
    why: { id: 'agar tidak dikirim dua kali', en: 'so that it is not sent twice' },
    seenBy: nobody,
    kept: { kind: 'days', days: { retention: false, atMost: 90 }, since: 'claimed_at' },
    columns: { guild_id: 'place', week: 'time', claimed_at: 'time' },
  },
  ...storedQuoteTables,
] as const satisfies readonly StoredTable[];

/** One line of `/privacy`. */
export interface PrivacyLine {
  readonly what: string;
  readonly why: string;
  readonly seenBy: string;
  readonly kept: string;
}

/** What is stored and for how long, in the order of the table. */
export function describePrivacy(
  language: keyof Wording,
  retentionDays: number,
  tables: readonly StoredTable[] = storedTables,
): readonly PrivacyLine[] {
  return tables.map((entry) => ({
    what: entry.what[language],
    why: entry.why[language],
    seenBy: entry.seenBy[language],
    kept: describeKept(entry, tables, retentionDays)[language],
  }));
}

/** How many days a rule comes to under a server's retention. */
export function keptDays(days: KeptDays, retentionDays: number): number {
  const atMost = days.atMost ?? Number.POSITIVE_INFINITY;
  return days.retention ? Math.min(retentionDays, atMost) : atMost;
}

function describeKept(entry: StoredTable, tables: readonly StoredTable[], retentionDays: number): Wording {
  const { kept } = entry;
  if (kept.kind === 'with-server') {
    return { id: 'sampai bot keluar dari server', en: 'until the bot leaves the server' };
  }
  if (kept.kind === 'with-choice') {
    return { id: 'sampai kamu mengubah pilihanmu', en: 'until you choose otherwise' };
  }
  if (kept.kind === 'with') {
    const owner = tables.find(({ table }) => table === kept.table);
    if (owner === undefined) throw new Error(`nothing is stored as ${kept.table}`);
    return owner.kept.kind === 'days' && owner.kept.since === 'over_at'
      ? untilUndone(spanOf(owner.kept.days, retentionDays))
      : describeKept(owner, tables, retentionDays);
  }
  const span = spanOf(kept.days, retentionDays);
  if (kept.since !== 'over_at') return span;
  const lessons = untilUndone(span);
  return {
    id: `ajaran: ${lessons.id}; selebihnya ${span.id}`,
    en: `lessons: ${lessons.en}; others ${span.en}`,
  };
}

function spanOf(kept: KeptDays, retentionDays: number): Wording {
  const days = keptDays(kept, retentionDays);
  return { id: `${days} hari`, en: days === 1 ? '1 day' : `${days} days` };
}

function untilUndone(span: Wording): Wording {
  return { id: `sampai diurungkan, lalu ${span.id}`, en: `until undone, then ${span.en}` };
}
