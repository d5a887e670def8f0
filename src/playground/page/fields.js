/**
 * Discord's inputs as the platform's own: text inputs, selects, radio and check boxes. Each field
 * is an element and a way to read it.
 */
import { el } from './dom.js';

const selectKinds = { 3: 'string', 5: 'user', 6: 'role', 7: 'mentionable', 8: 'channel' };

/** Whether a component is one of Discord's five selects. */
export function isSelect(/** @type {any} */ component) {
  return component.type in selectKinds;
}

/**
 * What a select offers, its own options or people, roles and channels of the server.
 * @param {any} component
 * @param {any} app
 * @returns {{value: string, label: string, description?: string, default?: boolean}[]}
 */
export function selectChoices(component, app) {
  const { state } = app;
  const chosen = new Set((component.default_values ?? []).map((/** @type {any} */ one) => one.id));
  const people = [...state.people, state.bot].map((one) => ({ value: one.id, label: one.displayName }));
  const roles = (state.guild.roles ?? []).map((/** @type {any} */ one) => ({
    value: one.id,
    label: `@${one.name}`,
  }));
  const channels = state.channels
    .filter((/** @type {any} */ one) => one.kind === 'text' || one.kind === 'thread')
    .map((/** @type {any} */ one) => ({ value: one.id, label: `#${one.name}` }));
  const offered =
    { 5: people, 6: roles, 7: [...people, ...roles], 8: channels }[component.type] ?? component.options ?? [];
  return offered.map((/** @type {any} */ one) => ({ ...one, default: one.default ?? chosen.has(one.value) }));
}

/**
 * A choice of one (a select, or radio buttons) or of several (check boxes).
 * @param {any} component
 * @param {any} app
 * @param {{radio?: boolean, onpick?: (values: string[]) => void}} [settings] `onpick` for a single choice
 * @returns {{element: any, read: () => string[]}}
 */
export function choiceField(component, app, { radio = false, onpick } = {}) {
  const choices = selectChoices(component, app);
  const max = component.max_values ?? 1;
  const min = component.min_values ?? (component.required === false ? 0 : 1);
  if (max === 1 && !radio) {
    const placeholder = component.placeholder ?? app.t('choose');
    const select = el(
      'select',
      {
        class: 'select',
        required: min > 0,
        disabled: component.disabled,
        'aria-label': component.label ?? placeholder,
      },
      el('option', { value: '', text: placeholder }),
      choices.map((one) =>
        el('option', {
          value: one.value,
          selected: one.default,
          text: one.description ? `${one.label} — ${one.description}` : one.label,
        }),
      ),
    );
    const read = () => (select.value === '' ? [] : [select.value]);
    if (onpick) select.addEventListener('change', () => read().length > 0 && onpick(read()));
    return { element: select, read };
  }
  const name = `choice-${component.custom_id}`;
  const boxes = choices.map((one) =>
    el('input', {
      type: radio ? 'radio' : 'checkbox',
      name,
      value: one.value,
      checked: one.default,
      disabled: component.disabled,
      required: radio && min > 0,
    }),
  );
  const group = el(
    'fieldset',
    { class: 'choices' },
    component.placeholder && el('legend', { text: component.placeholder }),
    choices.map((one, index) =>
      el(
        'label',
        { class: 'choice' },
        boxes[index],
        el('span', {}, one.label, one.description && el('small', { text: one.description })),
      ),
    ),
  );
  const read = () => boxes.filter((box) => box.checked).map((box) => box.value);
  // A long list begins with what is chosen in it, once it is on the page.
  const chosen = boxes.find((box) => box.checked)?.parentElement;
  requestAnimationFrame(() => chosen && (group.scrollTop = chosen.offsetTop - group.offsetTop));
  if (!radio) {
    // Bounds that check boxes do not have by themselves.
    const judge = () => {
      const count = read().length;
      for (const box of boxes) box.disabled = component.disabled || (count >= max && !box.checked);
      boxes[0]?.setCustomValidity(count < min ? app.t('choose') : '');
    };
    group.addEventListener('change', judge);
    judge();
  }
  return { element: group, read };
}

/**
 * A modal's text input.
 * @param {any} component
 * @param {string} id
 */
export function textField(component, id) {
  const long = component.style === 2;
  const element = el(long ? 'textarea' : 'input', {
    id,
    class: 'input',
    type: long ? undefined : 'text',
    rows: long ? 5 : undefined,
    placeholder: component.placeholder,
    minlength: component.min_length,
    maxlength: component.max_length ?? 4000,
    required: component.required ?? true,
  });
  element.value = component.value ?? '';
  return { element, read: () => element.value };
}
