import type { CorrectionTexts } from './correction-texts.ts';

export const correctionId: CorrectionTexts = {
  corrections: {
    title: (number) =>
      `**Kutipan #${number}: artikelnya berubah.** Kutipan ini ditahan sampai moderator memutuskan.`,
    decided: (number, event) => `**Kutipan #${number}: artikelnya berubah.** Sudah diputuskan:\n✅ ${event}`,
    tookOver: (who) => `${who} mengambil kata-kata artikel yang sekarang`,
    moved: 'Kata-katanya masih sama, tetapi sekelilingnya tidak:',
    changes: {
      section: 'letaknya di bagian lain',
      joints: 'yang dihilangkan di antaranya, atau urutannya, berubah',
      speaker: 'yang disebut berbicara orang lain',
      neighbours: 'kalimat sebelum dan sesudahnya lain',
    },
    changed: 'Bunyi artikelnya sekarang lain:',
    legend: '-# **Tebal** = hanya ada di artikel sekarang · ~~dicoret~~ = hanya ada di kutipan',
    differenceCut: '-# Perbedaannya masih berlanjut; ini awalnya.',
    gone: 'Artikelnya tidak lagi memuat kata-kata seperti ini. Bunyinya dulu:',
    now: 'Artikel sekarang:',
    quotedWords: 'Kutipannya:',
    quotedWordsLost: 'Kata-kata yang dikutip tidak bisa ditampilkan lagi.',
    choices: {
      correct:
        '**Koreksi** menyunting kiriman ke kata-kata yang sekarang, dengan baris koreksi yang terlihat',
      takeOver: '**Ambil yang baru** menjadikan kata-kata yang sekarang sebagai usulan',
      keep: '**Pertahankan** membiarkan kata-kata yang dulu, dengan catatanmu di bawahnya',
      withdraw: '**Tarik** menarik kirimannya',
      reject: '**Tolak** mengakhiri usulannya',
    },
    correct: 'Koreksi',
    takeOver: 'Ambil yang baru',
    keep: 'Pertahankan dengan catatan',
    keepTitle: (number) => `Pertahankan #${number}`,
    keepHint: 'Tampil di bawah kutipan, terpisah darinya',
    open: 'Apa yang berubah',
    settled: (number) =>
      `#${number} mengutip artikel seperti bunyinya sekarang: tidak ada yang perlu diputuskan.`,
    articleGone: 'Artikelnya sudah tidak ada di sini, jadi tidak ada pembandingnya.',
    corrected: (number) =>
      `✅ #${number} dikoreksi; kirimannya menampilkan kata-kata baru dan menyebutkannya.`,
    kept: (number) => `✅ #${number} tetap seperti semula, dengan catatan itu.`,
    changedAgain: 'Artikelnya berubah lagi sejak ini ditampilkan. Begini keadaannya sekarang:',
  },
};
