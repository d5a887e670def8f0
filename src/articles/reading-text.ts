/**
 * One block of Markdown enters, the text its reader sees leaves: emphasis, link and code marks are
 * gone, everything else is there character for character. Marks are taken away only where they are
 * plainly markup; what plain prose holds by itself (2*3*4, Jum`at, [1], <b>, &amp;) stays.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
type Inline = Extract<Root['children'][number], { type: 'paragraph' }>['children'][number];
type Nodes = Root | Root['children'][number] | Inline;
type Parents = Extract<Nodes, { children: unknown }>;

/** Marks in one block, at most: matching them takes quadratic time. Beyond it the block is left as it is. */
export const inlineMarksMax = 200;

const marks = /[*_`[\\]/g;
const wordCharacter = /[\p{L}\p{N}]/u;

// Every construct that is not emphasis, code, a link, an image or a backslash escape.
const options = {
  extensions: [
    {
      disable: {
        null: [
          'autolink',
          'blockQuote',
          'characterReference',
          'codeFenced',
          'codeIndented',
          'definition',
          'headingAtx',
          'htmlFlow',
          'htmlText',
          'list',
          'setextUnderline',
          'thematicBreak',
        ],
      },
    },
  ],
};

/** The number of characters in a text that could be inline markup. */
export function countInlineMarks(markdown: string): number {
  return markdown.match(marks)?.length ?? 0;
}

/** The reading text of a block without line breaks and without white space at its ends. */
export function readInline(markdown: string): string {
  if (markdown.search(marks) < 0) return markdown;
  return visibleText(fromMarkdown(markdown, options), markdown);
}

function visibleText(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? source.length;
  if (node.type === 'text') return node.value;
  // An image's alternative text is not part of what the author wrote to be read.
  if (node.type === 'image') return '';
  // Old keyboards write an apostrophe as a back-tick: Jum`at, Ma`ruf.
  if (node.type === 'inlineCode')
    return isInsideWord(source, start, end) ? source.slice(start, end) : node.value;
  if (node.type === 'root' || node.type === 'paragraph') return childrenText(node, source);
  if (node.type === 'link') return isAddress(node.url) ? childrenText(node, source) : withMarks(node, source);
  if (node.type === 'emphasis' || node.type === 'strong') {
    return isInsideWord(source, start, end) ? withMarks(node, source) : childrenText(node, source);
  }
  return source.slice(start, end);
}

function childrenText(node: Parents, source: string): string {
  return node.children.map((child: Nodes) => visibleText(child, source)).join('');
}

/** The marks around a node are text after all; what stands between them is still read. */
function withMarks(node: Parents, source: string): string {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? source.length;
  const first = node.children[0]?.position?.start.offset ?? end;
  const last = node.children.at(-1)?.position?.end.offset ?? end;
  return source.slice(start, first) + childrenText(node, source) + source.slice(last, end);
}

/** Marks that touch a letter or digit outside, or stand inside a written-out address, are characters of it. */
function isInsideWord(source: string, start: number, end: number): boolean {
  if (/(?:https?:\/\/|www\.)\S*$/i.test(source.slice(Math.max(0, start - 200), start))) return true;
  return wordCharacter.test(source.charAt(start - 1)) || wordCharacter.test(source.charAt(end));
}

/** "[pihaknya](red)" is an editor's remark in brackets, not a link. */
function isAddress(url: string): boolean {
  return /^[#/.]|:|\w\.\w|\//.test(url);
}
