/** The buttons and selects below a message, and the blocks of messages made of components alone. */
import { el, icon } from './dom.js';
import { choiceField, isSelect } from './fields.js';
import { draw } from './markdown-dom.js';
import { parseMarkdown } from './markdown.js';

/** Discord's button styles. @type {Record<number, string>} */
const styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/**
 * @param {any} message
 * @param {any} app
 */
export function drawComponents(message, app) {
  const rows = message.components ?? [];
  if (rows.length === 0) return undefined;
  const failed = app.failures.get(message.id);
  return el(
    'div',
    { class: 'components' },
    rows.map((/** @type {any} */ row) => drawComponent(row, message, app)),
    failed && el('p', { class: 'failure', role: 'alert' }, icon('warn'), failed),
  );
}

/**
 * @param {any} component
 * @param {any} message
 * @param {any} app
 * @returns {any}
 */
function drawComponent(component, message, app) {
  const inner = () => component.components.map((/** @type {any} */ one) => drawComponent(one, message, app));
  if (component.type === 1) return el('div', { class: 'component-row' }, inner());
  if (component.type === 2) return drawButton(component, message, app);
  if (isSelect(component)) return drawSelect(component, message, app);
  if (component.type === 9)
    return el(
      'div',
      { class: 'section' },
      el('div', {}, inner()),
      drawComponent(component.accessory, message, app),
    );
  if (component.type === 10) return el('div', { class: 'text' }, draw(parseMarkdown(component.content), app));
  if (component.type === 14) return el('hr');
  if (component.type === 17) return el('div', { class: 'embed' }, inner());
  return el('p', { class: 'subtext', text: app.t('unsupported') });
}

/**
 * @param {any} component
 * @param {any} message
 * @param {any} app
 */
function drawButton(component, message, app) {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(' ');
  if (component.url) {
    return el(
      'a',
      {
        class: 'button secondary',
        href: /^https?:/.test(component.url) ? component.url : undefined,
        target: '_blank',
        rel: 'noopener noreferrer',
      },
      label,
      icon('place'),
    );
  }
  const busy = app.isBusy(message.id, component.custom_id);
  return el(
    'button',
    {
      type: 'button',
      class: `button ${styles[component.style] ?? 'secondary'}`,
      disabled: component.disabled,
      'aria-busy': busy ? 'true' : undefined,
      'data-custom-id': component.custom_id,
      'aria-label': component.label ? undefined : `${label} ${app.t('actions')}`,
      onclick: () => app.useComponent(message, component.custom_id),
    },
    label,
  );
}

/**
 * @param {any} component
 * @param {any} message
 * @param {any} app
 */
function drawSelect(component, message, app) {
  const use = (/** @type {string[]} */ values) => app.useComponent(message, component.custom_id, values);
  const { element, read } = choiceField(component, app, { onpick: use });
  element.setAttribute('data-custom-id', component.custom_id);
  if (element.tagName === 'SELECT') return element;
  const apply = (/** @type {any} */ event) => {
    event.preventDefault();
    use(read());
  };
  return el(
    'form',
    { class: 'select-many', onsubmit: apply },
    element,
    el('button', { class: 'button secondary', type: 'submit', disabled: component.disabled }, app.t('apply')),
  );
}
