import type { QuotePostTexts } from './quote-post-texts.ts';

export const quotePostId: QuotePostTexts = {
  speaker: (name) => `— **${name}**`,
  author: (name) => `oleh ${name}`,
  note: (note) => `**Catatan moderator:** ${note}`,
  corrected: (date) =>
    `**Koreksi, ${date}:** artikelnya telah diubah; kata-kata di atas adalah kata-kata artikel yang sekarang.`,
  withdrawn: (reason) =>
    reason === undefined
      ? 'Kutipan ini telah ditarik oleh moderator.'
      : `Kutipan ini telah ditarik oleh moderator. Alasannya: ${reason}`,
  sentences: (first, last) => `kalimat ${first}–${last}`,
  failures: {
    noChannelChosen:
      'Belum ada kanal untuk kutipan. Pilih kanalnya di /pengaturan kutipan, lalu terbitkan lagi.',
    channelGone: (channel) =>
      `Kanal ${channel} sudah tidak ada atau tidak terlihat oleh Kutip. Pilih kanal lain di /pengaturan kutipan, lalu terbitkan lagi.`,
    lacksPermissions: (channel, permissions) =>
      `Di ${channel} Kutip tidak punya izin ${permissions}. Izinkan di pengaturan kanal itu, lalu terbitkan lagi.`,
    refused: (channel, code) => `Discord menolak pesan itu di ${channel} (kode ${code}).`,
    noAnswer: 'Discord sedang tidak menjawab.',
    cannotTell: (channel) =>
      `Tidak bisa dipastikan apakah kutipan sudah terkirim: terlalu banyak pesan di ${channel}. Lihat dulu di sana; kalau belum ada, terbitkan lagi.`,
    tooLong:
      'Kata-katanya terlalu panjang untuk satu pesan. Urungkan persetujuannya, pendekkan, lalu setujui lagi.',
    damaged: 'Naskah yang disimpan untuk kutipan ini rusak, jadi tidak ada yang dikirim.',
    timedOut: 'Kutip sedang dibisukan (timeout) di server ini.',
  },
  notices: {
    failed: (number, reason) => `⚠️ Kutipan #${number} tidak terkirim. ${reason}`,
    willRetry: (number, reason, atSeconds) =>
      `⏳ Kutipan #${number} belum terkirim. ${reason} Dicoba lagi <t:${atSeconds}:R>.`,
    damaged: (number) =>
      `🛑 Kutipan #${number} dibekukan: naskah yang disimpan untuknya rusak, jadi kata-katanya tidak bisa dipastikan. Tidak ada yang dikirim. Beri tahu pengelola Kutip.`,
    noCard: (number, why) => `🖼️ Kutipan #${number} terkirim tanpa gambar: ${why}`,
    editFailed: (number, reason) =>
      `⚠️ Pesan kutipan #${number} belum bisa disesuaikan. ${reason} Kutip memeriksanya lagi saat dimulai ulang.`,
    queueLow: (left) =>
      left === 0
        ? '📭 Semua kutipan yang disetujui sudah terkirim; jadwal berikutnya mengulang yang lama. Usulkan dan setujui yang baru.'
        : `📭 Tinggal ${left} kutipan yang belum pernah dikirim. Usulkan dan setujui yang baru sebelum yang lama berulang.`,
    nothingToPost: (waiting) =>
      waiting === 0
        ? '📭 Waktunya mengirim kutipan, tetapi belum ada satu pun yang disetujui.'
        : `📭 Waktunya mengirim kutipan, tetapi tidak ada yang bisa dikirim: ${waiting} kutipan yang ada ditahan, gagal dikirim, atau sudah 1.000 kali dikirim. Lepaskan yang ditahan, terbitkan yang gagal, atau setujui yang baru.`,
    missedRuns: (count, isPosted) =>
      isPosted
        ? `⏰ ${count} jadwal terlewat selagi Kutip tidak aktif; satu kutipan dikirim untuk semuanya.`
        : `⏰ ${count} jadwal terlewat selagi Kutip tidak aktif, dan tidak disusulkan.`,
  },
  cardProblems: {
    missingCharacters: (characters) => `huruf gambarnya tidak punya tanda ${characters}.`,
    tooLong: 'kata-katanya terlalu panjang untuk gambar yang terbaca di ponsel.',
    mayNotAttach: 'Kutip tidak punya izin Lampirkan File (Attach Files) di kanal itu.',
    cannotDraw: 'gambarnya tidak bisa dibuat; pengelola Kutip bisa melihat sebabnya di log.',
  },
};
