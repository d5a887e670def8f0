/** What hangs below a message's text: files, embeds and reactions. */
import { el, icon } from './dom.js';
import { draw } from './markdown-dom.js';
import { parseMarkdown } from './markdown.js';

/** @param {any} message @param {any} app */
export function drawAttachments(message, app) {
  const size = new Intl.NumberFormat(app.language, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  });
  return (message.attachments ?? []).map((/** @type {any} */ file) => {
    const own = new URL(file.url, location.href).origin === location.origin;
    const link = el(
      'a',
      {
        class: 'file',
        href: /^https?:/.test(file.url) ? file.url : undefined,
        target: '_blank',
        rel: 'noopener noreferrer',
      },
      icon('article'),
      el('span', { text: file.filename }),
      el('small', { text: size.format(file.size / 1000) }),
    );
    if (!own || !file.content_type?.startsWith('image/')) return link;
    return el('img', {
      class: 'picture',
      src: file.url,
      alt: file.description ?? file.filename,
      width: file.width,
      height: file.height,
    });
  });
}

/** @param {any} embed @param {any} app */
export function drawEmbed(embed, app) {
  const text = (/** @type {string | undefined} */ source, /** @type {string} */ name) =>
    source && el('div', { class: `text ${name}` }, draw(parseMarkdown(source), app));
  return el(
    'div',
    { class: 'embed' },
    embed.author && el('div', { class: 'embed-author', text: embed.author.name }),
    embed.title &&
      el(
        'div',
        { class: 'embed-title' },
        embed.url
          ? el('a', {
              href: /^https?:/.test(embed.url) ? embed.url : undefined,
              target: '_blank',
              rel: 'noopener noreferrer',
              text: embed.title,
            })
          : embed.title,
      ),
    text(embed.description, 'embed-description'),
    embed.fields?.length > 0 &&
      el(
        'div',
        { class: 'embed-fields' },
        embed.fields.map((/** @type {any} */ field) =>
          el(
            'div',
            { class: field.inline ? 'inline' : '' },
            el('strong', { text: field.name }),
            text(field.value, ''),
          ),
        ),
      ),
    embed.footer && el('div', { class: 'embed-footer', text: embed.footer.text }),
  );
}

/** @param {any} message @param {any} app */
export function drawReactions(message, app) {
  const reactions = message.reactions ?? [];
  if (reactions.length === 0) return undefined;
  return el(
    'div',
    { class: 'reactions' },
    reactions.map((/** @type {any} */ { emoji, count, me }) =>
      el(
        'button',
        {
          type: 'button',
          class: 'reaction',
          'aria-pressed': me ? 'true' : 'false',
          onclick: () => app.act({ type: 'react', message: message.id, emoji: emoji.name, remove: me }),
        },
        emoji.name,
        ' ',
        el('span', { text: count }),
      ),
    ),
  );
}
