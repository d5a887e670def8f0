import { gapsId } from './gaps-id.ts';
import type { ModerationTexts } from './moderation-texts.ts';
import { quotePostId } from './quote-post-id.ts';
import { quotesId } from './quotes-id.ts';
import { settingsId } from './settings-id.ts';

export const moderationId: ModerationTexts = {
  channel: {
    threadName: 'Pertanyaan',
    greeting:
      'Hai! Sebut aku dan tulis pertanyaanmu di pesan yang sama, atau pakai `/tanya`; kujawab dengan kata-kata artikelnya. Selebihnya ada di `/bantuan`.',
  },
  votes: {
    thanksUp: 'Terima kasih! 👍 tercatat. Bisa diganti dengan tombol yang lain.',
    thanksDown: 'Tercatat: 👎. Apa yang kurang pas? Boleh juga tidak dijawab.',
    whyPlaceholder: 'Pilih apa yang kurang pas',
    thanksReason: (reason) => `Terima kasih, tercatat: 👎 ${reason}. Moderator melihatnya tanpa namamu.`,
    reasons: {
      'wrong-passage': 'bagian yang salah',
      'not-what-i-asked': 'bukan itu yang kutanyakan',
      'cut-out-of-context': 'terpotong dari konteksnya',
    },
    tooOld: 'Jawaban ini sudah terlalu lama untuk dinilai. Ajukan lagi pertanyaannya.',
  },
  settings: settingsId,
  gaps: gapsId,
  quotePost: quotePostId,
  quotes: quotesId,
  digest: {
    title: (fromDate, toDate) => `**Pertanyaan minggu ini** (${fromDate} – ${toDate})`,
    questions: (count, fresh, open) =>
      `Tidak terjawab atau dinilai 👎: ${count} · celah baru: ${fresh} · terbuka seluruhnya: ${open}`,
    votes: (up, down) => `Suara: 👍 ${up} · 👎 ${down}`,
    decided: (taught, dismissed) => `Diajarkan: ${taught} · disisihkan: ${dismissed}`,
    stale: (count) => `⚠️ ${count} bagian yang diajarkan tidak lagi ada di artikelnya; lihat \`/celah\`.`,
    top: 'Paling sering ditanyakan:',
    hint: 'Lihat `/celah` untuk mengajarkan jawaban atau menyisihkan pertanyaan.',
  },
  privacy: {
    title: '**Yang disimpan Kutip**',
    intro: 'Inilah semuanya, dibuat dari tabel yang juga dipakai programnya untuk menghapus:',
    line: ({ what, why, seenBy, kept }) =>
      `• **${what}** – ${why}. Terlihat oleh: ${seenBy}. Disimpan: ${kept}.`,
    end: '`/lupakan-aku` langsung menghapus milikmu.',
    forgetAsk:
      'Ini menghapus semua yang disimpan Kutip tentangmu, di semua server: pertanyaanmu, suaramu, dan namamu pada keputusan. Tidak bisa dibatalkan.',
    forgetYes: 'Hapus semuanya',
    forgetNo: 'Biarkan',
    forgotten: (rows) =>
      rows === 0 ? 'Tidak ada milikmu yang tersimpan.' : `Selesai: ${rows} catatan milikmu dihapus.`,
    kept: 'Tidak ada yang dihapus.',
  },
};
