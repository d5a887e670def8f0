import { correctionId } from './correction-id.ts';
import { moderationId } from './moderation-id.ts';
import { quoteFilesId } from './quote-files-id.ts';
import type { Texts } from './texts.ts';
import { verifyId } from './verify-id.ts';
import { whyId } from './why-id.ts';

const numbers = new Intl.NumberFormat('id');

export const id: Texts = {
  ...correctionId,
  ...moderationId,
  ...quoteFilesId,
  ...verifyId,
  ...whyId,
  locale: 'id',
  questionLabel: 'Pertanyaan:',
  answers: 'Artikel menjawab:',
  mayAnswer: 'Mungkin ini jawabannya:',
  doesNotSay: 'Artikel tidak menyebutkannya.',
  nearest: 'Yang paling dekat:',
  noTerms: 'Pertanyaannya belum memuat kata yang bisa dicari. Coba sebut nama, hal, atau kejadiannya.',
  nothingFoundHint: 'Coba dengan kata lain, atau lihat `/artikel daftar` untuk artikel yang tersedia.',
  paragraph: (number) => `paragraf ${numbers.format(number)}`,
  sentence: (number) => `kalimat ${numbers.format(number)}`,
  titlePlace: 'judul',
  summaryPlace: 'ringkasan',
  headingPlace: (paragraph) => `subjudul sebelum paragraf ${numbers.format(paragraph)}`,
  sourceLink: 'lihat di sumbernya',
  contextButton: (number) => (number === undefined ? 'Lihat konteksnya' : `Konteks [${number}]`),
  moreButton: 'Lainnya',
  previousButton: 'Sebelumnya',
  nextButton: 'Berikutnya',
  contextTitle: 'Dalam konteks',
  moreTitle: 'Bagian lain yang mungkin terkait:',
  passageTitle: 'Bagian artikel',
  searchTitle: (found) => `${numbers.format(found)} bagian ditemukan untuk`,
  searchNothing: 'Tidak ada bagian artikel yang memuat',
  page: (page, pages) => `Halaman ${numbers.format(page)} dari ${numbers.format(pages)}`,
  articlesTitle: (count) => `${numbers.format(count)} artikel bisa ditanya:`,
  paragraphCount: (count) => `${numbers.format(count)} paragraf`,
  fields: {
    author: 'Penulis',
    publisher: 'Penerbit',
    published: 'Terbit',
    language: 'Bahasa',
    licence: 'Lisensi',
    length: 'Panjang',
    version: 'Versi',
  },
  languageNames: { id: 'Indonesia', en: 'Inggris' },
  askAbout: 'Tanyakan isinya dengan `/tanya`.',
  help: [
    '**Kutip menjawab dengan kata-kata artikel itu sendiri.**',
    'Bertanyalah dengan bahasamu sendiri; jawabannya selalu kutipan persis, lengkap dengan letaknya. Kalau artikel tidak menyebutkannya, Kutip bilang begitu.',
    '',
    '`/tanya` – ajukan pertanyaan; pilih `pribadi` kalau hanya kamu yang perlu melihat jawabannya',
    '`/cari` – cari kata di semua artikel',
    '`/bagian` – buka satu bagian beserta paragraf di sekitarnya',
    '`/artikel daftar`, `/artikel lihat` – artikel yang bisa ditanya',
    '`/periksa` – periksa apakah artikel menulis persis seperti itu',
    'Tekan lama (atau klik kanan) sebuah pesan → **Aplikasi** → **Tanya artikel** untuk menanyakan isi pesan itu, **Periksa kutipan** untuk memeriksanya.',
    'Kalau moderator mengizinkan, sebut Kutip dalam pesan, atau langsung bertanya di kanal khusus pertanyaan.',
    '',
    '`/privasi` – apa yang disimpan dan berapa lama · `/lupakan-aku` – hapus yang tersimpan tentangmu',
    'Moderator: `/pengaturan` – di mana dan bagaimana Kutip menjawab · `/celah` – yang tidak bisa dijawabnya',
    '',
    '**Tebal** = kata yang menjawab · `[…]` = ada yang dipotong',
  ].join('\n'),
  problems: {
    noSuchArticle: 'Artikel itu tidak ada. Pilih dari saran yang muncul, atau lihat `/artikel daftar`.',
    noSuchPassage: 'Bagian itu tidak ditemukan. Ketik beberapa katanya dan pilih dari saran yang muncul.',
    emptyMessage: 'Pesan itu tidak berisi teks yang bisa ditanyakan.',
    ownMessage: 'Itu pesan Kutip sendiri. Pilih pesan yang ditulis orang lain, atau pakai `/tanya`.',
    emptyQuestion: 'Pertanyaannya kosong. Tulis apa yang ingin kamu ketahui.',
    emptySearch: 'Tulis kata yang ingin dicari.',
    stale:
      'Kutipannya tidak cocok lagi dengan artikel yang tersimpan, jadi tidak ditampilkan. Coba tanyakan sekali lagi.',
    articleChanged:
      'Artikelnya sudah berubah sejak pesan ini dikirim. Ajukan lagi pertanyaannya untuk kutipan terbaru.',
    articleGone: 'Artikelnya sudah tidak tersedia di sini.',
    coolDown: (seconds) => `Sebentar ya, coba lagi dalam ${numbers.format(seconds)} dtk.`,
    restarting: 'Kutip sedang dimulai ulang. Coba lagi sebentar lagi.',
    unknownCommand: 'Perintah ini sudah tidak ada. Muat ulang Discord (Ctrl+R) atau lihat `/bantuan`.',
    unknownButton: 'Tombol ini berasal dari versi lama dan tidak berlaku lagi. Ajukan lagi pertanyaannya.',
    failed: (reference) =>
      `Ada yang salah di pihak Kutip. Coba lagi; kalau masih gagal, beri tahu pengelola kode ini: \`${reference}\``,
  },
};
