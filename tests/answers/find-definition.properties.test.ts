import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cutsWord } from '../../src/answers/answer-spans.ts';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const names = ['Budi', 'Ratna Wulandari', 'xAI', 'BSS', 'Prof. Danu Kertapati'];
const words = [
  ...names,
  ...'ketua kepala mantan pendiri bukan tidak adalah bernama disebut dari di oleh yang kata menurut milik dan the of a'.split(
    ' ',
  ),
  ...'kantor desa Rempang 5,2 1998 juta pergi membantah terdakwa sebuah sistem saya'.split(' '),
];
const marks = [' ', ' ', ' ', ' ', ', ', ' (', ') ', ' "', '" ', ': ', ' – ', '-'];
const sentence = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...marks)), { minLength: 4, maxLength: 24 })
  .map((parts) => `Hari itu ${parts.flat().join('')}Budi datang.`);

describe('what is bold for who or what somebody is', () => {
  test.prop([sentence, fc.constantFrom(...names)])(
    'lies in its sentence, cuts no word or number, and leaves no negation before it',
    (text, name) => {
      const article = buildArticle({ id: 'a', blocks: ['Pagi cerah.', text] });
      const index = buildPassageIndex([article]);
      for (const question of [`siapa ${name}`, `${name} itu apa`]) {
        for (const citation of answerQuestion(index, { text: question, previous: [] }).citations) {
          const { highlight } = citation;
          if (highlight === null || highlight === undefined) continue;
          expect(highlight.start).toBeGreaterThanOrEqual(citation.start);
          expect(highlight.end).toBeLessThanOrEqual(citation.end);
          expect(highlight.end).toBeGreaterThan(highlight.start);
          expect(cutsWord(article.text, highlight)).toBe(false);
          // A bracket or quotation behind "tidak" is not what it denies.
          expect(article.text.slice(citation.start, highlight.end)).not.toMatch(
            new RegExp(`(?:bukan|tidak) (?![("]).{${highlight.end - highlight.start}}$`, 'u'),
          );
        }
      }
    },
  );
});
