/** The line above a message: what it answers, or which command called for it. */
import { localised } from './commands.js';
import { avatar, el, icon } from './dom.js';
import { draw } from './markdown-dom.js';
import { parseMarkdown } from './markdown.js';
import { visibleText } from './quotes.js';

const messageType = { reply: 19, replies: [19, 20, 23], menuCommand: 23 };
const modalSubmitted = 5;

/**
 * Undefined where a message stands by itself.
 * @param {any} message
 * @param {any} app
 */
export function drawReference(message, app) {
  const call = message.interaction_metadata ?? message.interaction;
  if (call?.type === modalSubmitted) return drawFormSource(call, app);
  if (call && message.type !== messageType.reply) return drawCall(message, call, app);
  if (!messageType.replies.includes(message.type) || message.referenced_message === undefined)
    return undefined;
  const original = message.referenced_message;
  return original
    ? drawOriginal(original, app)
    : el('div', { class: 'reference' }, icon('reply'), el('em', { text: app.t('replyGone') }));
}

/** A filled-in form has no name of its own: what leads back is the message whose button opened it. */
function drawFormSource(/** @type {any} */ call, /** @type {any} */ app) {
  const id = call.triggering_interaction_metadata?.interacted_message_id;
  const source = app.messages.find((/** @type {any} */ one) => one.message.id === id);
  return source && drawOriginal(source.message, app);
}

function drawCall(/** @type {any} */ message, /** @type {any} */ call, /** @type {any} */ app) {
  const command = message.interaction?.name ?? call.name;
  const who = app.nameOf(call.user);
  const label = message.type === messageType.menuCommand ? menuLabel(command, app) : undefined;
  return el(
    'div',
    { class: 'reference' },
    avatar({ id: call.user.id, name: who }, true),
    el('strong', { text: who }),
    ` ${app.t('used')} `,
    command && el('span', { class: 'mention' }, label ?? `/${app.commandLabel(command)}`),
  );
}

/** A menu's command as this person reads it. @param {string} name @param {any} app */
function menuLabel(name, app) {
  const command = app.state.commands.find((/** @type {any} */ one) => one.name === name);
  return command ? localised(command, 'name', app.locale) : name;
}

function drawOriginal(/** @type {any} */ original, /** @type {any} */ app) {
  const who = app.nameOf(original.author);
  const { text } = visibleText(parseMarkdown(original.content), nameIn(app));
  return el(
    'button',
    { class: 'reference', type: 'button', onclick: () => app.focusMessage(original.id) },
    avatar({ id: original.author.id, name: who, bot: original.author.bot }, true),
    el('strong', { text: who }),
    el('span', { class: 'excerpt', text }),
  );
}

/**
 * What a mention or a time reads as.
 * @param {any} app
 * @returns {(node: import('./markdown.d.ts').MarkdownNode) => string}
 */
export function nameIn(app) {
  return (node) => draw([node], app)[0]?.textContent ?? '';
}
