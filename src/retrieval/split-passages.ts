import type { Article, Block, Sentence } from '../articles/article.ts';
import type { Passage } from './passage.ts';

/** Longest passage in UTF-16 units, unless a single sentence is longer: three of them fit a Discord message. */
export const passageLengthMax = 700;

/**
 * The article's passages in reading order: one per title, summary, paragraph and list item, or
 * several runs of whole sentences where the block is longer than `passageLengthMax`. Headings give
 * none: they are the context of what stands under them.
 */
export function splitPassages(article: Article, lengthMax: number = passageLengthMax): Passage[] {
  const passages: Passage[] = [];
  for (const block of article.blocks) {
    if (block.kind === 'heading') continue;
    for (const sentences of splitSentenceRuns(block, lengthMax)) {
      const first = sentences[0];
      const last = sentences.at(-1);
      if (first === undefined || last === undefined) continue;
      const ordinal = passages.length;
      passages.push({
        id: `${article.id}#${ordinal}`,
        articleId: article.id,
        version: article.version,
        language: article.language,
        ordinal,
        kind: block.kind,
        blockIndex: block.index,
        paragraph: block.paragraph,
        start: first.start,
        end: last.end,
        sentences,
      });
    }
  }
  return passages;
}

/** Runs of about equal length, so that no block ends in a passage of three words. */
function splitSentenceRuns(block: Block, lengthMax: number): Sentence[][] {
  const length = block.end - block.start;
  if (length <= lengthMax) return [[...block.sentences]];
  const target = length / Math.ceil(length / lengthMax);
  const runs: Sentence[][] = [];
  let run: Sentence[] = [];
  for (const sentence of block.sentences) {
    const first = run[0];
    if (first !== undefined) {
      const lengthBefore = sentence.start - first.start;
      const lengthWith = sentence.end - first.start;
      // The sentence goes where it leaves the run nearer to the target, and never past the bound.
      const fits = lengthWith <= lengthMax && lengthWith - target <= target - lengthBefore;
      if (!fits) {
        runs.push(run);
        run = [];
      }
    }
    run.push(sentence);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
