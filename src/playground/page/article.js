/**
 * The pane with the source text. It shows each document's own characters, block by block, and
 * marks the words a quote was found at.
 * @import {PageDocument} from '../page-protocol.ts'
 * @import {Place} from './quotes.d.ts'
 */
import { el, icon } from './dom.js';

/** From this many UTF-16 units on, a document is laid out only where it is in view. */
const longLength = 200_000;
/** A paragraph longer than this, in UTF-16 units, is laid out in slices. */
const sliceLength = 5000;
/** Frames until the heights around a place are known. */
const settlingFrames = 4;

const tags = { title: 'h2', summary: 'p', heading: 'h3', paragraph: 'p', 'list-item': 'p' };

/**
 * @param {any} root
 * @param {any} app
 */
export function createArticle(root, app) {
  const { t } = app;
  /** @type {readonly PageDocument[]} */
  let documents = [];
  /** @type {PageDocument | undefined} */
  let shown;
  /** @type {any} */
  let origin;
  const picker = el('select', { 'aria-label': t('article'), onchange: () => open(picker.value) });
  const body = el('article', { class: 'document', tabindex: 0, 'aria-label': t('article') });
  const back = el(
    'button',
    { class: 'back', type: 'button', hidden: true, onclick: returnToMessage },
    icon('reply'),
    t('backToMessage'),
  );
  const closeButton = el(
    'button',
    {
      class: 'icon-button',
      type: 'button',
      'aria-label': t('closeArticle'),
      title: t('closeArticle'),
      onclick: returnToMessage,
    },
    icon('close'),
  );
  root.setAttribute('aria-label', t('article'));
  root.replaceChildren(
    el('header', { class: 'bar' }, icon('article'), picker, el('span', { class: 'spring' }), closeButton),
    body,
    back,
  );
  root.addEventListener('keydown', (/** @type {any} */ event) => {
    if (event.key === 'Escape') returnToMessage();
  });

  function returnToMessage() {
    const narrow = !matchMedia('(min-width: 1000px)').matches;
    if (narrow || !origin) app.togglePane('article', false);
    back.hidden = true;
    (origin?.isConnected ? origin : document.querySelector('#open-article'))?.focus();
    origin = undefined;
  }

  /** @param {string} id @param {Place} [place] */
  function open(id, place) {
    shown = documents.find((one) => one.id === id) ?? documents[0];
    picker.value = shown?.id ?? '';
    const article = shown;
    if (!article) return;
    body.lang = article.language;
    body.classList.toggle('long', isLong(article));
    body.replaceChildren(...article.blocks.map((block) => drawBlock(article, block, place, t('paragraph'))));
    if (!place) body.scrollTop = 0;
  }

  return {
    /** @param {readonly PageDocument[]} next */
    setDocuments(next) {
      if (next === documents) return;
      documents = next;
      picker.replaceChildren(...next.map(({ id, title }) => el('option', { value: id, text: title })));
      picker.classList.toggle('single', next.length < 2);
      open(shown?.id ?? '');
    },
    /**
     * Opens the pane at the place, marks its words and moves the focus there.
     * @param {Place} place
     * @param {any} from the element to go back to
     */
    show(place, from) {
      app.togglePane('article', true);
      open(place.documentId, place);
      origin = from;
      back.hidden = false;
      const mark = body.querySelector('mark');
      if (shown && isLong(shown)) settleOn(mark, settlingFrames);
      else
        mark?.scrollIntoView({
          block: 'center',
          behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
        });
      mark?.focus({ preventScroll: true });
      const start = place.ranges[0]?.start ?? 0;
      const block = shown?.blocks.find((one) => one.start <= start && start < one.end);
      app.announce(t('quoteAt', { number: block?.number ?? '' }));
    },
  };
}

/**
 * Heights out of view are guesses in a long document, put right as they come into view: what stands
 * at the place moves away meanwhile, so it is gone to again.
 * @param {any} mark
 * @param {number} frames
 */
function settleOn(mark, frames) {
  mark?.scrollIntoView({ block: 'center' });
  if (frames > 0) requestAnimationFrame(() => settleOn(mark, frames - 1));
}

/** @param {PageDocument} article */
function isLong(article) {
  return article.text.length >= longLength;
}

/**
 * @param {PageDocument} article
 * @param {PageDocument['blocks'][number]} block
 * @param {Place | undefined} place
 * @param {string} numberLabel
 */
function drawBlock(article, block, place, numberLabel) {
  const slices = sliceBlock(article.text, block);
  const pieces =
    slices.length === 1
      ? drawPieces(article, block, place)
      : slices.map((slice) => el('span', { class: 'slice' }, drawPieces(article, slice, place)));
  const numbered = block.number > 0 && block.kind !== 'heading' && block.kind !== 'title';
  const words = el(tags[block.kind], { class: 'words' }, pieces);
  const number =
    numbered && el('span', { class: 'number', title: `${numberLabel} ${block.number}`, text: block.number });
  return el(
    'div',
    { class: `block ${block.kind}`, 'data-number': numbered ? block.number : undefined },
    number,
    words,
  );
}

/**
 * A block as one range, or a very long one as several, cut at white space where it has any.
 * @param {string} text
 * @param {{start: number, end: number}} block
 */
function sliceBlock(text, { start, end }) {
  const slices = [];
  let from = start;
  while (end - from > sliceLength * 2) {
    const limit = from + sliceLength;
    const space = /\s/.exec(text.slice(limit, limit + sliceLength))?.index;
    const pair = space === undefined && /[\uDC00-\uDFFF]/.test(text[limit] ?? '');
    const to = limit + (space === undefined ? Number(pair) : space + 1);
    slices.push({ start: from, end: to });
    from = to;
  }
  slices.push({ start: from, end });
  return slices;
}

/**
 * The words of a range, with the found ones marked.
 * @param {PageDocument} article
 * @param {{start: number, end: number}} range
 * @param {Place | undefined} place
 */
function drawPieces(article, range, place) {
  const ranges = place?.ranges ?? [];
  const strong = place?.strong ?? [];
  const cuts = [range.start, range.end, ...[...ranges, ...strong].flatMap(({ start, end }) => [start, end])]
    .filter((cut) => cut >= range.start && cut <= range.end)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? range.start;
    const text = article.text.slice(start, end);
    if (text === '') return undefined;
    if (!covers(ranges, start)) return document.createTextNode(text);
    return el('mark', { class: covers(strong, start) ? 'strong' : undefined, tabindex: -1, text });
  });
}

/** @param {{start: number, end: number}[]} ranges @param {number} at */
function covers(ranges, at) {
  return ranges.some(({ start, end }) => start <= at && at < end);
}
