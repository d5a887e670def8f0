import type { ButtonHandler } from './command.ts';
import type { ButtonMeaning } from './custom-id.ts';
import { renderArticleList } from './render/render-passages.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor, type Texts } from './texts/texts.ts';

/** One page of the articles that can be asked about, in the index's order. */
export function articleListReply(page: number, texts: Texts, { index }: Services): Reply {
  return renderArticleList([...index.articles.values()], page, texts);
}

/** *Previous* and *Next* under the list of articles. */
export const articlePageButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'articles' }>> = {
  effect: 'turn-page',
  execute: async (interaction, { page }, services) =>
    articleListReply(page, textsFor(interaction.locale), services),
};
