/** How near a question's words are to those of the paragraph that answers it. */
import type { Article } from '../articles/article.ts';
import type { JudgedQuestion } from './judged-question.ts';

/** `near`: most of the question's longer words stand in the answering paragraph; `far`: few or none. */
export type Wording = 'near' | 'far';

/** Share of the question's longer words that must stand in the paragraph to call it near. */
export const nearShareMin = 0.4;
/** Shorter words are mostly function words in both languages. */
const longerWordMin = 4;
/** Function and question words of four letters and more, which say nothing about the subject. */
const functionWords = new Set(
  (
    'yang dari untuk pada dengan dalam akan juga sudah telah belum masih oleh karena kalau kalo itu siapa ' +
    'kapan kenapa mengapa bagaimana berapa mana dimana dmana apakah adalah tersebut mereka saja aja terus ' +
    'sama buat gimana sih banget emang katanya waktu ' +
    'what when where which whose whom that this they them their does have been from with about after before ' +
    'will would could should into than then there were much many long'
  ).split(' '),
);

/** The longer words of a text in lower case, without function words, in order, with repeats. */
export function readLongerWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length >= longerWordMin && !functionWords.has(word));
}

/**
 * `far` where under `nearShareMin` of the question's longer words begin like a word of an answering
 * paragraph (first five letters: a rough stem that favours `near`). Whole article where the set
 * names no paragraph.
 */
export function readWording(question: JudgedQuestion, article: Article): Wording {
  const asked = new Set(readLongerWords(question.text).map(beginning));
  if (asked.size === 0) return 'far';
  const shares = question.golds.map((gold) => {
    const blocks = article.blocks.filter(
      (block) => gold.paragraph === null || block.paragraph === gold.paragraph,
    );
    const said = new Set(
      blocks.flatMap((block) => readLongerWords(article.text.slice(block.start, block.end)).map(beginning)),
    );
    return [...asked].filter((word) => said.has(word)).length / asked.size;
  });
  return Math.max(...shares) >= nearShareMin ? 'near' : 'far';
}

function beginning(word: string): string {
  return word.slice(0, 5);
}
