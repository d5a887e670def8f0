import { expect, test } from 'vitest';
import { readExpectedAnswer, type ExpectedAnswer } from '../../src/answers/expected-answer.ts';

test.for<[string, ExpectedAnswer]>([
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
  ['Apa itu xAI?', 'other'],
  ['jembatan lontara', 'other'],
  ['', 'other'],
])('%s expects %s', ([question, expected]) => {
  expect(readExpectedAnswer(question)).toBe(expected);
});
