import type { Article, Span } from '../../articles/article.ts';

/** Longest link that is sent, in UTF-16 units: it shares the message with the quotes. */
export const sourceLinkLengthMax = 400;

/** Sentences up to this length are given whole, longer ones by their first and last words. */
const wholeTextLengthMax = 60;
const edgeWords = 4;
const contextWordsMax = 12;

/**
 * The publisher's page with a text fragment that highlights those words there, or undefined where
 * the article has no web address. Where the words, or their beginning, stand elsewhere in the article
 * too, the words around them are added until only this place is meant. A link that would get too long
 * goes without the fragment, and is left out altogether where even the page's address is too long.
 *
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function sourceLink(article: Pick<Article, 'url' | 'text'>, words: Span): string | undefined {
  const page = readPageUrl(article.url);
  if (page === undefined) {
    return undefined;
  }
  const fragment = textFragment(article.text, words);
  const full = `${page}${page.includes('#') ? '' : '#'}:~:text=${fragment}`;
  const links = fragment === '' ? [page] : [full, page];
  return links.map(escapeUrl).find((url) => url.length <= sourceLinkLengthMax);
}

/** `[prefix-,]start[,end][,-suffix]` for those words; empty where they hold nothing to find. */
export function textFragment(text: string, words: Span): string {
  const source = collapse(text, words);
  if (source.quoted === '') {
    return '';
  }
  const parts = source.quoted.split(' ');
  const short = source.quoted.length <= wholeTextLengthMax || parts.length <= edgeWords * 2;
  const start = short ? source.quoted : parts.slice(0, edgeWords).join(' ');
  const end = short ? undefined : parts.slice(-edgeWords).join(' ');
  const before = source.before.split(' ').filter(Boolean);
  const after = source.after.split(' ').filter(Boolean);
  let prefix = '';
  let suffix = '';
  const whole = `${source.before} ${source.quoted} ${source.after}`.trim();
  for (
    let count = 1;
    count <= contextWordsMax && isAmbiguous(whole, { prefix, start, end, suffix });
    count += 1
  ) {
    prefix = before.slice(-count).join(' ');
    // Once the prefix cannot grow, only what follows can tell the places apart.
    suffix = end === undefined && count > before.length ? after.slice(0, count).join(' ') : '';
  }
  return [
    prefix === '' ? '' : `${encodePart(prefix)}-`,
    encodePart(start),
    end === undefined ? '' : encodePart(end),
    suffix === '' ? '' : `-${encodePart(suffix)}`,
  ]
    .filter((part) => part !== '')
    .join(',');
}

interface FragmentParts {
  readonly prefix: string;
  readonly start: string;
  readonly end: string | undefined;
  readonly suffix: string;
}

/** Browsers take the first match and do not mind case: any second match of the beginning is one too many. */
function isAmbiguous(text: string, { prefix, start, suffix }: FragmentParts): boolean {
  const needle = [prefix, start, suffix]
    .filter((part) => part !== '')
    .join(' ')
    .toLowerCase();
  const haystack = text.toLowerCase();
  return haystack.indexOf(needle) !== haystack.lastIndexOf(needle);
}

function collapse(text: string, { start, end }: Span): { before: string; quoted: string; after: string } {
  const [before, quoted, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(
    (part) => part.toWellFormed().replace(/\s+/gu, ' ').trim(),
  );
  return { before: before ?? '', quoted: quoted ?? '', after: after ?? '' };
}

/** Comma, ampersand and hyphen are the fragment's own signs. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll('-', '%2D');
}

/** A web address without credentials (they could show another host) and without a text fragment of its own. */
function readPageUrl(url: string | undefined): string | undefined {
  const page = url === undefined ? null : URL.parse(url);
  return page && /^https?:$/.test(page.protocol) && page.username === '' && page.password === ''
    ? page.href.replace(/:~:.*$/su, '')
    : undefined;
}

/** Whatever could end the link in Discord's Markdown early, or be read as Markdown. */
function escapeUrl(url: string): string {
  return url.replace(
    /[\s()<>[\]\\`*_|'"!]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
