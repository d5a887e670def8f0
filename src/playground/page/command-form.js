/** A slash command being filled in: its name, a field for each option, and what can still be added. */
import { buildOptions, firstProblem, localised, optionType } from './commands.js';
import { el, icon } from './dom.js';
import { selectChoices } from './fields.js';
import { comboboxAttributes } from './suggestions.js';

const autocompleteDelayMs = 250;
/** The select of the same kind offers the same things. */
const selectTypes = {
  [optionType.user]: 5,
  [optionType.role]: 6,
  [optionType.mentionable]: 7,
  [optionType.channel]: 8,
};

/**
 * @param {import('./commands.d.ts').CommandEntry} entry
 * @param {string} rest already typed after the command's name
 * @param {{app: any, field: any, suggestions: any, say: (words: string) => void, leave: (typed?: string) => void}} composer
 */
export function createCommandForm(entry, rest, { app, field, suggestions, say, leave }) {
  const { t } = app;
  /** @type {Map<string, {input: any, wrap: any, picked?: {name: string, value: string}, file?: any}>} */
  const fields = new Map();
  const name = el(
    'button',
    {
      class: 'command-name',
      type: 'button',
      title: t('leaveCommand'),
      'aria-label': `/${entry.label}. ${t('leaveCommand')}`,
      onclick: () => leave(),
    },
    `/${entry.label}`,
  );
  const more = el('span', { class: 'more-options' });
  const row = el(
    'div',
    { class: 'command-form', role: 'group', 'aria-label': `/${entry.label}` },
    name,
    more,
  );
  field.replaceChildren(row);
  for (const option of entry.options) if (option.required) addField(option);
  const [first] = entry.options;
  if (fields.size === 0 && rest && first) addField(first);
  const [opening] = fields.values();
  if (opening) opening.input.value = rest;
  drawMore();

  function drawMore() {
    more.replaceChildren(
      ...entry.options
        .filter((option) => !fields.has(option.name))
        .map((option) =>
          el(
            'button',
            {
              type: 'button',
              class: 'add-option',
              title: option.hint,
              'aria-label': t('addOption', { option: option.label }),
              onclick: () => (addField(option), drawMore(), fields.get(option.name)?.input.focus()),
            },
            `+ ${option.label}`,
          ),
        ),
    );
  }

  /** @param {import('./commands.d.ts').CommandOption} option */
  function addField(option) {
    const id = `option-${option.name}`;
    if (option.type === optionType.attachment) {
      placeField(option, el('input', fileAttributes(option, id)));
      return;
    }
    const input = el('input', {
      ...comboboxAttributes,
      id,
      type: 'text',
      inputmode:
        option.type === optionType.integer
          ? 'numeric'
          : option.type === optionType.number
            ? 'decimal'
            : undefined,
      maxlength: option.type === optionType.string ? (option.max_length ?? 6000) : 100,
      placeholder: option.hint,
      'aria-required': String(option.required),
      oninput: () => (grow(), edited()),
      onfocus: () => (say(''), suggest(option, false)),
      onblur: () => suggestions.hide(),
      onkeydown: (/** @type {any} */ event) => onKey(event, option),
    });
    // The field is as wide as its words, up to the whole row.
    const grow = () =>
      input.style.setProperty('--length', `${Math.max(input.value.length, option.required ? 24 : 10)}ch`);
    grow();
    const edited = () => {
      const slot = fields.get(option.name);
      if (slot) delete slot.picked;
      input.removeAttribute('aria-invalid');
      say('');
      suggest(option, true);
    };
    placeField(option, input);
  }

  /**
   * A file is read as soon as it is chosen, so that sending need not wait.
   * @param {import('./commands.d.ts').CommandOption} option
   * @param {string} id
   */
  function fileAttributes(option, id) {
    return {
      id,
      type: 'file',
      'aria-required': String(option.required),
      onchange: async (/** @type {any} */ event) => {
        const slot = fields.get(option.name);
        const [chosen] = event.target.files;
        say('');
        if (slot) slot.file = chosen && (await readFile(chosen));
      },
      onfocus: () => (say(''), suggestions.hide()),
      onkeydown: (/** @type {any} */ event) => event.key === 'Escape' && leave(),
    };
  }

  /** @param {import('./commands.d.ts').CommandOption} option @param {any} input */
  function placeField(option, input) {
    const label = el(
      'label',
      { for: input.id, title: option.hint },
      option.label,
      el('span', { class: 'visually-hidden', text: ` (${t(option.required ? 'required' : 'optional')})` }),
      option.required && el('span', { class: 'star', 'aria-hidden': 'true', text: '*' }),
    );
    const drop = option.required
      ? undefined
      : el(
          'button',
          {
            type: 'button',
            class: 'drop-option',
            'aria-label': `${t('close')} ${option.label}`,
            onclick: () => removeField(option),
          },
          icon('close'),
        );
    const wrap = el('span', { class: 'option' }, label, input, drop);
    fields.set(option.name, { input, wrap });
    row.insertBefore(wrap, more);
  }

  /** @param {import('./commands.d.ts').CommandOption} option */
  function removeField(option) {
    fields.get(option.name)?.wrap.remove();
    fields.delete(option.name);
    drawMore();
    focus();
  }

  /** @param {any} event @param {import('./commands.d.ts').CommandOption} option */
  function onKey(event, option) {
    if (event.isComposing || suggestions.takeKey(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.key === 'Backspace' && event.target.value === '') {
      event.preventDefault();
      if (!option.required) removeField(option);
      else if (fields.keys().next().value === option.name) leave(`/${entry.label}`);
    }
  }

  let asked = 0;
  /** @type {any} */
  let timer;
  /** @param {import('./commands.d.ts').CommandOption} option @param {boolean} typed */
  function suggest(option, typed) {
    clearTimeout(timer);
    asked += 1;
    const turn = asked;
    const choices = fixedChoices(option, app);
    const wanted = fields.get(option.name)?.input.value.trim().toLowerCase() ?? '';
    if (choices) {
      const shown = typed ? choices.filter((choice) => choice.name.toLowerCase().includes(wanted)) : choices;
      show(option, shown);
      return;
    }
    if (!option.autocomplete) {
      suggestions.hide();
      return;
    }
    timer = setTimeout(
      async () => {
        const result = await app.act(
          {
            type: 'autocomplete',
            command: entry.command.id,
            options: buildOptions(entry, values(), option.name),
          },
          true,
        );
        if (turn === asked && document.activeElement === fields.get(option.name)?.input)
          show(option, result?.choices ?? []);
      },
      typed ? autocompleteDelayMs : 0,
    );
  }

  /** @param {import('./commands.d.ts').CommandOption} option @param {any[]} choices */
  function show(option, choices) {
    const slot = fields.get(option.name);
    if (!slot) return;
    suggestions.show(slot.input, {
      title: `${option.label}: ${option.hint}`,
      empty: t('noChoices'),
      items: choices.map((choice) => ({
        label: localised(choice, 'name', app.locale),
        value: choice,
      })),
      pick: (choice) => {
        const shown = localised(choice, 'name', app.locale);
        slot.picked = { name: shown, value: String(choice.value) };
        slot.input.value = shown;
        slot.input.dispatchEvent(new Event('change'));
        slot.input.style.setProperty('--length', `${Math.max(shown.length, 10)}ch`);
        slot.input.removeAttribute('aria-invalid');
        nextAfter(option)?.focus();
      },
    });
  }

  /** @param {import('./commands.d.ts').CommandOption} option */
  function nextAfter(option) {
    const names = [...fields.keys()];
    const next = names
      .slice(names.indexOf(option.name) + 1)
      .find((other) => fields.get(other)?.input.value === '');
    return next ? fields.get(next)?.input : undefined;
  }

  function values() {
    /** @type {Record<string, string>} */
    const filled = {};
    for (const [key, { input, picked }] of fields)
      filled[key] = picked && picked.name === input.value ? picked.value : input.value;
    return filled;
  }

  function files() {
    /** @type {Record<string, any>} */
    const chosen = {};
    for (const [key, { file }] of fields) if (file) chosen[key] = file;
    return chosen;
  }

  /** @returns {{option: any, reason: any} | undefined} */
  function problem() {
    const found = firstProblem(entry, values());
    if (found) return found;
    for (const option of entry.options) {
      const slot = fields.get(option.name);
      const choices = slot?.input.value.trim() ? fixedChoices(option, app) : undefined;
      if (!choices || slot?.picked) continue;
      const typed = slot?.input.value.trim().toLowerCase();
      const match = choices.find((choice) => choice.name.toLowerCase() === typed);
      if (!match || !slot) return { option, reason: 'unlisted' };
      slot.picked = { name: slot.input.value, value: String(match.value) };
    }
    return undefined;
  }

  function focus() {
    const slots = [...fields.values()];
    const target = slots.find(({ input }) => input.value === '') ?? slots.at(-1);
    (target?.input ?? more.querySelector('button') ?? name).focus();
    if (target && target.input.type !== 'file') target.input.selectionStart = target.input.value.length;
    if (!target) name.closest('form')?.querySelector('.send')?.focus();
  }

  async function submit() {
    suggestions.hide();
    const wrong = problem();
    if (wrong) {
      if (!fields.has(wrong.option.name)) addField(wrong.option);
      const input = fields.get(wrong.option.name)?.input;
      input?.setAttribute('aria-invalid', 'true');
      input?.focus();
      suggestions.hide();
      return say(t(wrong.reason, { option: wrong.option.label }));
    }
    if (await app.runCommand(entry, buildOptions(entry, values(), undefined, files()))) leave();
  }

  return { focus, submit };
}

/** @param {any} file @returns {Promise<import('../page-protocol.ts').PageFile>} */
async function readFile(file) {
  /** @type {any} */
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.addEventListener('load', resolve);
    reader.addEventListener('error', reject);
    reader.readAsDataURL(file);
  });
  const base64 = reader.result.slice(reader.result.indexOf(',') + 1);
  return { name: file.name, contentType: file.type || 'application/octet-stream', base64 };
}

/**
 * Values that are known beforehand; undefined where anything may be typed.
 * @param {import('./commands.d.ts').CommandOption} option
 * @param {any} app
 * @returns {{name: string, value: string | number}[] | undefined}
 */
function fixedChoices(option, app) {
  if (option.choices?.length) return option.choices;
  if (option.type === optionType.boolean)
    return [
      { name: app.t('yes'), value: 'true' },
      { name: app.t('no'), value: 'false' },
    ];
  const select = selectTypes[option.type];
  return select && selectChoices({ type: select }, app).map(({ label, value }) => ({ name: label, value }));
}
