/** The page: builds its parts, sets up the frame and starts following the server. */
import { actsOf } from './acts.js';
import { createArticle } from './article.js';
import { createComposer } from './composer.js';
import { find, icon } from './dom.js';
import { follow } from './follow.js';
import { createMessages } from './messages.js';
import { namesOf } from './names.js';
import { createSidebar } from './sidebar.js';
import { textsFor } from './texts.js';

function createApp() {
  const language = navigator.language;
  const t = textsFor(language);
  document.documentElement.lang = t('close') === 'Close' ? 'en' : 'id';
  /** @type {any} */
  const app = {
    render: () => render(app),
    t,
    language,
    state: undefined,
    channel: undefined,
    messages: [],
    index: [],
    editing: undefined,
    /** Interaction → what the person did. */
    pending: new Map(),
    /** Message → why its component failed. */
    failures: new Map(),
    failedCommands: [],
    unread: new Set(),
    drawingVersion: 0,
  };
  return Object.assign(app, namesOf(app), actsOf(app));
}

/** Draws the frame anew; messages and channels keep what did not change. @param {any} app */
function render(app) {
  const { t, channel, state } = app;
  find('#channel-name').replaceChildren(app.channelTitle(channel));
  find('#channel-topic').textContent = channel?.topic ?? '';
  document.title = `${app.channelTitle(channel)} · ${state.guild.name}`;
  const offline = find('#offline');
  offline.hidden = state.bot.online;
  offline.textContent = t('botOffline', { bot: state.bot.displayName });
  app.sidebar.render();
  app.list.render();
}

/** The panes that a narrow window shows one at a time, and the theme. @param {any} app */
function setUpFrame(app) {
  const frame = find('#frame');
  /** @type {Record<string, any>} */
  const openers = { sidebar: find('#open-sidebar'), article: find('#open-article') };
  app.togglePane = (
    /** @type {string} */ name,
    /** @type {boolean} */ open = !frame.classList.contains(`${name}-open`),
  ) => {
    frame.classList.toggle(`${name}-open`, open);
    for (const [other, opener] of Object.entries(openers)) {
      if (other !== name && open && matchMedia('(max-width: 999px)').matches)
        frame.classList.remove(`${other}-open`);
      opener.setAttribute('aria-expanded', String(frame.classList.contains(`${other}-open`)));
    }
  };
  for (const [name, label] of [
    ['sidebar', 'openChannels'],
    ['article', 'openArticle'],
  ]) {
    const opener = openers[name ?? ''];
    opener.replaceChildren(icon(name === 'sidebar' ? 'menu' : 'article'));
    opener.setAttribute('aria-label', app.t(label));
    opener.title = app.t(label);
    opener.addEventListener('click', () => app.togglePane(name));
  }
  app.togglePane('article', matchMedia('(min-width: 1000px)').matches);
  find('#shade').addEventListener(
    'click',
    () => (app.togglePane('sidebar', false), app.togglePane('article', false)),
  );
  addEventListener('keydown', (/** @type {any} */ event) => {
    if (event.key === 'Escape') app.togglePane('sidebar', false);
  });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  if (localStorage['theme']) root.dataset['theme'] = localStorage['theme'];
  app.toggleTheme = () => {
    const now = root.dataset['theme'] ?? (dark.matches ? 'dark' : 'light');
    root.dataset['theme'] = now === 'dark' ? 'light' : 'dark';
    localStorage['theme'] = root.dataset['theme'];
  };
}

const app = createApp();
setUpFrame(app);
Object.assign(app, {
  sidebar: createSidebar(find('#sidebar'), app),
  article: createArticle(find('#article'), app),
  list: createMessages(find('#messages'), app),
  composer: createComposer(find('#composer-form'), app),
});
await follow(app);
