/** The menu of a message: what the person may do with it, and the app's own commands. */
import { menuCommands, isOffered, localised } from './commands.js';
import { confirmDialog } from './dialogs.js';
import { el, icon } from './dom.js';

const reactions = ['👍', '👎', '❤️', '😂', '🎉', '✅'];

/**
 * @param {any} app
 * @param {any} entry a PageMessage
 * @param {{x: number, y: number}} at
 * @param {any} origin gets the focus back
 */
export function openMenu(app, entry, at, origin) {
  document.querySelector('.menu')?.remove();
  const { t, state } = app;
  const { message } = entry;
  const own = message.author.id === state.me.id;
  const close = () => {
    menu.remove();
    removeEventListener('pointerdown', outside, true);
    if (origin?.isConnected && (document.activeElement === document.body || !document.activeElement))
      origin.focus();
  };
  const outside = (/** @type {any} */ event) => menu.contains(event.target) || close();
  const item = (/** @type {any} */ content, /** @type {() => void} */ run, danger = false) =>
    el(
      'button',
      {
        role: 'menuitem',
        type: 'button',
        tabindex: -1,
        class: danger ? 'danger' : undefined,
        onclick: () => (close(), run()),
      },
      content,
    );
  const react = (/** @type {string} */ emoji) => {
    const present = message.reactions?.find((/** @type {any} */ one) => one.emoji.name === emoji);
    void app.act({ type: 'react', message: message.id, emoji, remove: present?.me ?? false });
  };
  const remove = () =>
    confirmDialog(app, {
      title: t('remove'),
      text: t('removeSure'),
      confirm: t('remove'),
      onconfirm: () => app.act({ type: 'delete', message: message.id }),
    });
  const apps = entry.ephemeral
    ? []
    : menuCommands(state.commands, 'message').filter((command) =>
        isOffered(command, state.me, app.channel.kind),
      );
  const menu = el(
    'div',
    {
      class: 'menu',
      role: 'menu',
      'aria-label': t('actions'),
      onkeydown: moveByKeys,
      // One place is marked, whether keys or the pointer moved there.
      onpointermove: (/** @type {any} */ event) => event.target.closest('[role=menuitem]')?.focus(),
    },
    !entry.ephemeral &&
      el(
        'div',
        { class: 'menu-reactions', role: 'group', 'aria-label': t('react') },
        reactions.map((emoji) => item(emoji, () => react(emoji))),
      ),
    !entry.ephemeral && app.canSend() && item([t('reply'), icon('reply')], () => app.startReply(message)),
    own && item([t('edit'), icon('edit')], () => app.startEdit(message.id)),
    item([t('copy'), icon('copy')], () => void navigator.clipboard?.writeText(message.content)),
    apps.length > 0 && el('div', { class: 'menu-title', text: t('apps') }),
    apps.map((command) =>
      item([localised(command, 'name', app.locale), icon('place')], () =>
        app.runMenuCommand(command, message.id),
      ),
    ),
    (own || state.me.moderator) && !entry.ephemeral && item([t('remove'), icon('trash')], remove, true),
  );

  /** @param {any} event */
  function moveByKeys(event) {
    const items = [...menu.querySelectorAll('[role=menuitem]')];
    const now = items.indexOf(document.activeElement);
    const step = ['ArrowDown', 'ArrowRight'].includes(event.key)
      ? 1
      : ['ArrowUp', 'ArrowLeft'].includes(event.key)
        ? -1
        : 0;
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      menu.remove();
      close();
      origin?.focus();
    } else if (step) {
      event.preventDefault();
      items.at((now + step) % items.length)?.focus();
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      items.at(event.key === 'Home' ? 0 : -1)?.focus();
    }
  }

  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(at.y, innerHeight - height - 8))}px`;
  addEventListener('pointerdown', outside, true);
  (menu.querySelector('.menu > [role=menuitem]') ?? menu.querySelector('[role=menuitem]'))?.focus();
}
