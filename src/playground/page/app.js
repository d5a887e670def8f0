/**
 * The page: who one is, where one is and what is to be seen there. Nothing is shown before the
 * server says so; every event is drawn as it comes.
 * @import {PageEvent} from '../page-protocol.ts'
 */
import { fetchMessages, fetchState, listen, postAct } from './api.js';
import { createArticle } from './article.js';
import { isOffered, firstAskable, listEntries, localised } from './commands.js';
import { createComposer } from './composer.js';
import { openModal } from './dialogs.js';
import { el, icon } from './dom.js';
import { openMenu } from './menu.js';
import { announcementOf, createMessages } from './messages.js';
import { indexDocuments } from './quotes.js';
import { createSidebar, drawPeople } from './sidebar.js';
import { textsFor } from './texts.js';

const typingShownMs = 10_000;
const toastShownMs = 7000;
/** Longer than Discord gives a bot: a click that only was acknowledged must not look busy for ever. */
const busyShownMs = 4000;

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

function createApp() {
  const language = navigator.language;
  const t = textsFor(language);
  document.documentElement.lang = t('close') === 'Close' ? 'en' : 'id';
  /** @type {any} */
  const app = {
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

/** What things are called. @param {any} app */
function namesOf(app) {
  const byId = (/** @type {any[]} */ list, /** @type {string} */ id) => list.find((one) => one.id === id);
  return {
    nameOf: (/** @type {any} */ user) =>
      byId([...app.state.people, app.state.bot], user.id)?.displayName ?? user.global_name ?? user.username,
    userName: (/** @type {string} */ id) => byId([...app.state.people, app.state.bot], id)?.displayName ?? id,
    channelName: (/** @type {string} */ id) => byId(app.state.channels, id)?.name ?? id,
    roleName: (/** @type {string} */ id) => byId(app.state.guild.roles ?? [], id)?.name ?? id,
    channelTitle: (/** @type {any} */ channel) =>
      channel ? `${channel.kind === 'text' ? '#' : channel.kind === 'thread' ? '' : '@'}${channel.name}` : '',
    commandLabel(/** @type {string} */ plain) {
      const entry = listEntries(app.state.commands, app.locale).find((one) => one.plain === plain);
      if (entry) return entry.label;
      const command = app.state.commands.find((/** @type {any} */ one) => one.name === plain);
      return command ? localised(command, 'name', app.locale) : plain;
    },
    entries() {
      const offered = app.state.commands.filter((/** @type {any} */ one) =>
        isOffered(one, app.state.me, app.channel?.kind ?? 'text'),
      );
      return listEntries(offered, app.locale);
    },
    askable: () => firstAskable(app.entries()),
    canSend: () => app.channel?.canSend ?? false,
  };
}

/** What the person does. @param {any} app */
function actsOf(app) {
  const busyKey = (/** @type {string} */ message, /** @type {string} */ id) => `${message} ${id}`;
  const busy = new Set();
  return {
    /** Posts an act of this person here; undefined where it failed and a notice says so. */
    async act(/** @type {any} */ act, quiet = false) {
      try {
        return await postAct({ user: app.state.me.id, channel: app.channel.id, ...act });
      } catch (error) {
        if (!quiet)
          toast(
            app.t('failed', { reason: (error instanceof Error && error.message) || app.t('unreachable') }),
          );
        return undefined;
      }
    },
    async runCommand(/** @type {any} */ entry, /** @type {any} */ options) {
      return app.interact(
        { type: 'command', command: entry.command.id, options },
        { label: `/${entry.label}` },
      );
    },
    runMenuCommand: (/** @type {any} */ command, /** @type {string} */ target) =>
      app.interact(
        { type: 'command', command: command.id, options: [], target },
        { label: localised(command, 'name', app.locale) },
      ),
    async useComponent(
      /** @type {any} */ message,
      /** @type {string} */ customId,
      /** @type {any} */ values,
    ) {
      const key = busyKey(message.id, customId);
      if (busy.has(key)) return;
      busy.add(key);
      app.failures.delete(message.id);
      app.render();
      const done = () => busy.delete(key) && app.render();
      const sent = await app.interact(
        { type: 'component', message: message.id, customId, ...(values ? { values } : {}) },
        { message: message.id, done },
      );
      if (sent) setTimeout(done, busyShownMs);
      else done();
    },
    async interact(/** @type {any} */ act, /** @type {any} */ what) {
      const result = await app.act(act);
      if (result?.type === 'interaction') app.settle(result.interaction, what);
      return result;
    },
    isBusy: (/** @type {string} */ message, /** @type {string} */ id) => busy.has(busyKey(message, id)),
    busySignature: (/** @type {string} */ message) =>
      [...busy].filter((key) => key.startsWith(`${message} `)).join(' '),
    async saveEdit(/** @type {any} */ message, /** @type {string} */ content) {
      if (
        content === '' ||
        content === message.content ||
        (await app.act({ type: 'edit', message: message.id, content }))
      )
        app.startEdit(undefined);
    },
    startEdit(/** @type {string | undefined} */ id) {
      const before = app.editing;
      app.editing = id;
      app.render();
      if (id) find('.editor textarea')?.focus();
      else if (before) app.composer.focus();
    },
    startReply: (/** @type {any} */ message) => app.composer.setReply(message),
    startCommand(/** @type {string} */ id, /** @type {string} */ name) {
      const entry = app
        .entries()
        .find((/** @type {any} */ one) => one.command.id === id && one.plain === name);
      if (entry) app.composer.start(entry);
    },
    openMenu: (/** @type {any} */ entry, /** @type {any} */ at, /** @type {any} */ origin) =>
      openMenu(app, entry, at, origin),
    focusMessage: (/** @type {string} */ id) => app.list.focus(id),
    showPlace: (/** @type {any} */ place, /** @type {any} */ from) => app.article.show(place, from),
    dismissFailure(/** @type {string} */ id) {
      app.failedCommands = app.failedCommands.filter((/** @type {any} */ one) => one.id !== id);
      app.render();
    },
    announce(/** @type {string} */ words) {
      find('#announcer').textContent = words;
    },
  };
}

/** @param {string} words */
function toast(words) {
  const note = el('div', { class: 'toast' }, icon('warn'), words);
  find('#toasts').append(note);
  setTimeout(() => note.remove(), toastShownMs);
  return note;
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

/** @param {any} app */
function follow(app) {
  let loaded = 0;
  let stop = () => {};
  /** Outcomes that came before the answer to the act that caused them. */
  const early = new Map();

  async function loadState(/** @type {string} */ user) {
    const state = await fetchState(user);
    if (
      app.state?.me.id !== state.me.id ||
      JSON.stringify(app.state.commands) !== JSON.stringify(state.commands)
    )
      app.drawingVersion += 1;
    if (JSON.stringify(app.state?.documents) !== JSON.stringify(state.documents)) {
      app.drawingVersion += 1;
      app.index = indexDocuments(state.documents);
    }
    app.state = state;
    app.locale = state.me.locale ?? app.language;
    const kept = state.channels.find((one) => one.id === app.channel?.id);
    app.channel = kept ?? state.channels.find((one) => one.kind === 'text') ?? state.channels[0];
    app.article.setDocuments(state.documents);
    find('#open-article').hidden = state.documents.length === 0;
    drawPeople(find('#people'), app);
    return kept !== undefined;
  }

  async function loadMessages() {
    loaded += 1;
    const turn = loaded;
    const messages = await fetchMessages(app.state.me.id, app.channel.id);
    if (turn !== loaded) return;
    app.messages = messages;
    app.render();
  }

  /** Runs what needs the server; a failure is said, not thrown. */
  async function attempt(/** @type {() => Promise<void>} */ work) {
    try {
      await work();
    } catch (error) {
      toast(app.t('failed', { reason: (error instanceof Error && error.message) || app.t('unreachable') }));
    }
  }

  const refresh = () =>
    attempt(async () => {
      const stayed = await loadState(app.state?.me.id ?? '');
      if (!stayed) app.composer.reset();
      await loadMessages();
    });

  Object.assign(app, {
    render: () => render(app),
    openChannel: (/** @type {string} */ id) =>
      attempt(async () => {
        const channel = app.state.channels.find((/** @type {any} */ one) => one.id === id);
        if (!channel) return;
        Object.assign(app, { channel, messages: [], failedCommands: [], editing: undefined });
        app.unread.delete(id);
        app.togglePane('sidebar', false);
        app.composer.reset();
        app.render();
        await loadMessages();
        app.list.toEnd();
      }),
    switchPerson: (/** @type {string} */ id) =>
      attempt(async () => {
        stop();
        Object.assign(app, { messages: [], failedCommands: [], editing: undefined });
        app.unread.clear();
        app.failures.clear();
        app.pending.clear();
        await loadState(id);
        app.composer.reset();
        start(id);
        await loadMessages();
        app.list.toEnd();
      }),
    settle(/** @type {string} */ interaction, /** @type {any} */ what) {
      app.pending.set(interaction, what);
      const event = early.get(interaction);
      if (event) finish(event);
    },
  });

  /** What became of an interaction. @param {any} event */
  function finish(event) {
    const what = app.pending.get(event.interaction);
    if (!what) return void early.set(event.interaction, event);
    what.done?.();
    if (event.type !== 'interaction-failed') return;
    app.pending.delete(event.interaction);
    if (what.message) app.failures.set(what.message, app.t('interactionFailed'));
    else if (event.channel === app.channel.id)
      app.failedCommands.push({ id: event.interaction, label: what.label });
    app.announce(app.t(what.message ? 'interactionFailed' : 'noAnswer'));
    app.render();
  }

  /** @param {PageEvent & {interaction?: string}} event */
  function onEvent(event) {
    if (event.interaction) finish(event);
    if (event.type === 'state') return void refresh();
    if (event.type === 'modal') return openModal(app, event);
    if (event.type === 'typing') return showTyping(app, event);
    if (event.type === 'interaction-failed') return;
    if (event.channel !== app.channel?.id) {
      if (event.type === 'message') app.unread.add(event.channel);
      return app.sidebar.render();
    }
    applyMessage(app, event);
  }

  function start(/** @type {string} */ user) {
    /** @type {any} */
    let note;
    stop = listen(user, {
      onEvent,
      onLost: () => (note = toast(app.t('lost'))),
      onBack: () => {
        note?.remove();
        void refresh();
      },
    });
  }

  return attempt(async () => {
    await loadState('');
    app.composer.reset();
    start(app.state.me.id);
    await loadMessages();
    app.list.toEnd();
    app.composer.focus();
  });
}

/** @param {any} app @param {any} event a message made, changed or deleted in the open channel */
function applyMessage(app, event) {
  const id = event.type === 'message-delete' ? event.id : event.message.message.id;
  const at = app.messages.findIndex((/** @type {any} */ one) => one.message.id === id);
  if (event.type === 'message-delete')
    app.messages = app.messages.filter((/** @type {any} */ one) => one.message.id !== id);
  else if (at >= 0) app.messages = app.messages.with(at, event.message);
  else app.messages = [...app.messages, event.message];
  const answered =
    event.type === 'message' ||
    (event.type === 'message-update' && !event.message.loading && app.messages[at] !== undefined);
  if (answered && event.message.message.author.id !== app.state.me.id)
    app.announce(announcementOf(event.message, app));
  if (event.type === 'message' && event.message.message.author.bot) find('#typing').textContent = '';
  app.render();
  if (event.type === 'message' && event.message.message.author.id === app.state.me.id) app.list.toEnd();
}

/** @param {any} app @param {any} event */
function showTyping(app, event) {
  if (event.channel !== app.channel?.id || event.user === app.state.me.id) return;
  const line = find('#typing');
  const words = app.t('typing', { name: app.userName(event.user) });
  line.textContent = words;
  setTimeout(() => line.textContent === words && (line.textContent = ''), typingShownMs);
}

/** The panes that a narrow window shows one at a time, and the theme. @param {any} app */
function setUpFrame(app) {
  const frame = find('#frame');
  const openers = /** @type {any} */ ({ sidebar: find('#open-sidebar'), article: find('#open-article') });
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
  addEventListener('keydown', (event) => {
    if (/** @type {any} */ (event).key === 'Escape') app.togglePane('sidebar', false);
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
