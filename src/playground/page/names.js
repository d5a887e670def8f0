/** What people, channels and commands are called on the page. */
import { firstAskable, isOffered, listEntries, localised } from './commands.js';

/** What things are called. @param {any} app */
export function namesOf(app) {
  return {
    nameOf: (/** @type {any} */ user) =>
      byId([...app.state.people, app.state.bot], user.id)?.displayName ?? user.global_name ?? user.username,
    userName: (/** @type {string} */ id) => byId([...app.state.people, app.state.bot], id)?.displayName ?? id,
    channelName: (/** @type {string} */ id) => byId(app.state.channels, id)?.name ?? id,
    knowsChannel: (/** @type {string} */ id) => byId(app.state.channels, id) !== undefined,
    roleName: (/** @type {string} */ id) => byId(app.state.guild.roles ?? [], id)?.name ?? id,
    roleOf: (/** @type {any} */ one) =>
      one.owner ? app.t('owner') : one.moderator ? app.t('moderator') : (one.roles[0] ?? app.t('member')),
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

/** @param {any[]} list @param {string} id */
function byId(list, id) {
  return list.find((one) => one.id === id);
}
