import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Article } from '../articles/article.ts';
import { takeStart } from './render/cut-text.ts';
import { toVisibleText } from './render/escape-markdown.ts';
import { choiceNameLengthMax, choicesMax } from './limits.ts';
import { articleKey } from './passage-reference.ts';
import type { Services } from './services.ts';

/** Choices carry keys behind this sign; file names never need to fit in a choice. */
const keySign = '~';

/** Articles whose title, publisher or ID holds every word typed so far; at most 25, in the index's order. */
export function suggestArticles(
  typed: string,
  services: Services,
): APIApplicationCommandOptionChoice<string>[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  return [...services.index.articles.values()]
    .filter((article) => {
      const about = fold(`${article.title} ${article.publisher ?? ''} ${article.id}`);
      return words.every((word) => about.includes(word));
    })
    .slice(0, choicesMax)
    .map((article) => ({ name: choiceName(article.title), value: keySign + articleKey(article.id) }));
}

/**
 * The article an option's value means: a choice's key, or what somebody typed without choosing (an
 * article's ID, its title, or words that only one article's title holds). Undefined where none fits.
 */
export function findArticle(value: string, { index, references }: Services): Article | undefined {
  const chosen = value.startsWith(keySign) ? references.article(value.slice(keySign.length)) : undefined;
  const wanted = fold(value).trim();
  if (chosen || wanted === '') {
    return chosen;
  }
  const articles = [...index.articles.values()];
  const exact = articles.find(({ id, title }) => fold(id) === wanted || fold(title) === wanted);
  const partial = articles.filter(({ title }) => fold(title).includes(wanted));
  return exact ?? (partial.length === 1 ? partial[0] : undefined);
}

/** One line of at most 100 UTF-16 units, never empty; clients show it as plain text. */
export function choiceName(text: string): string {
  const line = toVisibleText(text).replace(/\s+/gu, ' ').trim();
  const name = line.length > choiceNameLengthMax ? `${takeStart(line, choiceNameLengthMax - 1)}…` : line;
  return name === '' ? '…' : name;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
