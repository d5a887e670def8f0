/**
 * Draws a Markdown tree. What a mention or command is called comes from `app`; text enters as text.
 * @import {MarkdownNode} from './markdown.d.ts'
 */
import { el } from './dom.js';

const messageLink = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)\/(\d+)$/;
const wrappers = { strong: 'strong', em: 'em', underline: 'u', strike: 's', subtext: 'small' };

/**
 * @param {MarkdownNode[]} nodes
 * @param {any} app
 * @returns {any[]} DOM nodes
 */
export function draw(nodes, app) {
  return nodes.map((node) => drawNode(node, app));
}

/**
 * @param {MarkdownNode} node
 * @param {any} app
 */
function drawNode(node, app) {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
    case 'subtext':
      return el(
        wrappers[node.type],
        node.type === 'subtext' ? { class: 'subtext' } : {},
        draw(node.children, app),
      );
    case 'quote':
      return el('blockquote', {}, draw(node.children, app));
    case 'heading':
      return el(
        'div',
        { class: `heading-${node.level}`, role: 'heading', 'aria-level': node.level + 3 },
        draw(node.children, app),
      );
    case 'list':
      return el(
        node.ordered ? 'ol' : 'ul',
        node.ordered ? { start: node.start } : {},
        node.items.map((item) => el('li', {}, draw(item, app))),
      );
    case 'code':
      return el('code', { text: node.text });
    case 'code-block':
      return el('pre', {}, el('code', { text: node.text }));
    case 'spoiler':
      return spoiler(draw(node.children, app));
    case 'link':
      return drawLink(node, app);
    case 'command':
      return el(
        'button',
        { class: 'mention', type: 'button', onclick: () => app.startCommand(node.id, node.name) },
        `/${app.commandLabel(node.name)}`,
      );
    case 'channel':
      return el(
        'button',
        { class: 'mention', type: 'button', onclick: () => app.openChannel(node.id) },
        `#${app.channelName(node.id)}`,
      );
    case 'user':
      return el('span', { class: 'mention' }, `@${app.userName(node.id)}`);
    case 'role':
      return el('span', { class: 'mention' }, `@${app.roleName(node.id)}`);
    case 'everyone':
      return el('span', { class: 'mention' }, node.text);
    case 'emoji':
      return el('span', { class: 'custom-emoji' }, `:${node.name}:`);
    case 'time':
      return drawTime(node.unix, node.style, app.language);
    default:
      return undefined;
  }
}

/**
 * A link to a message of this server leads there, as in Discord; any other leads out.
 * @param {Extract<MarkdownNode, {type: 'link'}>} node
 * @param {any} app
 */
function drawLink({ url, children }, app) {
  const [, channel = '', message = ''] = messageLink.exec(url) ?? [];
  if (!app.knowsChannel(channel)) {
    return el(
      'a',
      { href: url, target: '_blank', rel: 'noopener noreferrer nofollow', title: url },
      draw(children, app),
    );
  }
  const [only] = children;
  const isBare = children.length === 1 && only?.type === 'text' && only.text === url;
  return el(
    'button',
    {
      class: isBare ? 'mention' : 'text-button',
      type: 'button',
      onclick: () => app.openMessage(channel, message),
    },
    isBare ? `#${app.channelName(channel)} › 💬` : draw(children, app),
  );
}

/** @param {any[]} children */
function spoiler(children) {
  return el(
    'span',
    {
      class: 'spoiler',
      role: 'button',
      tabindex: 0,
      'aria-expanded': 'false',
      'aria-label': 'Spoiler',
      onclick: reveal,
      onkeydown: reveal,
    },
    el('span', {}, children),
  );
}

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const timeStyles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/**
 * @param {number} unix seconds since 1970
 * @param {string} style
 * @param {string} language
 */
function drawTime(unix, style, language) {
  const date = new Date(unix * 1000);
  if (Number.isNaN(date.getTime())) return document.createTextNode(`<t:${unix}>`);
  const full = date.toLocaleString(language, { dateStyle: 'full', timeStyle: 'short' });
  const text = style === 'R' ? relative(date, language) : date.toLocaleString(language, timeStyles[style]);
  return el('time', { datetime: date.toISOString(), title: full, class: 'timestamp', text });
}

/**
 * @param {Date} date
 * @param {string} language
 */
function relative(date, language) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  /** @type {[any, number][]} */
  const units = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** @param {any} event */
function reveal(event) {
  if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.classList.add('revealed');
  event.currentTarget.setAttribute('aria-expanded', 'true');
}
