/** Quotations that run over several paragraphs, of which one alone shows no closed pair of marks. */
import type { Article, Block, Span } from '../articles/article.ts';
import { findEnclosures } from '../language/enclosures.ts';

/** Paragraphs without any mark that a quotation may run through; beyond that its first mark was a stray one. */
const bareBlocksMax = 3;

const opening = /(?<=^|[\s([{—–-])["“„«](?=\S)/gu;
const closing = /(?<=\S)["”»](?![\p{L}\p{N}])/gu;

/**
 * In reading order, the marks included, each over two blocks or more. The first mark stands without a
 * partner; those that follow either begin with a mark of their own, as newspapers set them, or with none.
 */
export function findLongQuotations(article: Article): readonly Span[] {
  const found: Span[] = [];
  let from: number | undefined;
  let bareCount = 0;
  for (const block of article.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'heading')) {
    const marks = readMarks(article, block);
    if (from !== undefined && marks.end !== undefined) {
      found.push({ start: from, end: marks.end });
      from = undefined;
    }
    bareCount = marks.open === undefined ? bareCount + 1 : 0;
    // Where a paragraph closes one quotation and leaves another open, the later counts.
    if (marks.open !== undefined) from ??= marks.open;
    else if (bareCount > bareBlocksMax) from = undefined;
  }
  return found;
}

interface Marks {
  /** The last opening mark without a partner. */
  readonly open?: number;
  /** Behind the mark that closes what an earlier paragraph opened. */
  readonly end?: number;
}

function readMarks({ text }: Article, { start, end }: Block): Marks {
  const words = text.slice(start, end);
  const pairs = findEnclosures(words).filter(({ open }) => '"“„«”'.includes(words.charAt(open)));
  const paired = new Set(pairs.flatMap(({ open, close }) => [open, close]));
  const lone = (marks: RegExp): number[] =>
    [...words.matchAll(marks)].map(({ index }) => index).filter((at) => !paired.has(at));
  const open = lone(opening).at(-1);
  const first = pairs.find((pair) => pair.open === 0);
  const close = first?.close ?? lone(closing)[0];
  return {
    ...(open !== undefined && { open: start + open }),
    ...(close !== undefined && close !== open && { end: start + close + 1 }),
  };
}
