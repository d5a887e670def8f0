import type { WhyTexts } from './why-texts.ts';

export const whyId: WhyTexts = {
  why: {
    title: '**Kenapa bagian ini?**',
    notAllowed: 'Hanya moderator yang bisa melihat alasan sebuah bagian dipilih.',
    tooOld: 'Pertanyaan ini sudah tidak tersimpan. Tanyakan lagi, lalu pilih jawaban yang baru.',
    noAnswer: 'Pesan itu bukan jawaban atas pertanyaan. Pilih salah satu jawaban Kutip.',
    asksFor: (kind) => `Yang dicari: ${kind}`,
    kinds: {
      person: 'orang',
      organisation: 'lembaga atau perusahaan',
      name: 'nama',
      date: 'tanggal atau waktu',
      number: 'angka',
      place: 'tempat',
      reason: 'alasan',
      manner: 'cara',
      list: 'daftar',
      definition: 'apa sesuatu itu',
      quote: 'ucapan seseorang',
      'yes-no': 'ya atau tidak',
      other: 'tidak ada yang khusus',
    },
    carried: 'Dianggap pertanyaan lanjutan: kata dari pertanyaan sebelumnya ikut dihitung.',
    chosen: (place) => `Dipilih: ${place}`,
    nearest: (place) => `Terdekat: ${place}`,
    has: (words) => `Memuat: ${words}`,
    otherWord: 'dengan kata lain',
    lacks: (words) => `Tidak memuat: ${words}`,
    inNoArticle: (words) => `Tidak ada di artikel mana pun: ${words}`,
    writtenDown: 'Pertanyaan ini, atau yang sangat mirip, sudah dicatat seseorang untuk bagian ini.',
    runnerUp: (place, words) => `Berikutnya: ${place} (${words})`,
    overview: 'Menanyakan artikel secara keseluruhan: yang ditampilkan adalah awalnya.',
    nothingFound: 'Tidak ada bagian yang memuat kata dari pertanyaan ini.',
    sure: ({ confidence, answers, mayAnswer }) =>
      `Keyakinan ${confidence}: “menjawab” mulai ${answers}, “mungkin menjawab” mulai ${mayAnswer}.`,
    otherwise:
      '⚠️ Jika ditanyakan sekarang, bagian lain yang muncul pertama: artikel, pelajaran, atau pengaturannya sudah berubah.',
  },
};
