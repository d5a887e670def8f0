import type { QuoteFilesTexts } from './quote-files-texts.ts';

const numbers = new Intl.NumberFormat('id');
const megabytes = new Intl.NumberFormat('id', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const quotes = (count: number): string => `${numbers.format(count)} kutipan`;

export const quoteFilesId: QuoteFilesTexts = {
  quoteFiles: {
    exported: (count) => `${quotes(count)} dari server ini, tanpa nama anggota.`,
    nothingToExport: 'Server ini belum punya kutipan. Mulai dengan `/kutipan usul`.',
    leftOut: (left, more) =>
      `Tidak ikut karena naskah yang tersimpan rusak: ${left.map((number) => `#${number}`).join(', ')}${more > 0 ? ` dan ${numbers.format(more)} lagi` : ''}. Tolong beri tahu pengelola bot.`,
    tooLargeToSend: 'Berkasnya melebihi batas Discord. Mintalah salinannya kepada pengelola bot.',
    imported: (count) =>
      count === 0
        ? 'Tidak ada kutipan baru.'
        : `${quotes(count)} masuk sebagai usulan: lihat \`/kutipan antrean\`.`,
    alreadyThere: (count) => `${quotes(count)} dilewati karena server ini sudah punya kata-kata itu.`,
    refused: (count) => `${quotes(count)} tidak bisa diambil:`,
    refusedQuote: ({ place, number, reason }) =>
      `- ${number === undefined ? `entri ${numbers.format(place)}` : `#${number}`}: ${reason}`,
    moreRefused: (count) => `- … dan ${numbers.format(count)} lagi.`,
    reasons: {
      malformed: 'tidak ditulis seperti kutipan hasil ekspor',
      'repeated-number': 'nomornya muncul dua kali di berkas',
      'unknown-article': 'artikelnya tidak ada di sini; tambahkan artikelnya dulu',
      'another-version': 'naskah artikelnya di sini sudah berubah',
      'words-differ': 'kata-katanya tidak sama dengan artikel',
      'no-whole-sentences': 'bukan kalimat utuh',
    },
    notAdded: 'gagal disimpan; impor berkas itu sekali lagi',
    fileProblems: {
      'too-large': 'Berkasnya terlalu besar untuk ekspor kutipan.',
      'no-json': 'Berkasnya bukan JSON. Pilih berkas hasil `/kutipan ekspor`.',
      'no-export': 'Berkasnya bukan ekspor kutipan. Pilih berkas hasil `/kutipan ekspor`.',
      'checksum-differs':
        'Berkasnya berubah setelah diekspor: checksum-nya tidak cocok, jadi tidak ada yang diimpor. Ekspor sekali lagi.',
    },
    tooManyQuotes: (count, max) =>
      `Berkasnya memuat ${quotes(count)}; paling banyak ${numbers.format(max)} sekali impor. Ekspor lebih sedikit, atau hubungi pengelola bot.`,
    tooLargeToRead: (bytesMax) =>
      `Berkasnya terlalu besar: paling besar ${megabytes.format(bytesMax / 1_000_000)}.`,
    notUtf8: 'Berkasnya bukan teks UTF-8. Pilih berkas hasil `/kutipan ekspor`.',
    notFetched: 'Discord tidak menyerahkan berkasnya. Silakan coba lagi.',
  },
};
