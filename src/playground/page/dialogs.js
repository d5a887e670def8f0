/** The page's dialogs: a bot's modal, and a question before something is lost. */
import { el, focusedElement, icon } from './dom.js';
import { choiceField, isSelect, textField } from './fields.js';
import { draw } from './markdown-dom.js';
import { parseMarkdown } from './markdown.js';

const type = { row: 1, textInput: 4, textDisplay: 10, label: 18, radio: 21, checkboxes: 22, checkbox: 23 };

/**
 * @param {any} app
 * @param {string} title
 * @param {any[]} content
 * @param {{confirm: string, danger?: boolean, onconfirm: () => void, oncancel?: () => void}} actions
 */
function openDialog(app, title, content, { confirm, danger = false, onconfirm, oncancel }) {
  const cancel = el(
    'button',
    { type: 'button', class: 'button link', onclick: () => dialog.close() },
    app.t('cancel'),
  );
  const form = el(
    'form',
    {
      method: 'dialog',
      onsubmit: () => {
        confirmed = true;
        onconfirm();
      },
    },
    el(
      'header',
      {},
      el('h2', { id: 'dialog-title', text: title }),
      el(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': app.t('close'), onclick: () => dialog.close() },
        icon('close'),
      ),
    ),
    el('div', { class: 'dialog-body' }, content),
    el(
      'footer',
      {},
      cancel,
      el('button', { type: 'submit', class: `button ${danger ? 'danger' : 'primary'}` }, confirm),
    ),
  );
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' }, form);
  let confirmed = false;
  const before = focusedElement();
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (!confirmed) oncancel?.();
    if (before?.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('.dialog-body :is(input, textarea, select)')?.focus();
  return dialog;
}

/**
 * Asks before an act that cannot be taken back.
 * @param {any} app
 * @param {{title: string, text: string, confirm: string, onconfirm: () => void}} question
 */
export function confirmDialog(app, { title, text, confirm, onconfirm }) {
  openDialog(app, title, [el('p', { text })], { confirm, danger: true, onconfirm });
}

/**
 * The bot's modal, in the form with labels and in the old one with action rows.
 * @param {any} app
 * @param {any} event of type `modal`
 */
export function openModal(app, { interaction, channel, modal }) {
  /** @type {(() => {customId: string, value: string, values?: string[]})[]} */
  const readers = [];
  const parts = modal.components.map((/** @type {any} */ component, /** @type {number} */ index) => {
    if (component.type === type.textDisplay)
      return el('div', { class: 'text' }, draw(parseMarkdown(component.content), app));
    const inner = component.type === type.row ? component.components[0] : (component.component ?? component);
    const field = modalField(inner, app, `field-${index}`, component.label ?? inner.label);
    if (!field) return el('p', { class: 'subtext', text: app.t('unsupported') });
    readers.push(() => ({ customId: inner.custom_id, ...field.read() }));
    return el(
      'div',
      { class: 'field' },
      el(
        'label',
        { for: `field-${index}` },
        component.label ?? inner.label ?? '',
        (inner.required ?? true) && el('span', { class: 'star', 'aria-hidden': 'true', text: ' *' }),
      ),
      component.description && el('p', { class: 'subtext', text: component.description }),
      field.element,
    );
  });
  openDialog(app, modal.title, parts, {
    confirm: app.t('submit'),
    onconfirm: () =>
      app.act({
        type: 'modal',
        channel,
        interaction,
        customId: modal.custom_id,
        fields: readers.map((read) => read()),
      }),
  });
}

/**
 * @param {any} component
 * @param {any} app
 * @param {string} id
 * @param {string} label
 * @returns {{element: any, read: () => {value: string, values?: string[]}} | undefined}
 */
function modalField(component, app, id, label) {
  if (component.type === type.textInput) {
    const { element, read } = textField(component, id);
    return { element, read: () => ({ value: read() }) };
  }
  if (component.type === type.checkbox) {
    const box = el('input', { id, type: 'checkbox', checked: component.default });
    return { element: box, read: () => ({ value: String(box.checked) }) };
  }
  const radio = component.type === type.radio;
  if (!radio && component.type !== type.checkboxes && !isSelect(component)) return undefined;
  const several = component.type === type.checkboxes ? { max_values: component.options.length } : {};
  const { element, read } = choiceField({ ...several, ...component, label }, app, { radio });
  element.id = id;
  return { element, read: () => ({ value: read()[0] ?? '', values: read() }) };
}
