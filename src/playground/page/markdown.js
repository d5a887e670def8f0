/**
 * Discord's Markdown: a message's source text goes in, a tree comes out. No DOM here;
 * `markdown-dom.js` draws the tree. Nothing is ever lost: what is not markup is text.
 * Rules: https://support.discord.com/hc/en-us/articles/210298617
 * @import {MarkdownNode} from './markdown.d.ts'
 * @typedef {{blocks: boolean, inQuote: boolean, inLink: boolean, depth: number}} Context
 * @typedef {{node: MarkdownNode, end: number}} Found
 * @typedef {(source: string, at: number, context: Context) => Found | undefined} Rule
 */

const punctuation = /[!-/:-@[-`{-~]/;
/** Deeper nesting than a person would write is shown as it stands. */
const depthMax = 16;

/**
 * The tree of a message; adjacent text is one node.
 * @param {string} source
 * @returns {MarkdownNode[]}
 */
export function parseMarkdown(source) {
  return parse(source, { blocks: true, inQuote: false, inLink: false, depth: 0 });
}

/**
 * @param {string} source
 * @param {Context} context
 * @returns {MarkdownNode[]}
 */
function parse(source, context) {
  if (context.depth > depthMax) return source === '' ? [] : [{ type: 'text', text: source }];
  /** @type {MarkdownNode[]} */
  const nodes = [];
  let at = 0;
  while (at < source.length) {
    const lineStart = context.blocks && (at === 0 || source[at - 1] === '\n');
    const found = (lineStart && parseBlock(source, at, context)) || parseInline(source, at, context);
    if (found) append(nodes, found.node);
    else append(nodes, { type: 'text', text: source[at] ?? '' });
    at = found ? found.end : at + 1;
  }
  return nodes;
}

/**
 * @param {MarkdownNode[]} nodes
 * @param {MarkdownNode} node
 */
function append(nodes, node) {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.text += node.text;
  else nodes.push(node);
}

/**
 * @param {RegExp} pattern sticky
 * @param {string} source
 * @param {number} at
 */
function matchAt(pattern, source, at) {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** @type {Rule} */
function parseBlock(source, at, context) {
  const inside = { ...context, depth: context.depth + 1 };
  const inline = { ...inside, blocks: false };
  const long = context.inQuote ? null : matchAt(/ *>>> ([^]*)/y, source, at);
  if (long) return { node: quote(long[1] ?? '', inside), end: source.length };
  const short = context.inQuote ? null : matchAt(/(?: *> [^\n]*(?:\n|$))+/y, source, at);
  if (short) {
    const text = short[0].replace(/\n$/, '').replaceAll(/^ *> /gm, '');
    return { node: quote(text, inside), end: at + short[0].length };
  }
  const heading = matchAt(/ *(#{1,3})[ \t]+(\S[^\n]*)\n?/y, source, at);
  if (heading) {
    const level = heading[1]?.length ?? 1;
    const children = parse(heading[2] ?? '', inline);
    return { node: { type: 'heading', level, children }, end: at + heading[0].length };
  }
  const subtext = matchAt(/ *-#[ \t]+(\S[^\n]*)\n?/y, source, at);
  if (subtext) {
    return {
      node: { type: 'subtext', children: parse(subtext[1] ?? '', inline) },
      end: at + subtext[0].length,
    };
  }
  return parseList(source, at, inline);
}

/**
 * @param {string} text
 * @param {Context} context
 * @returns {MarkdownNode}
 */
function quote(text, context) {
  return { type: 'quote', children: parse(text, { ...context, inQuote: true }) };
}

/**
 * A list and what is indented below it. An item's further lines must be indented by two spaces.
 * @type {Rule}
 */
function parseList(source, at, inline) {
  const first = matchAt(/( *)(?:[-*]|(\d{1,9})\.)[ \t]+(?=\S)/y, source, at);
  if (!first) return undefined;
  const indent = first[1]?.length ?? 0;
  const ordered = first[2] !== undefined;
  /** @type {MarkdownNode[][]} */
  const items = [];
  const lineAt = /( *)(?:([-*]|\d{1,9}\.)[ \t]+)?([^\n]*)(?:\n|$)/y;
  let end = at;
  while (end < source.length) {
    const line = matchAt(lineAt, source, end);
    if (!line?.[3]?.trim()) break;
    const indented = (line[1]?.length ?? 0) >= indent + 2;
    const item = items.at(-1);
    if (item && indented) {
      const nested =
        inline.depth < depthMax ? parseList(source, end, { ...inline, depth: inline.depth + 1 }) : undefined;
      if (nested) item.push(nested.node);
      else append(item, { type: 'text', text: '\n' });
      if (!nested) item.push(...parse(line[0].trim(), inline));
      end = nested ? nested.end : end + line[0].length;
      continue;
    }
    if (!line[2] || /\d/.test(line[2]) !== ordered || (line[1]?.length ?? 0) < indent) break;
    items.push(parse(line[3], inline));
    end += line[0].length;
  }
  return { node: { type: 'list', ordered, start: Number(first[2] ?? 1), items }, end };
}

/** @type {Rule} */
function parseInline(source, at, context) {
  switch (source[at]) {
    case '\\': {
      const next = source[at + 1] ?? '';
      return punctuation.test(next) ? { node: { type: 'text', text: next }, end: at + 2 } : undefined;
    }
    case '`':
      return parseCode(source, at);
    case '*':
    case '_':
      return parseEmphasis(source, at, context);
    case '~':
      return wrapped(source, at, '~~', 'strike', context);
    case '|':
      return wrapped(source, at, '||', 'spoiler', context);
    case '<':
      return parseAngle(source, at);
    case '[':
      return context.inLink ? undefined : parseMaskedLink(source, at, context);
    case 'h':
      return context.inLink ? undefined : parseBareLink(source, at);
    case '@': {
      const all = matchAt(/@(?:everyone|here)/y, source, at);
      return all ? { node: { type: 'everyone', text: all[0] }, end: at + all[0].length } : undefined;
    }
    default:
      return undefined;
  }
}

/** @type {Rule} */
function parseCode(source, at) {
  const block = matchAt(/```(?:([\w+\-.#]+)\n)?\n*([^\n][^]*?)\n*```\n?/y, source, at);
  if (block) {
    return {
      node: { type: 'code-block', language: block[1] ?? '', text: block[2] ?? '' },
      end: at + block[0].length,
    };
  }
  const fence = matchAt(/`+/y, source, at)?.[0] ?? '`';
  let close = at;
  do {
    close = source.indexOf(fence, close === at ? at + fence.length : close + 1);
  } while (close > 0 && (source[close + fence.length] === '`' || source[close - 1] === '`'));
  if (close < 0) return { node: { type: 'text', text: fence }, end: at + fence.length };
  const text = source.slice(at + fence.length, close);
  // One space inside each fence only keeps back-ticks apart from it.
  const bare = fence.length > 1 ? text.replace(/^ (?=`)/, '').replace(/(?<=`) $/, '') : text;
  return { node: { type: 'code', text: bare }, end: close + fence.length };
}

/** @type {Rule} */
function parseEmphasis(source, at, context) {
  const mark = source[at] ?? '';
  const double = closeOfDouble(source, at, mark + mark);
  const single = closeOfSingle(source, at + 1, mark);
  // Both may fit, as in ***this***: the longer wins, and italics on a tie.
  if (single < 0 || double + 2 > single + 1) {
    return wrapped(source, at, mark + mark, mark === '*' ? 'strong' : 'underline', context);
  }
  return {
    node: { type: 'em', children: parse(source.slice(at + 1, single), deeper(context)) },
    end: single + 1,
  };
}

/** @param {Context} context */
function deeper(context) {
  return { ...context, blocks: false, depth: context.depth + 1 };
}

/**
 * Where the single mark closes, or -1. A doubled mark inside belongs to what is inside.
 * @param {string} source
 * @param {number} from
 * @param {string} mark
 */
function closeOfSingle(source, from, mark) {
  if (mark === '*' && /\s/.test(source[from] ?? ' ')) return -1;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === mark) {
      if (source[at + 1] === mark) at += 1;
      else if (at === from) return -1;
      else if (mark === '*' ? !/\s/.test(source[at - 1] ?? ' ') : !/\w/.test(source[at + 1] ?? ' '))
        return at;
    }
  }
  return -1;
}

/**
 * @param {string} source
 * @param {number} at
 * @param {string} mark
 * @param {'strong' | 'underline' | 'strike' | 'spoiler'} type
 * @param {Context} context
 * @returns {Found | undefined}
 */
function wrapped(source, at, mark, type, context) {
  const close = closeOfDouble(source, at, mark);
  if (close < 0) return undefined;
  return { node: { type, children: parse(source.slice(at + 2, close), deeper(context)) }, end: close + 2 };
}

/**
 * Where a doubled mark that opens here closes, or -1.
 * @param {string} source
 * @param {number} at
 * @param {string} mark
 */
function closeOfDouble(source, at, mark) {
  if (!source.startsWith(mark, at)) return -1;
  for (let close = at + 2; close < source.length; close += 1) {
    if (source[close] === '\\') close += 1;
    else if (close > at + 2 && source.startsWith(mark, close) && source[close + 2] !== mark[0]) return close;
  }
  return -1;
}

/**
 * Mentions, timestamps, custom emoji and bracketed links.
 * @type {Rule}
 */
function parseAngle(source, at) {
  const close = source.indexOf('>', at);
  if (close < 0) return undefined;
  const inner = source.slice(at + 1, close);
  const end = close + 1;
  const mention = /^(@!?|@&|#)(\d{1,20})$/.exec(inner);
  if (mention) {
    const kind = mention[1] === '#' ? 'channel' : mention[1] === '@&' ? 'role' : 'user';
    return { node: { type: kind, id: mention[2] ?? '' }, end };
  }
  const command = /^\/([^:\n]{1,100}):(\d{1,20})$/.exec(inner);
  if (command) return { node: { type: 'command', name: command[1] ?? '', id: command[2] ?? '' }, end };
  const time = /^t:(-?\d{1,13})(?::([tTdDfFRsS]))?$/.exec(inner);
  if (time) return { node: { type: 'time', unix: Number(time[1]), style: time[2] ?? 'f' }, end };
  const emoji = /^a?:(\w{2,32}):\d{1,20}$/.exec(inner);
  if (emoji) return { node: { type: 'emoji', name: emoji[1] ?? '' }, end };
  if (/^https?:\/\/\S+$/.test(inner)) return { node: link(inner, [{ type: 'text', text: inner }]), end };
  return undefined;
}

/**
 * @param {string} url
 * @param {MarkdownNode[]} children
 * @returns {MarkdownNode}
 */
function link(url, children) {
  return { type: 'link', url, children };
}

/** @type {Rule} */
function parseMaskedLink(source, at, context) {
  const found = matchAt(
    /\[((?:\\[^]|[^\\[\]]|\[[^[\]\n]*\])+)\]\((?:<(https?:\/\/[^\s<>]+)>|(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+))(?:\s+"[^"\n]*")?\)/y,
    source,
    at,
  );
  // A label that is itself an address could lie about where it leads: Discord shows the source.
  if (!found || /https?:\/\//.test(found[1] ?? '') || !found[1]?.trim()) return undefined;
  const children = parse(found[1], { ...deeper(context), inLink: true });
  return { node: link(found[2] ?? found[3] ?? '', children), end: at + found[0].length };
}

/** @type {Rule} */
function parseBareLink(source, at) {
  let url = matchAt(/https?:\/\/[^\s<>]*[^\s<>.,:;"'\]]/y, source, at)?.[0];
  if (!url) return undefined;
  // A closing bracket that was opened before the address belongs to the sentence.
  while (url.endsWith(')') && url.split(')').length > url.split('(').length) url = url.slice(0, -1);
  return { node: link(url, [{ type: 'text', text: url }]), end: at + url.length };
}
