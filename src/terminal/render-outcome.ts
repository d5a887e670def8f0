import type { Answer, Citation, NoAnswer } from '../answers/answer.ts';
import type { BlockKind } from '../articles/article.ts';
import type { Language } from '../language/language.ts';
import type { PassageIndex } from '../retrieval/passage.ts';
import { terminalTexts, type TerminalTexts } from './terminal-texts.ts';

/** How the terminal shows text. */
export interface TerminalStyle {
  readonly language: Language;
  /** Whether escape sequences for bold and dim may be written. */
  readonly hasColours: boolean;
  /** Characters in a line, at least 20. */
  readonly width: number;
}

const indent = '    ';

/** The outcome as lines for a person, ending in a line break. Quotes are the article's own words, re-wrapped. */
export function renderOutcome(index: PassageIndex, outcome: Answer | NoAnswer, style: TerminalStyle): string {
  const texts = terminalTexts[style.language];
  const lines = [...renderVerdict(outcome, texts)];
  for (const citation of outcome.citations) lines.push('', ...renderCitation(index, citation, style));
  const moreCount = outcome.furtherPassageIds.length;
  if (moreCount > 0) lines.push('', dim(`(${texts.more(moreCount)})`, style));
  return `${lines.join('\n')}\n`;
}

function renderVerdict(outcome: Answer | NoAnswer, texts: TerminalTexts): string[] {
  if (outcome.kind === 'answer') return [outcome.verdict === 'answers' ? texts.answers : texts.mayAnswer];
  const verdict = texts.doesNotSay[outcome.reason];
  return outcome.citations.length === 0 ? [verdict] : [verdict, texts.nearest];
}

function renderCitation(index: PassageIndex, citation: Citation, style: TerminalStyle): string[] {
  const texts = terminalTexts[style.language];
  const article = index.articles.get(citation.articleId);
  if (article === undefined) return [];
  const { highlight, start, end } = citation;
  const runs: Run[] =
    highlight === null
      ? [{ text: article.text.slice(start, end), isBold: false }]
      : [
          { text: article.text.slice(start, highlight.start), isBold: false },
          { text: article.text.slice(highlight.start, highlight.end), isBold: true },
          { text: article.text.slice(highlight.end, end), isBold: false },
        ];
  const quote = wrapRuns(runs, style).map((line, place) =>
    place === 0 ? `[${citation.number}] ${line}` : `${indent}${line}`,
  );
  const source = [article.title, article.publisher, article.published]
    .filter((part) => part !== undefined)
    .map(showControls)
    .join(', ');
  // Without bold the answering words would be lost: they stand once more below the quote.
  const words =
    highlight !== null && !style.hasColours
      ? [`${indent}→ ${flatten(article.text.slice(highlight.start, highlight.end))}`]
      : [];
  const place = namePlace(
    index.passage(citation.passageId)?.kind,
    { paragraph: citation.paragraph, sentence: citation.sentence.number },
    texts,
  );
  return [...quote, ...words, dim(`${indent}— ${source} · ${place}`, style)];
}

/** Where a sentence stands, as a reader counts. */
export function namePlace(
  kind: BlockKind | undefined,
  { paragraph, sentence }: { readonly paragraph: number; readonly sentence: number },
  texts: TerminalTexts,
): string {
  if (kind === 'title') return texts.title;
  if (kind === 'summary') return texts.summary;
  return texts.paragraph(paragraph, sentence);
}

interface Run {
  readonly text: string;
  readonly isBold: boolean;
}

const boldStart = '\u001B[1m';
const boldEnd = '\u001B[22m';

/** The runs as lines that fit the width beside the indent; a longer word has a line of its own. */
function wrapRuns(runs: readonly Run[], style: TerminalStyle): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  let isSpaced = false;
  for (const run of runs) {
    for (const piece of run.text.split(/(\s+)/)) {
      if (piece === '') continue;
      if (piece.trim() === '') {
        isSpaced = true;
        continue;
      }
      const word = showControls(piece);
      const wordLength = Array.from(word).length;
      // Only white space may be broken at: the end of a bold run inside a word is no such place.
      if (isSpaced && length > 0 && length + 1 + wordLength > style.width - indent.length) {
        lines.push(line);
        line = '';
        length = 0;
      } else if (isSpaced && length > 0) {
        line += ' ';
        length++;
      }
      isSpaced = false;
      line += run.isBold && style.hasColours ? `${boldStart}${word}${boldEnd}` : word;
      length += wordLength;
    }
  }
  if (length > 0) lines.push(line);
  return lines;
}

function flatten(text: string): string {
  return showControls(text.replaceAll(/\s+/g, ' '));
}

/**
 * Text that cannot steer the terminal: control characters and marks that reorder or hide
 * (bidirectional controls, tags) are shown as U+FFFD, so that nothing is hidden without a trace.
 */
export function showControls(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu,
    '\uFFFD',
  );
}

function dim(text: string, style: TerminalStyle): string {
  return style.hasColours ? `\u001B[2m${text}\u001B[22m` : text;
}
