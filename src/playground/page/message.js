/** One message as an element of the list: who, when, what, and what can be done with it. */
import { drawComponents } from './components.js';
import { avatar, el, icon } from './dom.js';
import { draw } from './markdown-dom.js';
import { drawAttachments, drawEmbed, drawReactions } from './message-parts.js';
import { parseMarkdown } from './markdown.js';
import { splitQuotes } from './quotes.js';
import { drawReference } from './reference.js';

const threadCreated = 18;

/**
 * @param {any} entry a PageMessage
 * @param {{grouped: boolean, editing: boolean}} view
 * @param {any} app
 */
export function drawMessage(entry, { grouped, editing }, app) {
  const { message, ephemeral, loading } = entry;
  const { t } = app;
  const name = app.nameOf(message.author);
  const time = formatTime(message.timestamp, app);
  const reference = drawReference(message, app);
  const plain = grouped && !reference;
  const bot = message.author.bot && el('span', { class: 'badge', text: t('app') });
  const stamp = el('time', {
    class: 'time',
    datetime: message.timestamp,
    title: new Date(message.timestamp).toLocaleString(app.language),
    text: plain ? time.slice(-5) : time,
  });
  const body = [
    !plain && el('div', { class: 'author-line' }, el('span', { class: 'author', text: name }), bot, stamp),
    loading ? thinking(name, t) : editing ? drawEditor(message, app) : drawContent(message, app),
    ...drawAttachments(message, app),
    ...(message.embeds ?? []).map((/** @type {any} */ embed) => drawEmbed(embed, app)),
    !loading && drawComponents(message, app),
    drawReactions(message, app),
    message.thread &&
      el(
        'button',
        { class: 'thread-link', type: 'button', onclick: () => app.openChannel(message.thread.id) },
        icon('thread'),
        el('strong', { text: message.thread.name }),
        t('openThread'),
      ),
    ephemeral &&
      el(
        'div',
        { class: 'only-you' },
        icon('eye'),
        `${t('onlyYou')} · `,
        el(
          'button',
          {
            class: 'text-button',
            type: 'button',
            onclick: () => app.act({ type: 'dismiss', message: message.id }),
          },
          t('dismiss'),
        ),
      ),
  ];
  return el(
    'li',
    {
      class: `message${plain ? ' grouped' : ''}${ephemeral ? ' ephemeral' : ''}`,
      id: `message-${message.id}`,
      tabindex: -1,
      'data-id': message.id,
      'aria-label': `${name}, ${time}`,
      oncontextmenu: (/** @type {any} */ event) => {
        if (event.target.closest('a, input, textarea, select')) return;
        event.preventDefault();
        app.openMenu(entry, { x: event.clientX, y: event.clientY }, event.currentTarget);
      },
    },
    reference,
    el(
      'div',
      { class: 'gutter' },
      plain ? stamp : avatar({ id: message.author.id, name, bot: message.author.bot }),
    ),
    el('div', { class: 'body' }, body),
    loading || editing ? undefined : drawToolbar(entry, app),
  );
}

/** @param {string} name @param {any} t */
function thinking(name, t) {
  return el(
    'div',
    { class: 'thinking' },
    el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')),
    t('thinking', { bot: name }),
  );
}

/** @param {any} message @param {any} app */
function drawContent(message, app) {
  if (message.type === threadCreated)
    return el(
      'div',
      { class: 'text system' },
      icon('thread'),
      `${app.t('threadStarted')}: `,
      el('strong', { text: message.content }),
    );
  const edited =
    message.edited_timestamp &&
    el('span', {
      class: 'edited',
      title: new Date(message.edited_timestamp).toLocaleString(app.language),
      text: ` ${app.t('edited')}`,
    });
  if (!message.content) return undefined;
  const nodes = parseMarkdown(message.content);
  if (!message.author.bot || app.index.length === 0)
    return el('div', { class: 'text' }, draw(nodes, app), edited);
  const segments = splitQuotes(nodes, app.index);
  return el(
    'div',
    { class: 'text' },
    segments.map((segment) =>
      segment.kind === 'flow' ? draw(withoutEmptyLines(segment.nodes), app) : drawQuote(segment, app),
    ),
    edited,
  );
}

/**
 * Text between quotes without the line breaks that only kept them apart: the page sets its own distance.
 * @param {import('./markdown.d.ts').MarkdownNode[]} nodes
 */
function withoutEmptyLines(nodes) {
  const [only] = nodes;
  return nodes.length === 1 && only?.type === 'text' && only.text.trim() === '' ? [] : nodes;
}

/**
 * A quote with the line that cites it; both lead to the article where the words stand there.
 * @param {Extract<import('./quotes.d.ts').Segment, {kind: 'quote'}>} segment
 * @param {any} app
 */
function drawQuote({ quote, citation, place }, app) {
  const { t } = app;
  const [words] = draw([quote], app);
  const drawn = draw(citation, app);
  if (!place) {
    const warning = el(
      'span',
      { class: 'not-found', title: t('notInArticleText') },
      icon('warn'),
      t('notInArticle'),
    );
    return el(
      'div',
      { class: 'quotation missing' },
      words,
      el('div', { class: 'citation' }, drawn, ' ', warning),
    );
  }
  // A link of the citation leads out to the publisher: it stays a link beside the button.
  const link = citation.findIndex((node) => node.type === 'link');
  const label = link < 0 ? drawn : drawn.slice(0, link);
  const open = (/** @type {any} */ event) =>
    app.showPlace(place, event.currentTarget.closest('.quotation').querySelector('.cite'));
  const button = el(
    'button',
    { class: 'cite', type: 'button', title: t('showInArticle'), onclick: open },
    icon('check'),
    el('span', { class: 'visually-hidden', text: `${t('inArticle')}. ` }),
    label.length > 0 ? label : t('showInArticle'),
    icon('place'),
  );
  words.addEventListener('click', (/** @type {any} */ event) => {
    if (String(getSelection()) === '' && !event.target.closest('a, button')) open(event);
  });
  return el(
    'div',
    { class: 'quotation found' },
    words,
    el('div', { class: 'citation' }, button, link < 0 ? [] : drawn.slice(link)),
  );
}

/** @param {any} message @param {any} app */
function drawEditor(message, app) {
  const box = el('textarea', {
    class: 'input',
    rows: Math.min(8, message.content.split('\n').length + 1),
    maxlength: 2000,
    'aria-label': app.t('edit'),
  });
  box.value = message.content;
  const save = () => app.saveEdit(message, box.value.trim());
  box.addEventListener('keydown', (/** @type {any} */ event) => {
    if (event.key === 'Escape') app.startEdit(undefined);
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    save();
  });
  return el(
    'div',
    { class: 'editor' },
    box,
    el(
      'div',
      {},
      el('button', { class: 'button primary', type: 'button', onclick: save }, app.t('save')),
      el(
        'button',
        { class: 'button link', type: 'button', onclick: () => app.startEdit(undefined) },
        app.t('cancel'),
      ),
    ),
  );
}

/** @param {any} entry @param {any} app */
function drawToolbar(entry, app) {
  return el(
    'div',
    { class: 'toolbar' },
    !entry.ephemeral &&
      app.canSend() &&
      toolButton('reply', app.t('reply'), () => app.startReply(entry.message)),
    toolButton('more', app.t('more'), (/** @type {any} */ event) => {
      const { left, bottom } = event.currentTarget.getBoundingClientRect();
      app.openMenu(entry, { x: left, y: bottom }, event.currentTarget);
    }),
  );
}

/**
 * @param {'reply' | 'more'} name
 * @param {string} label
 * @param {(event: any) => void} onclick
 */
function toolButton(name, label, onclick) {
  return el(
    'button',
    { class: 'icon-button', type: 'button', 'aria-label': label, title: label, onclick },
    icon(name),
  );
}

/** @param {string} timestamp @param {any} app */
function formatTime(timestamp, { t, language }) {
  const date = new Date(timestamp);
  const time = date.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days === 0) return t('today', { time });
  if (days === 1) return t('yesterday', { time });
  return `${date.toLocaleDateString(language)} ${time}`;
}
