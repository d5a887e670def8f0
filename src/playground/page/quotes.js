/**
 * Finds the words of a message's block quotes in the documents beside the chat. It trusts nothing
 * the bot says of the place: the visible words must stand there, white space apart.
 * @import {MarkdownNode, QuoteNode} from './markdown.d.ts'
 * @import {DocumentIndex, PartWays, Place, Segment, Spot} from './quotes.d.ts'
 * @import {PageDocument} from '../page-protocol.ts'
 */

const occurrencesMax = 200;
const titleCompared = 100;
/** Characters nobody sees. Directional overrides are not among them: they change what is read. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202C\u2060-\u2064\u2066-\u2069\uFEFF]/;
/* oxlint-disable no-control-regex -- control characters are what is looked for */
const invisibleInSource =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
/* oxlint-enable no-control-regex */
/** Stands for what is drawn but is no text of the source, such as a mention. */
const foreign = '\uFFFC';

/**
 * The documents made ready for many searches.
 * @param {readonly PageDocument[]} documents
 * @returns {DocumentIndex}
 */
export function indexDocuments(documents) {
  return documents.map((document) => ({
    document,
    ...normalise(document.text, invisibleInSource),
    // A citation may cut a long title.
    title: normalise(document.title, invisible).text.slice(0, titleCompared),
  }));
}

/**
 * Whether two lists of documents are alike. Every state carries all of them: nothing is copied here.
 * @param {readonly PageDocument[]} some
 * @param {readonly PageDocument[]} others
 */
export function sameDocuments(some, others) {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      return (
        other !== undefined &&
        one.id === other.id &&
        one.title === other.title &&
        one.language === other.language &&
        one.text === other.text &&
        one.blocks.length === other.blocks.length &&
        one.blocks.every((block, place) => sameBlock(block, other.blocks[place]))
      );
    })
  );
}

/**
 * @param {PageDocument['blocks'][number]} one
 * @param {PageDocument['blocks'][number] | undefined} other
 */
function sameBlock(one, other) {
  return (
    one.kind === other?.kind &&
    one.number === other.number &&
    one.start === other.start &&
    one.end === other.end
  );
}

/**
 * A message's top level, in order: each quote with the line that cites it, and what stands between.
 * A line cites when it directly follows the quote and carries a number in brackets or a document's title.
 * @param {MarkdownNode[]} nodes
 * @param {DocumentIndex} index
 * @returns {Segment[]}
 */
export function splitQuotes(nodes, index) {
  /** @type {Segment[]} */
  const segments = [];
  let rest = [...nodes];
  while (rest.length > 0) {
    const quote = rest[0];
    if (!isQuotation(quote)) {
      const next = rest.findIndex((node) => isQuotation(node));
      segments.push({ kind: 'flow', nodes: next < 0 ? rest : rest.slice(0, next) });
      rest = next < 0 ? [] : rest.slice(next);
      continue;
    }
    const [line, after] = takeLine(rest.slice(1));
    const lineText = normalise(visibleText(line).text, invisible).text;
    const cites = /\[\d+\]/.test(lineText) || index.some(({ title }) => title && lineText.includes(title));
    // Without a citing line, the line above may name the place.
    const place = locateQuote(quote, cites ? lineText : lineBefore(segments.at(-1)), index);
    segments.push({ kind: 'quote', quote, citation: cites ? line : [], place });
    rest = cites ? after : rest.slice(1);
  }
  return segments;
}

/**
 * Words struck out are nobody's: a block with some compares, and quotes nothing.
 * @param {MarkdownNode | undefined} node
 * @returns {node is QuoteNode}
 */
function isQuotation(node) {
  return node?.type === 'quote' && !node.children.some(({ type }) => type === 'strike');
}

/** @param {Segment | undefined} segment */
function lineBefore(segment) {
  const text = segment?.kind === 'flow' ? visibleText(segment.nodes).text : '';
  return normalise(text.trimEnd().split('\n').at(-1) ?? '', invisible).text;
}

/**
 * The nodes up to the first line break, and those after it.
 * @param {MarkdownNode[]} nodes
 * @returns {[MarkdownNode[], MarkdownNode[]]}
 */
function takeLine(nodes) {
  for (const [index, node] of nodes.entries()) {
    if (['quote', 'list', 'heading', 'subtext', 'code-block'].includes(node.type)) {
      return [nodes.slice(0, index), nodes.slice(index)];
    }
    if (node.type !== 'text' || !node.text.includes('\n')) continue;
    const cut = node.text.indexOf('\n');
    /** @type {MarkdownNode[]} */
    const head = cut > 0 ? [{ type: 'text', text: node.text.slice(0, cut) }] : [];
    /** @type {MarkdownNode[]} */
    const tail = cut + 1 < node.text.length ? [{ type: 'text', text: node.text.slice(cut + 1) }] : [];
    return [
      [...nodes.slice(0, index), ...head],
      [...tail, ...nodes.slice(index + 1)],
    ];
  }
  return [nodes, []];
}

/**
 * What a reader sees of the nodes, and which of its UTF-16 units are bold.
 * @param {MarkdownNode[]} nodes
 * @param {(node: MarkdownNode) => string} [nameOf] what a mention reads as; default a mark of what no source has
 * @returns {{text: string, bold: boolean[]}}
 */
export function visibleText(nodes, nameOf = () => foreign) {
  let text = '';
  /** @type {boolean[]} */
  const bold = [];
  /** @param {string} piece @param {boolean} strong */
  const add = (piece, strong) => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) bold.push(strong);
  };
  /** @param {MarkdownNode[]} list @param {boolean} strong */
  const walk = (list, strong) => {
    for (const node of list) {
      const block = ['quote', 'heading', 'subtext', 'list', 'code-block'].includes(node.type);
      if (block && text !== '' && !text.endsWith('\n')) add('\n', false);
      if (node.type === 'list')
        for (const item of node.items) walk([...item, { type: 'text', text: '\n' }], strong);
      else if ('children' in node) walk(node.children, strong || node.type === 'strong');
      else if ('text' in node) add(node.text, strong);
      else add(nameOf(node), strong);
      if (block && !text.endsWith('\n')) add('\n', false);
    }
  };
  walk(nodes, false);
  return { text, bold };
}

/**
 * Where the quote's words stand; undefined when they stand nowhere. Standing more than once, the
 * place the citing line names wins: its document's title first, then its numbers from the left.
 * @param {QuoteNode} quote
 * @param {string} lineText
 * @param {DocumentIndex} index
 * @returns {Place | undefined}
 */
function locateQuote(quote, lineText, index) {
  const visible = visibleText(quote.children);
  const { text, offsets } = normalise(visible.text, invisible);
  const bold = offsets.map((offset) => visible.bold[offset] ?? false);
  const parts = splitParts(text);
  if (parts.length === 0) return undefined;
  /** @type {{score: number, place: Place} | undefined} */
  let best;
  for (const entry of index) {
    const titled = entry.title !== '' && lineText.includes(entry.title);
    const numbers = numbersOf(titled ? lineText.replace(entry.title, ' ') : lineText);
    for (const spots of findParts(parts, entry.text)) {
      const place = placeOf(spots, bold, entry);
      const start = place.ranges[0]?.start ?? 0;
      const block = entry.document.blocks.find((one) => one.start <= start && start < one.end);
      const named = numbers.indexOf(block?.number ?? 0);
      const score = (titled ? 1000 : 0) + (named < 0 ? 0 : 100 - Math.min(named, 99));
      if (!best || score > best.score) best = { score, place };
    }
  }
  return best?.place;
}

/**
 * Whole numbers of a citing line, the likeliest paragraph first: a date comes in an earlier part
 * than the place, a sentence after its paragraph. The number in brackets only counts quotes.
 * @param {string} line
 */
function numbersOf(line) {
  const parts = line
    .replaceAll(/\[\d+\]/g, ' ')
    .split('·')
    .toReversed();
  return parts.flatMap((part) => part.match(/\d+/g) ?? []).map(Number);
}

/**
 * The quote's parts between "[…]", each as the ways it may stand in a document: as it is, or
 * without the marks that show a cut.
 * @param {string} text
 */
function splitParts(text) {
  /** @type {PartWays[]} */
  const parts = [];
  let from = 0;
  for (const gap of [...text.matchAll(/\[(?:…|\.{3})\]/g), undefined]) {
    const to = gap ? gap.index : text.length;
    const part = text.slice(from, to);
    const lead = from + (/^\s*/.exec(part)?.[0].length ?? 0);
    const trail = from + part.trimEnd().length;
    if (trail > lead) {
      const inner = text.slice(lead, trail);
      const head = lead + (/^(?:…|\.{3})\s*/.exec(inner)?.[0].length ?? 0);
      const tail = trail - (/\s*(?:…|\.{3})$/.exec(inner)?.[0].length ?? 0);
      const ways = [
        [lead, trail],
        [head, tail],
        [head, trail],
        [lead, tail],
      ];
      parts.push(
        ways
          .map(([a = 0, b = 0]) => ({ from: a, to: b, cutStart: a > lead, cutEnd: b < trail }))
          .filter((way) => way.to > way.from)
          .map((way) => ({ ...way, words: text.slice(way.from, way.to) })),
      );
    }
    from = gap ? gap.index + gap[0].length : text.length;
  }
  return parts;
}

/**
 * Every way the parts stand in the text one after the other; each result has a spot for every part.
 * @param {PartWays[]} parts
 * @param {string} text
 * @returns {Spot[][]}
 */
function findParts(parts, text) {
  const results = [];
  for (const first of findWays(parts[0] ?? [], text, 0, occurrencesMax)) {
    const spots = [first];
    let from = first.at + first.way.words.length;
    for (const part of parts.slice(1)) {
      const [next] = findWays(part, text, from, 1);
      if (!next) break;
      spots.push(next);
      from = next.at + next.way.words.length;
    }
    if (spots.length === parts.length) results.push(spots);
  }
  return results;
}

/**
 * @param {PartWays} ways
 * @param {string} text
 * @param {number} from
 * @param {number} max
 * @returns {Spot[]}
 */
function findWays(ways, text, from, max) {
  for (const way of ways) {
    const spots = [];
    for (
      let at = text.indexOf(way.words, from);
      at >= 0 && spots.length < max;
      at = text.indexOf(way.words, at + 1)
    ) {
      const end = at + way.words.length;
      // Half a word is not the article's word, unless the quote shows that it was cut there.
      if ((way.cutStart || !splitsWord(text, at)) && (way.cutEnd || !splitsWord(text, end)))
        spots.push({ at, way });
    }
    if (spots.length > 0) return spots;
  }
  return [];
}

/**
 * @param {string} text
 * @param {number} at
 */
function splitsWord(text, at) {
  return (
    /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at, at + 2))
  );
}

/**
 * @param {Spot[]} spots
 * @param {boolean[]} bold
 * @param {DocumentIndex[number]} entry
 * @returns {Place}
 */
function placeOf(spots, bold, entry) {
  /** @param {number} from @param {number} to */
  const range = (from, to) => ({ start: entry.offsets[from] ?? 0, end: (entry.offsets[to - 1] ?? 0) + 1 });
  /** @type {Place} */
  const place = { documentId: entry.document.id, ranges: [], strong: [] };
  for (const { at, way } of spots) {
    place.ranges.push(range(at, at + way.to - way.from));
    for (let unit = way.from; unit < way.to; unit += 1) {
      if (!bold[unit]) continue;
      const from = unit;
      while (unit < way.to && bold[unit]) unit += 1;
      place.strong.push(range(at + from - way.from, at + unit - way.from));
    }
  }
  return place;
}

/**
 * The text without invisible characters, every run of white space one space, none at the ends;
 * `offsets[i]` is where unit `i` stands in `text`.
 * @param {string} text
 * @param {RegExp} dropped
 */
function normalise(text, dropped) {
  // Pieces, not a growing string: asking such a string for its end copies all of it each time.
  /** @type {string[]} */
  const kept = [];
  /** @type {number[]} */
  const offsets = [];
  const formed = text.toWellFormed();
  let endsWithSpace = true;
  for (let at = 0; at < formed.length; at += 1) {
    const unit = formed[at] ?? '';
    if (dropped.test(unit)) continue;
    const space = /\s/.test(unit);
    if (space && endsWithSpace) continue;
    kept.push(space ? ' ' : unit);
    offsets.push(at);
    endsWithSpace = space;
  }
  if (endsWithSpace) {
    kept.pop();
    offsets.pop();
  }
  return { text: kept.join(''), offsets };
}
