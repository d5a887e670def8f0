import { expect, test } from 'vitest';
import { isFollowUp } from '../../src/conversation/is-follow-up.ts';

const followUps = [
  'lha yang satunya lagi?',
  'and the other one?',
  'sejak itu gimana?',
  'yang kedua?',
  'kenapa?',
  'kapan itu',
  'terus siapa lagi?',
  'when was that?',
  'sama siapa?',
  'berapa lama?',
  'what happened next?',
  'yg lain apa',
  'and since then?',
  'contohnya?',
];

const others = [
  'kamu di mana?',
  'udah makan belum?',
  'makasih ya',
  'siapa pendiri xAI?',
  'dibangun di mana?',
  'how are you?',
  'ok',
  'terus',
  'itu dia',
  'wkwk',
  '😂',
  '',
];

test.for(followUps)('hears a follow-up in "%s"', (words) => {
  expect(isFollowUp(words)).toBe(true);
});

test.for(others)('hears no follow-up in "%s"', (words) => {
  expect(isFollowUp(words)).toBe(false);
});
