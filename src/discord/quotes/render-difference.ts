import type { DiffRun, WordDiff } from '../../quotes/verify/align-words.ts';
import { cutMark, takeStart } from '../render/cut-text.ts';
import { escapeMarkdown, toVisibleText } from '../render/escape-markdown.ts';

export interface RenderedDifference {
  /** One block-quote line. */
  readonly content: string;
  /** Whether the difference goes on beyond it. */
  readonly isCut: boolean;
}

/**
 * A difference as one block quote of at most `lengthMax` UTF-16 units, at least 100: what only the
 * source has is bold, what only the other text has is struck out, in reading order.
 */
export function renderDifference(
  { runs, isCut }: Pick<WordDiff, 'runs' | 'isCut'>,
  lengthMax: number,
): RenderedDifference {
  let content = '> ';
  for (const [place, run] of runs.entries()) {
    const piece = `${place === 0 ? '' : ' '}${renderRun(run, place === 0)}`;
    // Room for the mark and its space, which must fit behind any piece.
    if (content.length + piece.length + cutMark.length + 1 > lengthMax) {
      return place === 0
        ? { content: `> ${renderCutRun(run, lengthMax)} ${cutMark}`, isCut: true }
        : { content: `${content} ${cutMark}`, isCut: true };
    }
    content += piece;
  }
  return { content, isCut };
}

function renderCutRun(run: DiffRun, lengthMax: number): string {
  // Escaping at most doubles a text; the marks of a run and of the quote are shorter than 10.
  return renderRun({ ...run, text: takeStart(run.text, Math.floor(lengthMax / 2) - 10) }, true);
}

function renderRun({ kind, text }: DiffRun, isFirst: boolean): string {
  const line = toVisibleText(text).replaceAll(/\s+/gu, ' ').trim();
  const escaped = escapeMarkdown(line, isFirst ? { before: '' } : {});
  if (kind === 'kept') return escaped;
  return kind === 'missing' ? `**${escaped}**` : `~~${escaped}~~`;
}
