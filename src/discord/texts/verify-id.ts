import type { Typography } from '../../quotes/verify/canonical-text.ts';
import type { VerifyTexts } from './verify-texts.ts';

const numbers = new Intl.NumberFormat('id');
const list = new Intl.ListFormat('id');

const typography: Readonly<Record<Typography, string>> = {
  'quotation-marks': 'tanda kutip',
  dashes: 'tanda pisah',
  ellipsis: 'titik-titik penghilangan',
  spaces: 'spasi dan ganti baris',
  unicode: 'penyandian karakter',
};

export const verifyId: VerifyTexts = {
  verify: {
    quotationOnly: 'Yang diperiksa hanya kata-kata di antara tanda kutip:',
    exact: '**Sama persis.** Artikelnya memang menulis:',
    joined: (count) =>
      `⚠️ ${count} bagian ini tidak bersambung di artikel: kata di antaranya dilewati, dan artinya bisa berubah.`,
    typography: (differences) =>
      `**Kata-katanya sama, hanya penulisannya berbeda** (${list.format(differences.map((each) => typography[each]))}). Artikelnya menulis:`,
    differs: '**Tidak sama persis.** Ini bedanya dengan bagian yang paling mirip:',
    legend: '-# **Tebal** = hanya ada di artikel · ~~dicoret~~ = hanya ada di teksmu',
    differenceCut: '-# Perbedaannya masih berlanjut; ini awalnya.',
    nearest: 'Bunyi artikelnya:',
    inNoArticle: (articleCount) =>
      articleCount === 1
        ? '**Tidak ada di artikel.** Tidak ada bagian yang mirip dengan kata-kata ini. Lihat `/artikel lihat` untuk artikelnya.'
        : `**Tidak ada di artikel mana pun.** Dari ${numbers.format(articleCount)} artikel, tidak ada bagian yang mirip dengan kata-kata ini. Lihat \`/artikel daftar\` untuk artikel yang ada.`,
    nothing: 'Tidak ada kata yang bisa diperiksa. Tempelkan kutipan yang ingin kamu periksa.',
    tooLong: (lengthMax) =>
      `Terlalu panjang: paling banyak ${numbers.format(lengthMax)} karakter sekali periksa. Tempelkan sebagian saja.`,
    morePlaces: (count) => `-# … dan ${numbers.format(count)} bagian lagi.`,
    version: (digits) => `versi ${digits}`,
  },
};
