import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Article } from '../articles/article.ts';
import type { Passage } from '../retrieval/passage.ts';
import { choiceName } from './article-option.ts';
import { buildCustomId, parseCustomId } from './custom-id.ts';
import { choicesMax } from './limits.ts';
import { referToPassage, type ResolvedPassage } from './passage-reference.ts';
import type { Services } from './services.ts';
import type { Texts } from './texts/texts.ts';

/**
 * Passages that hold the words typed so far, best first, at most 25; before anything is typed, the
 * first passages there are.
 */
export function suggestPassages(
  typed: string,
  texts: Texts,
  { index }: Services,
): APIApplicationCommandOptionChoice<string>[] {
  const passages =
    typed.trim() === ''
      ? index.passages.slice(0, choicesMax)
      : index.suggest(typed, choicesMax).map((scored) => scored.passage);
  return passages.flatMap((passage) => {
    const article = index.articles.get(passage.articleId);
    return article ? [{ name: describePassage(article, passage, texts), value: passageValue(passage) }] : [];
  });
}

/** The passage an option's value means: a choice, or the best match of what was typed without choosing. */
export function findPassage(value: string, { index, references }: Services): ResolvedPassage {
  const chosen = parseCustomId(value);
  if (chosen?.kind === 'context') {
    return references.passage(chosen.passage);
  }
  const best = index.search(value, 1)[0]?.passage;
  const article = best && index.articles.get(best.articleId);
  return best && article ? { kind: 'found', article, passage: best } : { kind: 'gone' };
}

/** The same writing as a button's custom ID: one format for a place that outlives a restart. */
export function passageValue(passage: Passage): string {
  return buildCustomId({ kind: 'context', passage: referToPassage(passage) });
}

/** A passage in one line of at most 100 UTF-16 units. */
export function describePassage(article: Article, passage: Passage, texts: Texts): string {
  const words = article.text.slice(passage.start, passage.end);
  const place = {
    title: texts.titlePlace,
    summary: texts.summaryPlace,
    heading: texts.headingPlace(passage.paragraph),
    paragraph: texts.paragraph(passage.paragraph),
    'list-item': texts.paragraph(passage.paragraph),
  }[passage.kind];
  return choiceName(`${place}: ${words}`);
}
