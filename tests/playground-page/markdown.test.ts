import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, type MarkdownNode } from '../../src/playground/page/markdown.js';
import { visibleText } from '../../src/playground/page/quotes.js';

/** The tree in a short notation: `strong(text)`; text stands bare. */
function notation(nodes: MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'list') {
        return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.items.map(notation).join('|')})`;
      }
      if (node.type === 'heading') return `h${node.level}(${notation(node.children)})`;
      if (node.type === 'link') return `link(${notation(node.children)} → ${node.url})`;
      if (node.type === 'time') return `time(${node.unix} ${node.style})`;
      if (node.type === 'code-block') return `pre(${node.language}:${node.text})`;
      if (node.type === 'command') return `command(${node.name})`;
      if ('children' in node) return `${node.type}(${notation(node.children)})`;
      return `${node.type}(${'id' in node ? node.id : 'text' in node ? node.text : node.name})`;
    })
    .join('');
}

function countLetters(text: string): number {
  return text.match(/[ah]/g)?.length ?? 0;
}

function check([, source, expected]: readonly [string, string, string]): void {
  expect(notation(parseMarkdown(source))).toBe(expected);
}

describe('inline marks', () => {
  test.for([
    ['bold', 'a **b** c', 'a strong(b) c'],
    ['italic with asterisks', 'a *b* c', 'a em(b) c'],
    ['italic with underscores', 'a _b_ c', 'a em(b) c'],
    ['a name with underscores is no italic', 'snake_case_name', 'snake_case_name'],
    ['a star before a space opens nothing', '2 * 3 * 4', '2 * 3 * 4'],
    ['bold italic', '***a***', 'em(strong(a))'],
    ['italic in bold', '**a *b* c**', 'strong(a em(b) c)'],
    ['bold in italic', '*a **b** c*', 'em(a strong(b) c)'],
    ['underline', '__a__', 'underline(a)'],
    ['underlined italic', '__*a*__', 'underline(em(a))'],
    ['strike', '~~a~~', 'strike(a)'],
    ['spoiler', '||a||', 'spoiler(a)'],
    ['bold over two lines', '**a\nb**', 'strong(a\nb)'],
    ['unclosed bold', '**a', '**a'],
    ['four asterisks', '****', 'em(**)'],
    ['code keeps its marks', '`**a**`', 'code(**a**)'],
    ['code in double back-ticks', '``a`b``', 'code(a`b)'],
    ['an unclosed back-tick', 'a ` b', 'a ` b'],
    ['a code block', '```js\nlet a = 1;\n```\nb', 'pre(js:let a = 1;)b'],
    ['a code block in a line', 'a ```b``` c', 'a pre(:b) c'],
  ] as const)('%s', check);
});

describe('escapes', () => {
  test.for([
    ['a bold mark', String.raw`\*\*a\*\*`, '**a**'],
    ['every ASCII punctuation mark', '\\!\\"\\#\\.\\-\\>\\[\\`\\~\\|\\\\', '!"#.->[`~|\\'],
    ['a letter keeps its backslash', String.raw`\a`, String.raw`\a`],
    ['a line end keeps its backslash', '\\\nb', '\\\nb'],
    ['a quote', String.raw`\> a`, '> a'],
    ['a heading', String.raw`\# a`, '# a'],
    ['a list', String.raw`\- a`, '- a'],
    ['a numbered list', String.raw`1\. a`, '1. a'],
    ['a mention', String.raw`\<@1>`, '<@1>'],
    ['a masked link', String.raw`\[a\](https://b.c)`, '[a](link(https://b.c → https://b.c))'],
    ['an escaped mark does not close', String.raw`**a\** b**`, 'strong(a** b)'],
  ] as const)('%s', check);
});

describe('blocks', () => {
  test.for([
    ['a quote of two lines', '> a\n> b\nc', 'quote(a\nb)c'],
    ['two quotes apart', '> a\n\n> b', 'quote(a)\nquote(b)'],
    ['a quote with marks', '> a **b**', 'quote(a strong(b))'],
    ['a quote needs its space', '>a', '>a'],
    ['a quote stands at the start of a line', 'a > b', 'a > b'],
    ['a long quote takes everything', '>>> a\nb\n> c', 'quote(a\nb\n> c)'],
    ['an empty quote line', '> a\n> \n> b', 'quote(a\n\nb)'],
    ['headings', '# a\n## b\n### c\n#### d', 'h1(a)h2(b)h3(c)#### d'],
    ['a heading needs its space', '#a', '#a'],
    ['subtext', '-# a **b**\nc', 'subtext(a strong(b))c'],
    ['a list', '- a\n- b\nc', 'ul(a|b)c'],
    ['a nested list', '- a\n  - b\n  - c\n- d', 'ul(aul(b|c)|d)'],
    ['a numbered list from its first number', '3. a\n4. b', 'ol3(a|b)'],
    ["an item's second line", '- a\n  b\n- c', 'ul(a\nb|c)'],
    ['a list in a quote', '> - a\n> - b', 'quote(ul(a|b))'],
    ['a rule is no list', '---', '---'],
  ] as const)('%s', check);
});

describe('links, mentions and times', () => {
  test.for([
    ['a bare link', 'see https://a.b/c.', 'see link(https://a.b/c → https://a.b/c).'],
    ['a link in brackets', '(https://a.b/c)', '(link(https://a.b/c → https://a.b/c))'],
    ['brackets of a link', 'https://a.b/c_(d)', 'link(https://a.b/c_(d) → https://a.b/c_(d))'],
    ['an angle link', '<https://a.b>', 'link(https://a.b → https://a.b)'],
    ['a masked link', '[a **b**](https://c.d)', 'link(a strong(b) → https://c.d)'],
    ['a masked link with brackets', '[a [1]](https://c.d)', 'link(a [1] → https://c.d)'],
    ['a script is no link', '[a](javascript:b)', '[a](javascript:b)'],
    [
      'a label that poses as an address',
      '[https://a.b](https://c.d)',
      '[link(https://a.b](https://c.d) → https://a.b](https://c.d))',
    ],
    ['mentions', '<@1> <@!2> <#3> <@&4>', 'user(1) user(2) channel(3) role(4)'],
    ['a slash command', '</ask me:5>', 'command(ask me)'],
    ['times', '<t:0> <t:60:R> <t:x>', 'time(0 f) time(60 R) <t:x>'],
    ['a custom emoji', '<a:wave:123>', 'emoji(wave)'],
    ['everyone', '@everyone @here @nobody', 'everyone(@everyone) everyone(@here) @nobody'],
  ] as const)('%s', check);
});

property.prop([fc.string({ unit: 'grapheme', maxLength: 300 })])(
  'shows a fully escaped text exactly as it is',
  (text) => {
    const plain = text.replaceAll(/[\r]/g, '');
    const escaped = plain.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`).replaceAll('http', String.raw`http`);
    expect(visibleText(parseMarkdown(escaped)).text).toBe(plain);
  },
);

property.prop([
  fc.string({ unit: fc.constantFrom(...'*_~|`>#-[]()<@:\\ \nab1.h'.split('')), maxLength: 400 }),
])('loses no letter or digit of hostile markup', (source) => {
  const { text } = visibleText(parseMarkdown(source));
  fc.pre(!/<a?:|<\/|\[|```/.test(source));
  expect(countLetters(text)).toBe(countLetters(source));
});

test('reads two thousand marks in a row without hanging', () => {
  for (const mark of ['*', '_', '`', '**a', '>', '[', '||', '~~a', '***_', '- ']) {
    expect(parseMarkdown(mark.repeat(2000 / mark.length)).length).toBeGreaterThan(0);
  }
});
