import type { GapTexts } from './moderation-texts.ts';

export const gapsId: GapTexts = {
  views: { open: 'Terbuka', decided: 'Diputuskan', votes: 'Suara' },
  title: (count) =>
    `**${count} pertanyaan terbuka** yang tidak terjawab atau dinilai 👎, yang terbaru dan paling sering dulu:`,
  none: 'Tidak ada pertanyaan yang menunggu: semua sudah terjawab, diajarkan, atau disisihkan.',
  asked: (count) => `ditanyakan ${count} kali`,
  again: 'ditanyakan lagi setelah diputuskan',
  chooseGap: 'Pilih pertanyaan',
  wordings: (count) => (count === 1 ? '**Pertanyaannya**' : `**Ditanyakan dengan ${count} cara**`),
  teachHint:
    'Bagian mana yang menjawabnya? Pilih, dan Kutip akan menemukannya untuk pertanyaan ini dan yang serupa, tetap dengan kata-kata artikel.',
  choosePassage: 'Ajarkan: pilih bagian yang menjawab',
  noPassages: 'Tidak ada bagian yang mendekati. Cari dengan kata lain.',
  searched: (terms, count) => `**${count}** bagian ditemukan untuk “${terms}”.`,
  search: 'Cari bagian…',
  searchTitle: 'Cari bagian yang menjawab',
  searchLabel: 'Kata-kata bagian itu',
  dismiss: 'Sisihkan',
  back: 'Kembali ke daftar',
  undo: 'Urungkan',
  taught: '✅ Diajarkan. Siapa pun yang menanyakan ini atau yang serupa kini mendapat:',
  taughtButWeak:
    '✅ Diajarkan, tetapi dengan kata-kata ini saja jawabannya belum ditemukan; kata-kata lain mungkin bisa. Ini bisa diurungkan.',
  dismissed: '✅ Disisihkan. Pertanyaan ini muncul lagi kalau ditanyakan tiga kali lagi.',
  undone: '✅ Diurungkan. Pertanyaannya kembali ke daftar, dan bagian itu tidak lagi ditemukan olehnya.',
  undoneAlready: 'Itu sudah diurungkan.',
  gone: 'Pertanyaan itu sudah tidak ada di daftar: sudah diputuskan orang lain, atau dihapus.',
  tooManyLessons: (max) => `Server ini sudah punya ${max} bagian yang diajarkan; urungkan satu dulu.`,
  decidedTitle: (count) => `**${count} keputusan**, yang terbaru dulu:`,
  decidedNone: 'Belum ada yang diajarkan atau disisihkan.',
  decisions: { taught: 'diajarkan', dismissed: 'disisihkan' },
  chooseUndo: 'Urungkan sebuah keputusan',
  votesTitle: (days) => `**Penilaian anggota atas jawaban**, ${days} hari terakhir, yang terburuk dulu:`,
  votesNone: 'Belum ada suara.',
  notAllowed: 'Hanya moderator yang bisa melihat dan menjawab pertanyaan ini.',
};
