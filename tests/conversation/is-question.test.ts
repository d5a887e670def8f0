import { expect, test } from 'vitest';
import { isQuestion } from '../../src/conversation/is-question.ts';

const questions = [
  'siapa pendiri xAI?',
  'Kapan Babuschkin keluar dari xAI',
  'dia resign kapan sih',
  'loh kok bisa gt sih, ceritanya gmn?',
  'emang grok kenapa',
  'btw min siapa yang mimpin tim teknik',
  'brp lama bangun superkomputernya',
  'dmn superkomputernya dibangun',
  'ortunya dari mana',
  'apa itu babuschkin ventures',
  'babuschkin ventures itu apa',
  'apakah dia pernah kerja di OpenAI',
  'benarkah grok antisemit',
  'kok dia cabut',
  'emang dia dulu di google',
  'ada yg tau kapan dia keluar',
  'jelasin dong soal skandal grok',
  'tolong ceritain kenapa dia cabut',
  'kenapa',
  'lha yang satunya lagi?',
  'sejak itu gimana?',
  'who left xAI',
  'when did he leave',
  "what's babuschkin ventures",
  'did he work at openai before',
  'is it true that grok praised hitler',
  'so he left because of what',
  'tell me about the scandals',
  'can you explain why he left',
  'he said what?',
  'jadi dia resign kapan sih btw',
  'and the other one?',
  'grok itu chatbot siapa',
  'lulusan mana dia',
  'Halo semua! Numpang tanya dong, AlphaStar itu game apa',
];

const chatter = [
  'wkwkwk',
  'wkwk?',
  '???',
  'mantap bang',
  'siapa tau besok hujan',
  'apa aja deh',
  'kapan-kapan main lagi ya',
  'kapan kapan ikut lagi lah',
  'gapapa kok',
  'ga apa-apa',
  'terserah siapa yang mau',
  'aku gatau kenapa dia gitu',
  'aku tau siapa pelakunya',
  'entah kapan selesainya',
  'apapun yang terjadi aku tetap di sini',
  'langkah pertama udah beres',
  'nikah muda itu berat',
  'what a day',
  'who cares lol',
  'i know what he did',
  'guess who is back',
  'no idea how that works',
  'the can opener is broken',
  'gg guys besok lanjut',
  'baru baca artikelnya, gila sih',
  'Babuschkin keluar dari xAI',
  'how cute',
  'mana ada',
  'dimana-mana macet',
  'ok',
  '',
];

test.for(questions)('hears a question in "%s"', (words) => {
  expect(isQuestion(words)).toBe(true);
});

test.for(chatter)('hears no question in "%s"', (words) => {
  expect(isQuestion(words)).toBe(false);
});
