import type { QuoteTexts } from './quote-texts.ts';

export const quoteRefusalsId: QuoteTexts['refusals'] = {
  'not-permitted':
    'Ini hanya untuk moderator. Anggota bisa mengusulkan kutipan, dan menarik kembali usulannya sendiri selama belum diputuskan.',
  stale: 'Kutipan ini baru saja diubah; lihat dulu keadaannya sekarang.',
  'unknown-quote': 'Tidak ada kutipan dengan nomor itu di server ini.',
  'already-suggested': 'Kutipan itu sudah diusulkan.',
  'not-approved': 'Kutipan ini belum disetujui. Setujui dulu, atau jadwalkan langsung dari kartunya.',
  'already-approved': 'Kutipan ini sudah disetujui. Terbitkan atau jadwalkan; **Urungkan** membatalkannya.',
  'already-decided':
    'Kutipan ini sudah disetujui, jadi kalimatnya tidak bisa disesuaikan lagi. Tekan **Urungkan** dulu.',
  'not-scheduled': 'Kutipan ini tidak terjadwal.',
  'posting-in-progress': 'Kutipan ini sedang diterbitkan. Tunggu sebentar, lalu coba lagi.',
  'not-posting': 'Kutipan ini tidak sedang diterbitkan.',
  'not-posted': 'Kutipan ini belum terbit. Yang belum terbit bisa ditolak.',
  'already-posted': 'Kutipan ini sudah terbit. Untuk mengambilnya kembali, pakai **Tarik**.',
  'already-withdrawn': 'Kutipan ini sudah ditarik. **Urungkan** mengembalikannya.',
  'already-rejected': 'Kutipan ini sudah ditolak. **Urungkan** mengembalikannya ke antrean.',
  retracted:
    'Usulan ini ditarik kembali oleh pengusulnya. Hanya dia yang bisa mengembalikannya; kalimatnya boleh diusulkan lagi oleh siapa pun lewat `/quote suggest`.',
  frozen: 'Kutipan ini ditahan karena naskahnya berubah atau rusak; belum bisa diteruskan.',
  'already-frozen': 'Kutipan ini sudah ditahan.',
  'not-frozen': 'Kutipan ini tidak ditahan.',
  'second-person-needed':
    'Server ini memakai aturan dua orang: yang mengusulkan atau terakhir menyesuaikan kalimatnya tidak boleh menyetujui atau mengoreksinya sendiri. Minta moderator lain.',
  'first-person-forgotten':
    'Server ini memakai aturan dua orang, dan yang memilih kalimat ini sudah minta dilupakan: tidak bisa dipastikan lagi bahwa itu bukan kamu. Minta moderator lain menyesuaikan kalimatnya dulu, atau tolak atau tarik kutipan ini lalu usulkan lagi kalimatnya.',
  'due-in-past': 'Waktu itu sudah lewat. Pilih waktu yang akan datang.',
  'not-due': 'Belum waktunya.',
  'too-many-posts': 'Kutipan ini sudah diterbitkan 1.000 kali, dan itu batasnya.',
  'unknown-message': 'Pesan itu tidak memuat kutipan ini.',
  'note-missing': 'Catatannya kosong.',
  'note-too-long': 'Catatannya terlalu panjang: paling banyak 300 huruf.',
  'reason-missing': 'Tulis alasannya, agar pengusulnya tahu.',
  'reason-too-long': 'Alasannya terlalu panjang: paling banyak 300 huruf.',
  'quote-too-long': 'Kutipannya terlalu panjang: paling banyak 1.000 huruf dalam 5 bagian.',
  'another-article': 'Kutipan tidak bisa berpindah ke artikel lain. Usulkan yang baru.',
  'same-words': 'Kalimatnya masih sama; tidak ada yang diubah.',
  'same-snapshot': 'Naskahnya masih sama; tidak ada yang perlu dikoreksi.',
  'other-words': 'Kata-katanya lain di naskah yang baru.',
  'no-such-sentence': 'Kalimat itu tidak ada di artikel yang sekarang. Pilih lagi.',
  'start-of-article': 'Sebelum ini tidak ada kalimat lagi.',
  'end-of-article': 'Sesudah ini tidak ada kalimat lagi.',
  'last-sentence': 'Satu kalimat harus tersisa.',
  'not-between': 'Hanya kalimat di tengah yang bisa dilewati.',
  'too-long':
    'Itu lebih dari 1.000 huruf, jadi pilihannya tidak diubah. Kurangi kalimatnya di sisi yang lain dulu.',
  'too-short': 'Itu kurang dari 12 huruf. Tambahkan kalimat.',
  'too-many-parts': 'Itu lebih dari 5 bagian terpisah. Pilih kalimat yang lebih berdekatan.',
};
