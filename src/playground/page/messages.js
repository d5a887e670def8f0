/** The list of messages: keeps what did not change, follows the newest, moves by arrow keys. */
import { el, focusedElement, icon } from './dom.js';
import { drawMessage } from './message.js';
import { parseMarkdown } from './markdown.js';
import { visibleText } from './quotes.js';
import { nameIn } from './reference.js';

const groupedWithinMs = 7 * 60_000;

/** @type {Record<string, (items: any[], at: number) => any>} */
const steps = {
  ArrowUp: (items, at) => items[at - 1],
  ArrowDown: (items, at) => items[at + 1],
  Home: (items) => items[0],
  End: (items) => items.at(-1),
};

/**
 * @param {any} list the `ol`
 * @param {any} app
 */
export function createMessages(list, app) {
  /** @type {Map<string, {signature: string, element: any}>} */
  let drawn = new Map();
  list.setAttribute('aria-label', app.t('messages'));
  list.addEventListener('keydown', moveByKeys);
  list.addEventListener('focusin', (/** @type {any} */ event) =>
    setCurrent(event.target.closest('.message')),
  );

  /** @param {any} item the only message that Tab reaches */
  function setCurrent(item) {
    if (!item) return;
    for (const other of list.querySelectorAll('.message[tabindex="0"]')) other.tabIndex = -1;
    item.tabIndex = 0;
  }

  /** @param {any} event */
  function moveByKeys(event) {
    const item = event.target;
    if (!item.classList.contains('message')) {
      if (event.key === 'Escape' && !event.target.closest('.editor'))
        event.target.closest('.message')?.focus();
      return;
    }
    const items = [...list.querySelectorAll('.message')];
    const next = steps[event.key]?.(items, items.indexOf(item));
    const menu =
      event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || event.key === 'Enter';
    if (!next && !menu) return;
    event.preventDefault();
    next?.focus();
    const entry = app.messages.find((/** @type {any} */ one) => one.message.id === item.dataset.id);
    if (!menu || !entry) return;
    const { left, top } = item.getBoundingClientRect();
    app.openMenu(entry, { x: left + 72, y: top + 24 }, item);
  }

  /** @param {any[]} entries @param {string} key @param {() => any} make */
  function reuse(entries, key, make, signature = '') {
    const old = drawn.get(key);
    const element = old?.signature === signature ? old.element : make();
    entries.push([key, { signature, element }]);
  }

  function render() {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
    const focus = describeFocus(list);
    /** @type {any[]} */
    const entries = [];
    reuse(
      entries,
      'intro',
      () => drawIntro(app),
      `${app.channel?.id} ${app.askable()?.label} ${app.channel?.name}`,
    );
    app.messages.forEach((/** @type {any} */ entry, /** @type {number} */ index) => {
      const grouped = isGrouped(entry, app.messages[index - 1]);
      const view = { grouped, editing: app.editing === entry.message.id };
      const signature = JSON.stringify([
        entry,
        view,
        app.busySignature(entry.message.id),
        app.failures.get(entry.message.id),
        app.drawingVersion,
      ]);
      reuse(entries, entry.message.id, () => drawMessage(entry, view, app), signature);
    });
    for (const failure of app.failedCommands) {
      reuse(entries, failure.id, () => drawFailure(failure, app));
    }
    drawn = new Map(entries);
    reconcile(
      list,
      [...drawn.values()].map(({ element }) => element),
    );
    if (!list.querySelector('.message[tabindex="0"]'))
      setCurrent([...list.querySelectorAll('.message')].at(-1));
    restoreFocus(list, focus);
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  return {
    render,
    toEnd() {
      list.scrollTop = list.scrollHeight;
    },
    /** @param {string} id */
    focus(id) {
      const item = list.querySelector(`#message-${CSS.escape(id)}`);
      item?.scrollIntoView({ block: 'center' });
      item?.focus();
    },
  };
}

/**
 * Puts the elements in order without touching those that stand right, so that focus, selection
 * and open selects survive.
 * @param {any} list
 * @param {any[]} elements
 */
function reconcile(list, elements) {
  const wanted = new Set(elements);
  for (const child of Array.from(list.children)) if (!wanted.has(child)) child.remove();
  elements.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
}

/** @param {any} list */
function describeFocus(list) {
  const active = focusedElement();
  const item = list.contains(active) ? active.closest('.message') : undefined;
  return item && { id: item.dataset.id, custom: active.dataset.customId, self: active === item, active };
}

/** A redrawn message gets the focus back, on the same component where it is still there. */
function restoreFocus(/** @type {any} */ list, /** @type {any} */ focus) {
  if (!focus || focus.active.isConnected) return;
  const item = list.querySelector(`#message-${CSS.escape(focus.id ?? '')}`);
  const same =
    focus.custom && item?.querySelector(`[data-custom-id="${CSS.escape(focus.custom)}"]:not(:disabled)`);
  (item?.querySelector('.editor textarea') ?? same ?? item)?.focus({ preventScroll: true });
}

/** Whether a message goes on below the last one, without its own name and picture. */
function isGrouped(/** @type {any} */ { message, ephemeral }, /** @type {any} */ before) {
  return (
    before !== undefined &&
    before.message.author.id === message.author.id &&
    before.ephemeral === ephemeral &&
    message.type === 0 &&
    !message.interaction_metadata &&
    Date.parse(message.timestamp) - Date.parse(before.message.timestamp) < groupedWithinMs
  );
}

/** The start of a channel: what it is for, and how to begin. */
function drawIntro(/** @type {any} */ app) {
  const { t, channel } = app;
  const askable = app.askable();
  const option = askable?.options.find((/** @type {any} */ one) => one.required);
  return el(
    'li',
    { class: 'intro' },
    el('h2', { text: t('welcome', { channel: app.channelTitle(channel) }) }),
    el('p', { text: channel?.topic || t('welcomeText') }),
    askable &&
      channel?.canSend &&
      el(
        'div',
        { class: 'hint' },
        el(
          'p',
          {},
          ...around(
            t('hint', { command: '\u0000' }),
            el('code', { text: `/${askable.label} ${option.label}` }),
          ),
        ),
        el(
          'button',
          { class: 'button primary', type: 'button', onclick: () => app.composer.start(askable) },
          t('hintTry', { command: `/${askable.label}` }),
        ),
        el('p', { class: 'subtext', text: t('hintMenu') }),
      ),
  );
}

/** @param {string} text @param {any} element */
function around(text, element) {
  const [before = '', after = ''] = text.split('\u0000');
  return [before, element, after];
}

/** A command that was never answered, seen by nobody else. */
function drawFailure(/** @type {any} */ failure, /** @type {any} */ app) {
  return el(
    'li',
    { class: 'message ephemeral failed', tabindex: -1 },
    el('div', { class: 'gutter' }, icon('warn')),
    el(
      'div',
      { class: 'body' },
      el(
        'div',
        {},
        el('strong', { text: app.state.me.displayName }),
        ` ${app.t('used')} `,
        el('span', { class: 'mention', text: failure.label }),
      ),
      el('p', { class: 'failure', text: app.t('noAnswer') }),
      el(
        'div',
        { class: 'only-you' },
        icon('eye'),
        `${app.t('onlyYou')} · `,
        el(
          'button',
          { class: 'text-button', type: 'button', onclick: () => app.dismissFailure(failure.id) },
          app.t('dismiss'),
        ),
      ),
    ),
  );
}

/** What a screen reader is told of a new message. */
export function announcementOf(/** @type {any} */ { message, loading }, /** @type {any} */ app) {
  const name = app.nameOf(message.author);
  if (loading) return app.t('thinking', { bot: name });
  const { text } = visibleText(parseMarkdown(message.content ?? ''), nameIn(app));
  return `${name}: ${text}`.slice(0, 600);
}
