/**
 * State, messages and events: from the server to what is drawn.
 * @import {PageEvent} from '../page-protocol.ts'
 */
import { fetchMessages, fetchState, listen } from './api.js';
import { openModal } from './dialogs.js';
import { find } from './dom.js';
import { announcementOf } from './messages.js';
import { indexDocuments, sameDocuments } from './quotes.js';
import { drawPeople } from './sidebar.js';
import { toast } from './toast.js';

const typingShownMs = 10_000;
const earlyMax = 50;

/**
 * Loads what there is and follows what happens, until another person takes over.
 * @param {any} app
 */
export function follow(app) {
  let loaded = 0;
  /** @type {() => void} */
  let stop;
  /** Outcomes that came before the answer to the act that caused them. */
  const early = new Map();

  /** The person last chosen: an answer about another comes too late. */
  let chosen = '';
  /** Events that came while messages were being fetched: they may be newer than the answer. @type {any[]} */
  let held = [];
  let fetching = 0;

  async function loadState(/** @type {string} */ user) {
    chosen = user;
    const state = await fetchState(user);
    if (user !== chosen) return true;
    if (
      app.state?.me.id !== state.me.id ||
      JSON.stringify(app.state.commands) !== JSON.stringify(state.commands)
    )
      app.drawingVersion += 1;
    // The very list shown already, where it is alike: then it is drawn no second time.
    if (app.state && sameDocuments(app.state.documents, state.documents))
      state.documents = app.state.documents;
    else {
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
    fetching += 1;
    find('#messages').setAttribute('aria-busy', 'true');
    try {
      const messages = await fetchMessages(app.state.me.id, app.channel.id);
      if (turn === loaded) app.messages = messages;
    } finally {
      fetching -= 1;
      find('#messages').setAttribute('aria-busy', String(fetching > 0));
    }
    if (turn === loaded) app.render();
    if (fetching > 0) return;
    const missed = held;
    held = [];
    for (const event of missed) applyOrMark(event);
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
    async openMessage(/** @type {string} */ channel, /** @type {string} */ id) {
      if (channel !== app.channel.id) await app.openChannel(channel);
      app.focusMessage(id);
    },
    switchPerson: (/** @type {string} */ id) =>
      attempt(async () => {
        stop();
        Object.assign(app, { messages: [], failedCommands: [], editing: undefined });
        app.unread.clear();
        app.failures.clear();
        app.pending.clear();
        early.clear();
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
    if (!what) {
      // Other people's interactions are among them: the oldest go.
      early.set(event.interaction, event);
      if (early.size > earlyMax) early.delete(early.keys().next().value);
      return;
    }
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
    if (event.type === 'state') void refresh();
    else if (event.type === 'modal') openModal(app, event);
    else if (event.type === 'typing') showTyping(app, event);
    else if (event.type !== 'interaction-failed') applyOrMark(event);
  }

  /** @param {any} event of a message */
  function applyOrMark(event) {
    if (fetching > 0) held.push(event);
    else if (event.channel !== app.channel?.id) {
      if (event.type === 'message') app.unread.add(event.channel);
      app.sidebar.render();
    } else applyMessage(app, event);
  }

  function start(/** @type {string} */ user) {
    /** @type {any} */
    let note;
    stop = listen(user, {
      onEvent,
      onLost: () => (note = toast(app.t('lost'))),
      onOpen: () => {
        note?.remove();
        void refresh();
      },
    });
  }

  return attempt(async () => {
    await loadState('');
    const like = memberLikeReader(app.state);
    if (like) await loadState(like.id);
    app.composer.reset();
    start(app.state.me.id);
    await loadMessages();
    app.list.toEnd();
    app.composer.focus();
  });
}

/**
 * Who reads the page in English begins as a member who is answered in English.
 * @param {any} state
 */
function memberLikeReader({ me, people }) {
  return readsAlike(me)
    ? undefined
    : people.find((/** @type {any} */ one) => !one.moderator && readsAlike(one));
}

/** @param {any} person */
function readsAlike({ locale }) {
  return locale?.startsWith(document.documentElement.lang) ?? false;
}

/** @param {any} app @param {any} event a message made, changed or deleted in the open channel */
function applyMessage(app, event) {
  const { messages } = app;
  const deleted = event.type === 'message-delete';
  const id = deleted ? event.id : event.message.message.id;
  const at = messages.findIndex((/** @type {any} */ one) => one.message.id === id);
  // What was pressed on it has come to something.
  if (event.type === 'message-update') app.endBusy(id);
  if (deleted) app.messages = messages.filter((/** @type {any} */ one) => one.message.id !== id);
  else app.messages = at < 0 ? [...messages, event.message] : messages.with(at, event.message);
  // Replies carry a copy of what they answer; like Discord's client, the page keeps it true.
  app.messages = app.messages.map((/** @type {any} */ one) =>
    one.message.referenced_message?.id === id
      ? { ...one, message: { ...one.message, referenced_message: deleted ? null : event.message.message } }
      : one,
  );
  const answered =
    event.type === 'message' || (event.type === 'message-update' && !event.message.loading && at >= 0);
  if (answered && event.message.message.author.id !== app.state.me.id)
    app.announce(announcementOf(event.message, app));
  if (event.type === 'message' && event.message.message.author.bot) find('#typing').textContent = '';
  app.render();
  if (event.type === 'message' && isCausedBy(event.message.message, app.state.me.id)) app.list.toEnd();
}

/** @param {any} app @param {any} event */
function showTyping(app, event) {
  if (event.channel !== app.channel?.id || event.user === app.state.me.id) return;
  const line = find('#typing');
  const words = app.t('typing', { name: app.userName(event.user) });
  line.textContent = words;
  setTimeout(() => line.textContent === words && (line.textContent = ''), typingShownMs);
}

/** Whether the person wrote it or called for it. @param {any} message @param {string} user */
function isCausedBy(message, user) {
  return message.author.id === user || message.interaction_metadata?.user?.id === user;
}
