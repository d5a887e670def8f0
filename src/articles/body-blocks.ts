/**
 * The body of a file enters as lines, its blocks leave as reading text, each on one line. Plain text
 * and Markdown share the rules for paragraphs; only Markdown has marks that are taken away.
 */
import {
  endsLikeSentence,
  groupLines,
  isSubheadingBetween,
  looksLikeHeadline,
  wrappedLineMax,
} from './paragraph-lines.ts';
import type { Line } from './paragraph-lines.ts';
import { isBarePointer, pointerLengthMax, shapeOf } from './line-shape.ts';
import type { LineShape, Markup } from './line-shape.ts';
import type { Finding } from './problem.ts';
import { countInlineMarks, inlineMarksMax, readInline } from './reading-text.ts';

/** Inline marks in one article, at most; blocks beyond keep theirs. Bounds the time a hostile file takes. */
export const articleMarksMax = 20_000;

/** A block before it has its place in the snapshot. `line` is where it begins in the file, from 1. */
export interface DraftBlock {
  readonly kind: 'heading' | 'paragraph' | 'list-item';
  readonly text: string;
  readonly line: number;
  /** Of a marked heading, 1 to 6; 0 for all else. */
  readonly level: number;
  /** From a code fence: holds no marks. */
  readonly isLiteral: boolean;
}

type Kind = DraftBlock['kind'];

/** A block has at least one character of this kind. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;
/**
 * The blocks of `lines`, whose first one has the number `firstLine` in its file, and what was left out.
 * No block is without a visible character or holds a line break. Never throws.
 */
export function readBlocks(
  lines: readonly string[],
  firstLine: number,
  markup: Markup,
): { blocks: DraftBlock[]; warnings: Finding[] } {
  const scanner = new BodyScanner(lines, firstLine, markup);
  const { drafts, warnings } = scanner.scan();
  const blocks: DraftBlock[] = [];
  let marksLeft = articleMarksMax;
  for (const draft of drafts) {
    const count = markup === 'plain' || draft.isLiteral ? 0 : countInlineMarks(draft.text);
    const isReadable = count <= Math.min(inlineMarksMax, marksLeft);
    if (!isReadable) {
      warnings.push({
        line: draft.line,
        message: 'this block holds too many Markdown marks and keeps them all: use fewer',
      });
    } else {
      marksLeft -= count;
    }
    const text = (count > 0 && isReadable ? readInline(draft.text) : draft.text).trim();
    if (visible.test(text)) blocks.push({ ...draft, text });
  }
  return { blocks: markup === 'plain' ? promoteSubheadings(blocks) : blocks, warnings };
}

/** Plain text has no mark for a heading: what stands between two whole paragraphs like one is one. */
function promoteSubheadings(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.map((block, index) => {
    const before = blocks[index - 1];
    const behind = blocks[index + 1];
    const isBetween =
      block.kind === 'paragraph' &&
      before?.kind === 'paragraph' &&
      behind?.kind === 'paragraph' &&
      isSubheadingBetween(before.text, block.text, behind.text);
    return isBetween ? { ...block, kind: 'heading' as const } : block;
  });
}

/** Walks the lines once; the lines of an unfinished paragraph or list item wait in `#run`. */
class BodyScanner {
  readonly #lines: readonly string[];
  readonly #firstLine: number;
  readonly #markup: Markup;
  readonly #drafts: DraftBlock[] = [];
  readonly #warnings: Finding[] = [];
  readonly #unclosed = new Set<string>();
  #run: Line[] = [];
  #kind: Kind = 'paragraph';
  #isQuoted = false;
  #isBelowPointer = false;

  constructor(lines: readonly string[], firstLine: number, markup: Markup) {
    this.#lines = lines;
    this.#firstLine = firstLine;
    this.#markup = markup;
  }

  scan(): { drafts: readonly DraftBlock[]; warnings: Finding[] } {
    for (let index = 0; index < this.#lines.length; index += 1) {
      const raw = this.#lines[index] ?? '';
      const { text, isQuoted } = this.#unquote(raw.trim());
      if (isQuoted !== this.#isQuoted) this.#flush();
      this.#isQuoted = isQuoted;
      const line = shapeOf(text, this.#markup);
      if (line.shape === 'fence') index = this.#takeFence(index, line.text);
      else if (!this.#isPointedAt(line)) {
        // A line of its own, far wider than any editor wraps, does not go on with a list item.
        if (
          line.shape === 'text' &&
          this.#kind === 'list-item' &&
          text.length > wrappedLineMax &&
          !/^\s/.test(raw)
        ) {
          this.#flush();
        }
        this.#take(line, this.#firstLine + index);
      }
    }
    this.#flush();
    return { drafts: this.#drafts, warnings: this.#warnings };
  }

  #take(line: LineShape, number: number): void {
    switch (line.shape) {
      case 'blank':
      case 'rule':
      case 'fence':
        this.#flush();
        return;
      case 'boilerplate':
        this.#flush();
        this.#isBelowPointer = isBarePointer(line.text);
        this.#warnings.push({
          line: number,
          message:
            'this line points elsewhere, is no part of the article and is left out: delete it from the file',
        });
        return;
      case 'underline':
        this.#flushUnderlined();
        return;
      case 'heading':
        this.#flush();
        this.#drafts.push({
          kind: 'heading',
          text: line.text,
          line: number,
          level: line.level,
          isLiteral: false,
        });
        return;
      case 'numbered':
        if (this.#isWrappedNumber(line.text)) break;
        this.#begin('list-item');
        break;
      case 'bullet':
        this.#begin('list-item');
        break;
      case 'row':
        this.#begin('list-item');
        this.#run.push({ number, text: line.text });
        this.#flush();
        return;
      case 'text':
        break;
    }
    this.#run.push({ number, text: line.text });
  }

  /** "… pada tanggal" + "17. Agustus": a wrapped line, unless a list can begin here. */
  #isWrappedNumber(text: string): boolean {
    const last = this.#run.at(-1)?.text;
    if (last === undefined || this.#kind !== 'paragraph' || /^1[.)]/.test(text)) return false;
    return !endsLikeSentence(last) && !last.endsWith(':');
  }

  /** Below "Baca juga:" alone, what it points at: list items, or the one headline on the next line. */
  #isPointedAt(line: LineShape): boolean {
    if (!this.#isBelowPointer) return false;
    if (line.shape === 'bullet' || line.shape === 'numbered') return true;
    this.#isBelowPointer = false;
    return line.shape === 'text' && looksLikeHeadline(line.text, pointerLengthMax);
  }

  #begin(kind: Kind): void {
    this.#flush();
    this.#kind = kind;
  }

  #flush(isLiteral = false): void {
    const run = this.#run;
    if (run.length > 0) {
      const groups = this.#kind === 'paragraph' ? groupLines(run) : [{ lines: run, isSubheading: false }];
      for (const { lines, isSubheading } of groups) {
        const first = lines[0];
        if (first === undefined) continue;
        const text = lines.map((line) => line.text).join(' ');
        this.#drafts.push({
          kind: isSubheading ? 'heading' : this.#kind,
          text,
          line: first.number,
          level: 0,
          isLiteral,
        });
      }
    }
    this.#run = [];
    this.#kind = 'paragraph';
  }

  /** A row of equals signs makes the one line above it a heading; anywhere else it is a rule. */
  #flushUnderlined(): void {
    const [only, ...others] = this.#run;
    if (only === undefined || others.length > 0 || this.#kind !== 'paragraph') {
      this.#flush();
      return;
    }
    this.#run = [];
    this.#drafts.push({ kind: 'heading', text: only.text, line: only.number, level: 1, isLiteral: false });
  }

  #unquote(text: string): { text: string; isQuoted: boolean } {
    // ">50 persen" is a comparison.
    if (this.#markup === 'plain' || !text.startsWith('>') || /^>\d/.test(text))
      return { text, isQuoted: false };
    return { text: text.replace(/^(?:>[ \t]*)+/, '').trim(), isQuoted: true };
  }

  /** Reads a fenced block as plain paragraphs and gives back the index of its last line. */
  #takeFence(index: number, fence: string): number {
    this.#flush();
    const mark = fence.charAt(0);
    const end = this.#unclosed.has(mark) ? -1 : this.#findFenceEnd(index, fence);
    if (end < 0) {
      this.#unclosed.add(mark);
      this.#warnings.push({
        line: this.#firstLine + index,
        message: `the ${fence} opened here is never closed and is left out: close it with ${fence} or delete it`,
      });
      return index;
    }
    for (let at = index + 1; at < end; at += 1) {
      const text = (this.#lines[at] ?? '').trim();
      if (text === '') this.#flush(true);
      else this.#run.push({ number: this.#firstLine + at, text });
    }
    this.#flush(true);
    return end;
  }

  #findFenceEnd(index: number, fence: string): number {
    const mark = fence.charAt(0);
    for (let at = index + 1; at < this.#lines.length; at += 1) {
      const text = (this.#lines[at] ?? '').trim();
      if (text.length >= fence.length && text === mark.repeat(text.length)) return at;
    }
    return -1;
  }
}
