/** The left pane: the server's channels and threads, direct messages, and who one is. */
import { avatar, el, focusedElement, icon } from './dom.js';

/**
 * @param {any} root
 * @param {any} app
 */
export function createSidebar(root, app) {
  const { t } = app;

  /** @param {any} channel */
  function drawChannel(channel) {
    const current = channel.id === app.channel?.id;
    const unread = app.unread.has(channel.id);
    const sign =
      channel.kind === 'thread'
        ? icon('thread')
        : el('span', { class: 'hash', 'aria-hidden': 'true', text: '#' });
    const picture =
      channel.kind === 'text' || channel.kind === 'thread'
        ? sign
        : avatar(
            {
              id: channel.id,
              name: channel.name,
              bot: channel.kind === 'dm' && channel.name === app.state.bot.displayName,
            },
            true,
          );
    return el(
      'li',
      { class: channel.kind },
      el(
        'button',
        {
          type: 'button',
          class: `channel${unread ? ' unread' : ''}`,
          'aria-current': current ? 'page' : undefined,
          'data-channel': channel.id,
          onclick: () => app.openChannel(channel.id),
        },
        picture,
        el('span', { class: 'channel-name', text: channel.name }),
        unread && el('span', { class: 'visually-hidden', text: ` (${t('unread')})` }),
      ),
    );
  }

  /** @param {string} title @param {any[]} channels */
  function drawGroup(title, channels) {
    return (
      channels.length > 0 &&
      el('section', {}, el('h2', { text: title }), el('ul', {}, channels.map(drawChannel)))
    );
  }

  function render() {
    const { state } = app;
    const focused = root.contains(document.activeElement) ? focusedElement().dataset.channel : undefined;
    const threadsOf = (/** @type {string} */ id) =>
      state.channels.filter((/** @type {any} */ one) => one.kind === 'thread' && one.parentId === id);
    const text = state.channels
      .filter((/** @type {any} */ one) => one.kind === 'text')
      .flatMap((/** @type {any} */ one) => [one, ...threadsOf(one.id)]);
    const direct = state.channels.filter(
      (/** @type {any} */ one) => one.kind !== 'text' && one.kind !== 'thread',
    );
    const theme = el(
      'button',
      {
        class: 'icon-button',
        type: 'button',
        'aria-label': t('theme'),
        title: t('theme'),
        onclick: app.toggleTheme,
      },
      icon('moon'),
    );
    const role = app.roleOf(state.me);
    root.replaceChildren(
      el(
        'header',
        { class: 'bar server' },
        avatar({ id: state.guild.id, name: state.guild.name }),
        el('strong', { text: state.guild.name }),
      ),
      el(
        'div',
        { class: 'channels' },
        drawGroup(t('channels'), text),
        drawGroup(t('directMessages'), direct),
      ),
      el(
        'footer',
        { class: 'me' },
        avatar({ id: state.me.id, name: state.me.displayName }),
        el(
          'span',
          { class: 'who' },
          el('strong', { text: state.me.displayName }),
          el('small', { text: role }),
        ),
        theme,
      ),
    );
    if (focused) root.querySelector(`[data-channel="${CSS.escape(focused)}"]`)?.focus();
  }

  return { render };
}

/**
 * The switch between people, always in sight.
 * @param {any} root
 * @param {any} app
 */
export function drawPeople(root, app) {
  const { state, t } = app;
  const signature = JSON.stringify([state.me, state.people]);
  // Drawn anew under the pointer, an open select would close.
  if (root.dataset.signature === signature) return;
  root.dataset.signature = signature;
  const languages = new Intl.DisplayNames(app.language, { type: 'language' });
  const label = (/** @type {any} */ one) => {
    const foreign = one.locale && one.locale.slice(0, 2) !== document.documentElement.lang;
    return [one.displayName, app.roleOf(one), foreign && languages.of(one.locale.slice(0, 2))]
      .filter(Boolean)
      .join(' · ');
  };
  const select = el(
    'select',
    {
      id: 'person',
      'aria-label': t('speakingAs'),
      title: t('speakingAs'),
      onchange: () => app.switchPerson(select.value),
    },
    state.people.map((/** @type {any} */ one) =>
      el('option', { value: one.id, selected: one.id === state.me.id, text: label(one) }),
    ),
  );
  const focused = root.contains(document.activeElement);
  root.replaceChildren(avatar({ id: state.me.id, name: state.me.displayName }, true), select);
  if (focused) select.focus();
}
