import { expect, test } from 'vitest';
import { isSmallTalk } from '../../src/conversation/is-small-talk.ts';

const amongPeople = [
  'kamu di mana?',
  'eh lagi apa lu?',
  'udah makan belum?',
  'udah pada makan belum nih?',
  'sudah makan siang kak?',
  'kalian kapan kumpul lagi?',
  'apa kabar?',
  'bro gimana kabar?',
  'lagi ngapain?',
  'siapa yang mau mabar malam ini?',
  'ada yang punya charger type c?',
  'did you guys sleep at all?',
  'how are you?',
  'where r u?',
  "what's up?",
  'pagi semua, udah baca artikelnya?',
  'anyone up for badminton later?',
];

const aboutSomething = [
  'kamu tau kapan dia keluar?',
  'ada yang tau siapa pendiri xAI?',
  'do you know when he left?',
  'can you tell me who founded xAI',
  'kalian inget siapa yang gantiin dia?',
  'lo kok bisa dia keluar?',
  'did the U.S. ban Grok?',
  'dia lagi di mana sekarang?',
  'siapa yang makan malam dengan Babuschkin?',
  'udah berapa lama dia kerja di xAI?',
  'menurut kamu kenapa dia keluar?',
  'siapa yang mendirikan xAI?',
  'ada yang meninggal?',
];

test.for(amongPeople)('hears people among themselves in "%s"', (words) => {
  expect(isSmallTalk(words)).toBe(true);
});

test.for(aboutSomething)('hears a question about something in "%s"', (words) => {
  expect(isSmallTalk(words)).toBe(false);
});
