/** Sentences enter, a corpus of any size leaves: the same one on every run. */
import { createHash } from 'node:crypto';
import type { Article, Block } from '../articles/article.ts';

const passagesPerArticle = 20;

/** A sentence to put articles together from. */
export interface SampleSentence {
  readonly text: string;
  readonly language: Article['language'];
}

/** Articles with that many passages in all: sentences in a fixed scatter, each passage with a name of its own. */
export function makeArticles(sentences: readonly SampleSentence[], size: number): Article[] {
  const articles: Article[] = [];
  for (let made = 0; made < size; made += passagesPerArticle) {
    const blocks: Block[] = [];
    let text = '';
    let language: Article['language'] = 'id';
    for (let place = 0; place < Math.min(passagesPerArticle, size - made); place++) {
      const start = text.length;
      const found: Block['sentences'][number][] = [];
      for (let number = 1; number <= 4; number++) {
        const seed = (made + place) * 4 + number;
        const picked = sentences[(seed * 7919) % sentences.length];
        if (picked === undefined) continue;
        ({ language } = picked);
        const from = text.length;
        text += `${picked.text} `;
        if (number === 4) text += `Nama${seed % 9973}o. `;
        found.push({ number, start: from, end: text.length - 1 });
      }
      blocks.push({
        index: place,
        kind: 'paragraph',
        paragraph: place + 1,
        start,
        end: text.length - 1,
        sentences: found,
      });
    }
    const version = createHash('sha256').update(text).digest('hex');
    articles.push({ id: `article-${made}`, title: '', language, text, version, blocks });
  }
  return articles;
}
