import { el, icon, find } from './dom.js';

const toastShownMs = 7000;

/** Words for everyone to see for a while; gives the element. @param {string} words */
export function toast(words) {
  const note = el('div', { class: 'toast' }, icon('warn'), words);
  find('#toasts').append(note);
  setTimeout(() => note.remove(), toastShownMs);
  return note;
}
