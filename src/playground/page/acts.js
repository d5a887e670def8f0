/** What the person does, sent to the server. Nothing changes on the page before the server says so. */
import { postAct } from './api.js';
import { localised } from './commands.js';
import { find } from './dom.js';
import { openMenu } from './menu.js';
import { toast } from './toast.js';

/** Longer than Discord gives a bot: a click that only was acknowledged must not look busy for ever. */
const busyShownMs = 4000;

/** What the person does. @param {any} app */
export function actsOf(app) {
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
    endBusy(/** @type {string} */ message) {
      for (const key of busy) if (key.startsWith(`${message} `)) busy.delete(key);
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

/** @param {string} message @param {string} id */
function busyKey(message, id) {
  return `${message} ${id}`;
}
