/** Where the person writes: plain messages, replies, and slash commands with their options. */
import { createCommandForm } from './command-form.js';
import { matchEntries, takeEntry } from './commands.js';
import { el, icon } from './dom.js';
import { comboboxAttributes, createSuggestions } from './suggestions.js';

const contentMax = 2000;

/**
 * @param {any} form
 * @param {any} app
 */
export function createComposer(form, app) {
  const { t } = app;
  /** @type {any} */
  let replyTo;
  /** @type {any} */
  let command;
  const popup = el('div', { class: 'suggestions' });
  const suggestions = createSuggestions(popup);
  const notice = el('div', { class: 'notice', role: 'alert' });
  const reply = el('div', { class: 'replying', hidden: true });
  const text = el('textarea', {
    ...comboboxAttributes,
    id: 'composer',
    rows: 1,
    maxlength: contentMax,
    'aria-multiline': 'true',
  });
  const field = el('div', { class: 'composer-field' }, text);
  const send = el(
    'button',
    { class: 'icon-button send', type: 'submit', 'aria-label': t('send'), title: t('send') },
    icon('send'),
  );
  form.replaceChildren(popup, notice, reply, el('div', { class: 'composer-box' }, field, send));
  form.addEventListener('submit', (/** @type {any} */ event) => {
    event.preventDefault();
    if (command) command.submit();
    else void sendText();
  });
  text.addEventListener('input', onInput);
  text.addEventListener('blur', () => suggestions.hide());
  text.addEventListener('keydown', onKey);

  /** @param {any} event */
  function onKey(event) {
    if (event.isComposing || suggestions.takeKey(event)) return;
    if (event.key === 'Escape' && replyTo) setReply(undefined);
    if (event.key === 'ArrowUp' && text.value === '') {
      const own = app.messages.findLast(
        (/** @type {any} */ one) => one.message.author.id === app.state.me.id,
      );
      if (own) event.preventDefault();
      if (own) app.startEdit(own.message.id);
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  }

  function onInput() {
    notice.textContent = '';
    resize();
    const entries = app.entries();
    if (!text.value.startsWith('/') || text.value.includes('\n')) return suggestions.hide();
    const taken = takeEntry(entries, text.value);
    if (taken) return start(taken.entry, taken.rest);
    const matches = matchEntries(entries, text.value.slice(1));
    // Names have up to three words; whatever is no name is a message.
    if (matches.length === 0 && /\s/.test(text.value)) return suggestions.hide();
    suggestions.show(text, {
      title: t('commands'),
      empty: t('noCommand'),
      pick: start,
      items: matches.map((entry) => ({
        label: `/${entry.label}`,
        mark: entry.options.map(({ label, required }) => (required ? label : `[${label}]`)).join(' '),
        detail: entry.description,
        value: entry,
      })),
    });
  }

  function resize() {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, innerHeight * 0.4)}px`;
  }

  async function sendText() {
    const content = text.value.trim();
    if (content === '') return;
    // Cleared only once it is sent, so that a failure loses nothing.
    const sent = await app.act({ type: 'send', content, ...(replyTo ? { replyTo: replyTo.id } : {}) });
    if (!sent) return;
    if (text.value.trim() === content) text.value = '';
    resize();
    setReply(undefined);
  }

  /** @param {any} message undefined for none */
  function setReply(message) {
    replyTo = message;
    reply.hidden = !message;
    if (!message) return;
    const stop = el(
      'button',
      {
        class: 'icon-button',
        type: 'button',
        'aria-label': t('cancelReply'),
        onclick: () => (setReply(undefined), text.focus()),
      },
      icon('close'),
    );
    reply.replaceChildren(el('span', { text: t('replyTo', { name: app.nameOf(message.author) }) }), stop);
    text.focus();
  }

  /** @param {any} entry @param {string} [rest] goes into the first option */
  function start(entry, rest = '') {
    setReply(undefined);
    suggestions.hide();
    notice.textContent = '';
    text.value = '';
    resize();
    command = createCommandForm(entry, rest, {
      app,
      field,
      suggestions,
      say: (/** @type {string} */ words) => (notice.textContent = words),
      leave: leaveCommand,
    });
    command.focus();
  }

  /** @param {string} [typed] what the text field shows instead */
  function leaveCommand(typed = '') {
    if (!command) return;
    command = undefined;
    suggestions.hide();
    notice.textContent = '';
    field.replaceChildren(text);
    text.value = typed;
    resize();
    text.focus();
  }

  return {
    start,
    setReply,
    focus: () => (command ?? text).focus(),
    /** A new channel or person: what was half done there is dropped. */
    reset() {
      const focused = form.contains(document.activeElement);
      leaveCommand();
      setReply(undefined);
      const open = app.channel?.canSend ?? false;
      text.disabled = !open;
      send.disabled = !open;
      const place = open ? t('compose', { channel: app.channelTitle(app.channel) }) : t('composeClosed');
      text.placeholder = place;
      text.setAttribute('aria-label', place);
      if (focused) text.focus();
    },
  };
}
