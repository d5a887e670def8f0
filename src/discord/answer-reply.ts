/**
 * A question enters, whichever surface it came through; the reply a member reads leaves, with what
 * has to be remembered of it. Sends nothing itself.
 */
import type { Article } from '../articles/article.ts';
import type { Answer, NoAnswer } from '../answers/answer.ts';
import type { ShownPassage, TurnRevision } from '../conversation/conversation-store.ts';
import type { ButtonHandler } from './command.ts';
import type { ButtonMeaning } from './custom-id.ts';
import { questionLengthMax } from './limits.ts';
import { takeStart } from './render/cut-text.ts';
import { renderContext } from './render/render-context.ts';
import { renderMore } from './render/render-passages.ts';
import { renderOutcome } from './render/render-outcome.ts';
import { problemReply, type Reply, type ReplyRow } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor, type Texts } from './texts/texts.ts';

export interface QuestionAsked {
  readonly text: string;
  /** Earlier questions of the conversation, oldest first. */
  readonly previous: readonly string[];
  /** Only this article may answer. */
  readonly article?: Article;
  /** The server, outside of which nobody votes; absent in direct messages. */
  readonly guildId?: string;
  /** For a thread, its parent. */
  readonly channelId: string;
  /** The message or interaction that asks: what a vote is about. */
  readonly questionId: string;
  /** Default true; false where the question stands above the answer anyway. */
  readonly isQuestionShown?: boolean;
  readonly texts: Texts;
}

/** The reply, and what the conversation remembers of it. */
export type AnsweredQuestion =
  | { readonly kind: 'answered'; readonly reply: Reply; readonly turn: TurnRevision }
  /** Nothing was asked, or nothing may be shown. */
  | { readonly kind: 'problem'; readonly reply: Reply };

/** The reply to a question. */
export async function answerReply(asked: QuestionAsked, services: Services): Promise<AnsweredQuestion> {
  const { article, texts, guildId, channelId, questionId } = asked;
  const question = takeStart(asked.text.trim(), questionLengthMax);
  if (question === '') {
    return { kind: 'problem', reply: problemReply(texts.problems.emptyQuestion) };
  }
  services.log.debug({ question }, 'question asked');
  const outcome = await services.answer(
    { text: question, previous: asked.previous, ...(article && { articleId: article.id }) },
    { channelId, ...(guildId !== undefined && { guildId }) },
  );
  services.log.debug({ verdict: outcome.verdict, confidence: outcome.confidence }, 'question answered');
  const shownQuestion = asked.isQuestionShown === false ? {} : { question: asked.text };
  const rendered = renderOutcome({ outcome, ...shownQuestion, index: services.index, texts });
  if (rendered.kind === 'stale') {
    const { articleId, version, passageId, start, end } = rendered.citation;
    services.log.error({ articleId, version, passageId, start, end }, 'citation does not fit the article');
    return { kind: 'problem', reply: problemReply(texts.problems.stale) };
  }
  const { reply } = rendered;
  return {
    kind: 'answered',
    reply: guildId === undefined ? reply : { ...reply, rows: [voteRow({ questionId, outcome, texts })] },
    turn: toTurn(question, outcome, services.corpusVersion),
  };
}

interface VoteRow {
  readonly questionId: string;
  readonly outcome: Answer | NoAnswer;
  readonly texts: Texts;
}

/**
 * Votes, and what an answer's passages can become. The nearest passages of a question without an answer
 * are nobody's quote of the day: whoever wants one all the same finds it in the message's menu.
 */
function voteRow({ questionId, outcome, texts }: VoteRow): ReplyRow {
  return {
    kind: 'buttons',
    buttons: [
      { label: '👍', meaning: { kind: 'vote', value: 'up', questionId } },
      { label: '👎', meaning: { kind: 'vote', value: 'down', questionId } },
      ...(outcome.kind === 'answer'
        ? [{ label: texts.quotes.suggest.button, meaning: { kind: 'quote-suggest' } } as const]
        : []),
    ],
  };
}

function toTurn(question: string, outcome: Answer | NoAnswer, corpusVersion: string): TurnRevision {
  const [first] = outcome.citations;
  const shown: ShownPassage | undefined = first && {
    articleId: first.articleId,
    version: first.version,
    passageId: first.passageId,
  };
  return { question, verdict: outcome.verdict, ...(shown && { shown }), corpusVersion };
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
