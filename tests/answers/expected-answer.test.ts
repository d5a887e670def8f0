import { expect, test } from 'vitest';
import { readExpectedAnswer, type AnswerKind } from '../../src/answers/expected-answer.ts';

test.for<[string, AnswerKind]>([
  ['Siapa pendirinya?', 'person'],
  ['sapa sih yg bikin', 'person'],
  ['Who left?', 'person'],
  ['Kapan dibuka?', 'date'],
  ['kpn rilisnya', 'date'],
  ['Tahun berapa didirikan?', 'date'],
  ['In what year was it built?', 'date'],
  ['Berapa banyak warga yang hadir?', 'number'],
  ['How many people came?', 'number'],
  ['Di mana kantornya?', 'place'],
  ['dmn sih kantornya', 'place'],
  ['Orang tuanya dari negara mana?', 'place'],
  ['Kenapa ditutup?', 'reason'],
  ['knp dia pergi', 'reason'],
  ['Why did it close?', 'reason'],
  ['Apakah jembatan itu aman?', 'yes-no'],
  ['Did it close?', 'yes-no'],
  ['Apakah korban sudah ditemukan?', 'yes-no'],
  ['Apakah bahasa yang digunakan di pulau itu?', 'other'],
  ['Apakah nama ibu kotanya?', 'name'],
  ['datanya dijual ga?', 'yes-no'],
  ['telat bayar kena denda gak sih', 'yes-no'],
  ['is the water safe tho', 'yes-no'],
  ['Apa itu xAI?', 'definition'],
  ['what is Kelder Island?', 'definition'],
  ['Siapa Ratna Wulandari?', 'definition'],
  ['Siapa Wali Kota Sagara?', 'person'],
  ['hari apa rapatnya', 'date'],
  ['jam brp mulai', 'date'],
  ['kok bisa gagal?', 'reason'],
  ['Apa penyebab banjirnya?', 'reason'],
  ['What caused the flood?', 'reason'],
  ['gmn cara daftarnya', 'manner'],
  ['How did they get in?', 'manner'],
  ['how old is the tower', 'number'],
  ['hrg tiketnya brp', 'number'],
  ['apa aja syaratnya', 'list'],
  ['What are the two rules?', 'list'],
  ['perusahaan apa yang dia dirikan', 'organisation'],
  ['Which company built it?', 'organisation'],
  ['apa judul bukunya', 'name'],
  ['apa kata wali kota soal jembatan', 'quote'],
  ['what did the mayor say about it', 'quote'],
  ['jembatan lontara', 'other'],
  ['', 'other'],
])('%s expects %s', ([question, expected]) => {
  expect(readExpectedAnswer(question).kind).toBe(expected);
});

test.for<[string, string[]]>([
  ['Penyakit apa yang menyerang warga?', ['penyakit']],
  ['How many houses were lost?', ['houses']],
  ['Apa nama bukit itu?', ['bukit']],
  ['kapan?', []],
])('the thing asked for in “%s” is %j', ([question, focus]) => {
  expect([...readExpectedAnswer(question).focus]).toEqual(expect.arrayContaining(focus));
});
