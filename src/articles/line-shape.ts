/** One line of a body enters, what it is by its own characters leaves: the marks are gone from its text. */

/** How a file's text is marked up. */
export type Markup = 'markdown' | 'plain';

/** What one line is, by its own characters. */
export type LineShape =
  | { readonly shape: 'blank' | 'rule' | 'underline' | 'fence' | 'boilerplate'; readonly text: string }
  | { readonly shape: 'heading'; readonly text: string; readonly level: number }
  | { readonly shape: 'bullet' | 'numbered' | 'row' | 'text'; readonly text: string };

const pointer =
  /^(?:(?:baca|simak|lihat|tonton) (?:juga|pula|selengkapnya)|baca|read (?:also|more)|also read|see also|related)\s?:\s*/iu;
const bareLine =
  /^[^\p{L}]{0,3}(?:advertisement|iklan|scroll to continue(?: with content)?|scroll untuk (?:melanjutkan|lanjut)(?: membaca)?|lanjutkan membaca di bawah|gambas:.{0,80})[^\p{L}]{0,3}$/iu;
const barePointer = /^(?:baca juga|simak juga|lihat juga|read also|also read|see also)\s?:?$/iu;
/** A line that points elsewhere is short; a longer one that begins alike is prose. */
export const pointerLengthMax = 250;

/** The shape of a line that has no white space at its ends. Linear in it. */
export function shapeOf(text: string, markup: Markup): LineShape {
  if (text === '') return { shape: 'blank', text };
  if (isBoilerplate(text)) return { shape: 'boilerplate', text };
  if (/^(?:[-–—*_~][ \t]*){3,}$/.test(text)) return { shape: 'rule', text };
  if (/^={3,}$/.test(text)) return { shape: markup === 'markdown' ? 'underline' : 'rule', text };
  if (markup === 'plain') {
    if (/^(?:[-*+•‣◦▪·]|\d{1,3}[.)])\s+\S/u.test(text))
      return { shape: /^\d/.test(text) ? 'numbered' : 'bullet', text };
    return { shape: 'text', text };
  }
  return markdownShapeOf(text);
}

function markdownShapeOf(text: string): LineShape {
  const heading = /^(#{1,6})[ \t]+/.exec(text);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    return {
      shape: 'heading',
      text: text
        .slice(heading[0].length)
        .replace(/(?<=\s)#{1,20}$/, '')
        .trim(),
      level,
    };
  }
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text);
  if (fence !== null) return { shape: 'fence', text: fence[0] };
  if (/^<!--[^>]*-->$/.test(text)) return { shape: 'rule', text };
  const bullet = /^[-*+][ \t]+(?=\S)/.exec(text);
  if (bullet !== null) return { shape: 'bullet', text: text.slice(bullet[0].length) };
  // The number of a list item is something its reader sees and refers to: it stays.
  if (/^\d{1,3}[.)][ \t]+\S/.test(text)) return { shape: 'numbered', text };
  if (/^[•‣◦▪·]\s*\S/u.test(text)) return { shape: 'bullet', text };
  if (/^\|.*\|$/.test(text)) return tableShapeOf(text);
  // A lone backslash at a line's end asks for a line break.
  return { shape: 'text', text: text.replace(/(?<!\\)\\$/, '').trimEnd() };
}

function tableShapeOf(text: string): LineShape {
  if (/^[\s|:-]+$/.test(text) && text.includes('-')) return { shape: 'rule', text };
  return { shape: 'row', text: text.slice(1, -1).trim() };
}

function isBoilerplate(text: string): boolean {
  if (text.length > pointerLengthMax) return false;
  const plain = withoutMarks(text);
  return pointer.test(plain) || barePointer.test(plain) || bareLine.test(plain);
}

/** Whether the line is "Baca juga:" alone: then what follows is what it points at. */
export function isBarePointer(text: string): boolean {
  return barePointer.test(withoutMarks(text));
}

function withoutMarks(text: string): string {
  return text.replaceAll(/^[>\s*_#-]+|[*_[\]]/g, '').trim();
}
