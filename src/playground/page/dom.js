/** Making elements. Text always enters as text nodes; markup is never parsed. */

/** The page's one element for a selector. @param {string} selector @returns {any} */
export function find(selector) {
  return document.querySelector(selector);
}

/** What has the focus. @returns {any} */
export function focusedElement() {
  return document.activeElement;
}

/**
 * An element. Properties beginning with `on` are listeners, `text` its text, the rest attributes;
 * undefined, null and false leave an attribute out, as they do children.
 * @param {string} tag
 * @param {Record<string, any>} [properties]
 * @param {...any} children
 * @returns {any}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

const icons = {
  article: 'M5 3h11l3 3v15H5zM8 9h8M8 13h8M8 17h5',
  check: 'M4 12.5l5 5L20 6.5',
  close: 'M5 5l14 14M19 5L5 19',
  copy: 'M8 8h12v12H8zM4 16V4h12',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  menu: 'M3 6h18M3 12h18M3 18h18',
  more: 'M4.500 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M11.500 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M18.500 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  moon: 'M20 14A8.5 8.5 0 0 1 10 4a8.5 8.5 0 1 0 10 10z',
  place: 'M4 12h14M12 6l6 6-6 6',
  reply: 'M9 5L3 11l6 6M3 11h11a7 7 0 0 1 7 7v1',
  send: 'M3 20l19-8L3 4l3 8zM6 12h8',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 10h.01M15.5 10h.01M8 14.5c1 1.3 2.4 2 4 2s3-.7 4-2',
  thread: 'M4 4h16v11H11l-5 5v-5H4z',
  trash: 'M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15',
  warn: 'M12 3l10 18H2zM12 10v5M12 18h.01',
};

/**
 * A line drawing for the eye only; what it means must also stand in text or a label.
 * @param {keyof typeof icons} name
 */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

/** A round picture of somebody: initials on a colour that stays theirs. */
export function avatar(
  /** @type {{id: string, name: string, bot?: boolean}} */ { id, name, bot = false },
  small = false,
) {
  const initials = name
    .split(/\s+/)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const hue = id.split('').reduce((sum, digit) => (sum * 7 + Number(digit)) % 997, 0) % 5;
  return el('span', {
    class: `avatar ${bot ? 'bot' : `hue-${hue}`}${small ? ' small' : ''}`,
    'aria-hidden': 'true',
    text: initials,
  });
}
