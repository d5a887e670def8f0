/** The list above the composer: commands, or values for an option. The input keeps the focus. */
import { el } from './dom.js';

/**
 * @param {any} root
 */
export function createSuggestions(root) {
  /** @type {{label: string, mark?: string, detail?: string, value: any}[]} */
  let items = [];
  let current = 0;
  /** @type {any} */
  let owner;
  /** @type {((value: any) => void) | undefined} */
  let onpick;
  const list = el('ul', { role: 'listbox', id: 'suggestions' });
  const heading = el('div', { class: 'suggestions-title', 'aria-hidden': 'true' });
  root.replaceChildren(heading, list);
  root.hidden = true;

  function drawCurrent() {
    [...list.children].forEach((child, index) =>
      child.setAttribute('aria-selected', String(index === current)),
    );
    const chosen = list.children[current];
    chosen?.scrollIntoView({ block: 'nearest' });
    if (items.length > 0) owner?.setAttribute('aria-activedescendant', chosen?.id ?? '');
    else owner?.removeAttribute('aria-activedescendant');
  }

  function hide() {
    root.hidden = true;
    items = [];
    owner?.setAttribute('aria-expanded', 'false');
    owner?.removeAttribute('aria-activedescendant');
  }

  function pick(index = current) {
    const chosen = items[index];
    if (!chosen) return false;
    hide();
    onpick?.(chosen.value);
    return true;
  }

  return {
    hide,
    /**
     * @param {any} input
     * @param {{title: string, items: typeof items, empty: string, pick: (value: any) => void}} content
     */
    show(input, content) {
      owner = input;
      items = content.items;
      onpick = content.pick;
      current = 0;
      heading.textContent = content.title;
      list.setAttribute('aria-label', content.title);
      list.replaceChildren(
        ...items.map(({ label, mark, detail }, index) =>
          el(
            'li',
            {
              role: 'option',
              id: `suggestion-${index}`,
              // Pointer down, not click: the input must not lose the focus first.
              onpointerdown: (/** @type {any} */ event) => event.preventDefault(),
              onclick: () => pick(index),
            },
            el(
              'span',
              { class: 'suggestion-label' },
              el('strong', { text: label }),
              mark && el('span', { class: 'suggestion-options', text: mark }),
            ),
            detail && el('span', { class: 'suggestion-detail', text: detail }),
          ),
        ),
      );
      if (items.length === 0) list.replaceChildren(el('li', { class: 'empty', text: content.empty }));
      root.hidden = false;
      owner.setAttribute('aria-expanded', 'true');
      drawCurrent();
    },
    /**
     * The keys of a combobox; true when the key was used up.
     * @param {any} event
     */
    takeKey(event) {
      if (root.hidden) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step && items.length > 0) {
        current = (current + step + items.length) % items.length;
        drawCurrent();
      } else if (event.key === 'Escape') hide();
      else if ((event.key !== 'Enter' && event.key !== 'Tab') || event.shiftKey || !pick()) return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

/** What makes an input a combobox of the list. */
export const comboboxAttributes = {
  role: 'combobox',
  'aria-controls': 'suggestions',
  'aria-expanded': 'false',
  'aria-autocomplete': 'list',
  autocomplete: 'off',
};
