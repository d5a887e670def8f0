import type { Article } from '../articles/article.ts';
import type { ButtonHandler } from './command.ts';
import type { ButtonMeaning } from './custom-id.ts';
import { searchTermsLengthMax } from './limits.ts';
import { takeStart } from './render/cut-text.ts';
import { renderSearchPage, searchResultsMax } from './render/render-passages.ts';
import { problemReply, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor, type Texts } from './texts/texts.ts';

export interface SearchAsked {
  readonly terms: string;
  /** From 1. */
  readonly page: number;
  /** Only this article. */
  readonly article?: Article;
  readonly texts: Texts;
}

/** One page of the passages that hold those terms. */
export function searchReply({ terms, page, article, texts }: SearchAsked, services: Services): Reply {
  // One line and bounded: the terms travel in the page buttons' custom IDs.
  const line = takeStart(terms.toWellFormed().replace(/\s+/gu, ' ').trim(), searchTermsLengthMax);
  if (line === '') {
    return problemReply(texts.problems.emptySearch);
  }
  services.log.debug({ terms: line }, 'search asked');
  const scope = article && { articleId: article.id };
  const results = services.index.search(line, searchResultsMax, scope);
  return renderSearchPage({ terms: line, results, page, ...scope, index: services.index, texts });
}

/** *Previous* and *Next* under a search. */
export const searchPageButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'search' }>> = {
  effect: 'turn-page',
  execute: async (interaction, { terms, page, articleKey }, services) => {
    const texts = textsFor(interaction.locale);
    const article = articleKey === undefined ? undefined : services.references.article(articleKey);
    return articleKey !== undefined && !article
      ? problemReply(texts.problems.articleGone)
      : searchReply({ terms, page, ...(article && { article }), texts }, services);
  },
};
