import type { Article } from '../articles/article.ts';
import type { ButtonHandler } from './command.ts';
import { questionLengthMax } from './limits.ts';
import { takeStart } from './render/cut-text.ts';
import { renderContext } from './render/render-context.ts';
import { renderMore } from './render/render-passages.ts';
import { renderOutcome } from './render/render-outcome.ts';
import { problemReply, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import type { ButtonMeaning } from './custom-id.ts';
import { textsFor, type Texts } from './texts/texts.ts';

export interface QuestionAsked {
  readonly text: string;
  /** Only this article may answer. */
  readonly article?: Article;
  readonly texts: Texts;
}

/** The reply to a question, whichever command it came through. */
export function answerReply({ text, article, texts }: QuestionAsked, services: Services): Reply {
  const question = takeStart(text.trim(), questionLengthMax);
  if (question === '') {
    return problemReply(texts.problems.emptyQuestion);
  }
  services.log.debug({ question }, 'question asked');
  const outcome = services.answer({
    text: question,
    previous: [],
    ...(article && { articleId: article.id }),
  });
  services.log.debug({ verdict: outcome.verdict, confidence: outcome.confidence }, 'question answered');
  const rendered = renderOutcome({ outcome, question: text, index: services.index, texts });
  if (rendered.kind === 'reply') {
    return rendered.reply;
  }
  const { articleId, version, passageId, start, end } = rendered.citation;
  services.log.error({ articleId, version, passageId, start, end }, 'citation does not fit the article');
  return problemReply(texts.problems.stale);
}

/** *In context*: a passage's paragraph with its neighbours, for whoever clicked. */
export const contextButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'context' }>> = {
  effect: 'private-reply',
  execute: async (interaction, meaning, services) => {
    const texts = textsFor(interaction.locale);
    const resolved = services.references.passage(meaning.passage);
    if (resolved.kind !== 'found') {
      return problemReply(lostPassage(resolved.kind, texts));
    }
    const { article, passage } = resolved;
    const { highlight } = meaning;
    return renderContext({
      article,
      passage,
      ...(highlight && { highlight }),
      title: texts.contextTitle,
      texts,
    });
  },
};

/** *More*: the next ranked passages, for whoever clicked. */
export const moreButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'more' }>> = {
  effect: 'private-reply',
  execute: async (interaction, meaning, services) => {
    const texts = textsFor(interaction.locale);
    const resolved = meaning.passages.map((reference) => services.references.passage(reference));
    const found = resolved.flatMap((place) => (place.kind === 'found' ? [place] : []));
    const lost = resolved.find(({ kind }) => kind !== 'found');
    return found.length === 0 && lost && lost.kind !== 'found'
      ? problemReply(lostPassage(lost.kind, texts))
      : renderMore(found, meaning.firstNumber, texts);
  },
};

function lostPassage(kind: 'changed' | 'gone', { problems }: Texts): string {
  return kind === 'changed' ? problems.articleChanged : problems.articleGone;
}
