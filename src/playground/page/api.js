/**
 * The page's side of `page-protocol.ts`.
 * @import {PageAct, PageActResult, PageEvent, PageMessage, PageState} from '../page-protocol.ts'
 */

/** Its message may be shown to the person. */
export class RequestFailed extends Error {}

/**
 * @param {string} path
 * @param {object} [options] as of `fetch`
 */
async function request(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new RequestFailed('');
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new RequestFailed(body.message ?? `HTTP ${answer.status}`);
  return body;
}

/**
 * @param {string} user empty for whoever comes first
 * @returns {Promise<PageState>}
 */
export function fetchState(user) {
  return request(`/page/api/state?${new URLSearchParams(user ? { user } : {}).toString()}`);
}

/**
 * @param {string} user
 * @param {string} channel
 * @returns {Promise<PageMessage[]>}
 */
export function fetchMessages(user, channel) {
  return request(`/page/api/messages?${new URLSearchParams({ user, channel }).toString()}`);
}

/**
 * @param {PageAct} act
 * @returns {Promise<PageActResult>}
 */
export function postAct(act) {
  return request('/page/api/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(act),
  });
}

/**
 * Listens until the returned function is called; reconnects by itself.
 * @param {string} user
 * @param {{onEvent: (event: PageEvent) => void, onLost: () => void, onOpen: () => void}} listeners
 *   `onOpen` whenever the connection stands, the first time too: what happened before was missed.
 */
export function listen(user, { onEvent, onLost, onOpen }) {
  let lost = false;
  /** @type {any} */
  let source;
  /** @type {any} */
  let timer;
  const connect = () => {
    source = new EventSource(`/page/api/events?${new URLSearchParams({ user }).toString()}`);
    source.addEventListener('open', () => {
      lost = false;
      onOpen();
    });
    source.addEventListener('message', (/** @type {any} */ event) => onEvent(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      if (!lost) onLost();
      lost = true;
      // The browser retries on its own unless the server refused outright.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, 2000);
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
