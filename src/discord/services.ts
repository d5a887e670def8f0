import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Article } from '../articles/article.ts';
import type { Answer, NoAnswer, Question } from '../answers/answer.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import type { GuildStore, PrivacyStore } from '../guilds/guild-store.ts';
import type { Language } from '../language/language.ts';
import { createVerifier, type Verifier } from '../quotes/verify/verify-text.ts';
import type { IndexOverlay } from '../retrieval/overlay-index.ts';
import type { CardRenderer } from '../quotes/card/render-card.ts';
import type { QuoteStore } from '../quotes/quote-store.ts';
import type { ReviewStore } from '../quotes/review-store.ts';
import type { PassageIndex } from '../retrieval/passage.ts';
import { createGuildKnowledge, type AskedAt, type GuildKnowledge } from './guild-knowledge.ts';
import { rememberAnswers } from './remember-answers.ts';
import { createPassageResolver, type PassageResolver } from './passage-reference.ts';
import { createQuoteDesk, type QuoteDesk } from './quotes/quote-desk.ts';

/** Everything a command may use; built once by an entry file and passed down. */
export interface Services {
  readonly index: PassageIndex;
  /** Compact references into `index`. */
  readonly references: PassageResolver;
  /** Names the corpus that answers: another one for every change of an article. */
  readonly corpusVersion: string;
  /**
   * What the articles say to that question: the same for every surface. Where a place is given, its
   * server's lessons and choice of articles count.
   */
  readonly answer: (question: Question, askedAt?: AskedAt) => Promise<Answer | NoAnswer>;
  /** What servers have added to the index. */
  readonly knowledge: GuildKnowledge;
  /** Compares pasted words with every article; prepared when it is first needed. */
  readonly verifier: () => Verifier;
  readonly store: StoreServices;
  readonly quotes: QuoteServices;
  /** The informative words of a question, in one spelling each. */
  readonly questionTerms: (text: string) => readonly string[];
  /** The language a question is asked in. */
  readonly languageOf: (text: string) => Language;
  /** Whether Discord hands over the text of messages that do not name the bot. */
  readonly readsMessages: boolean;
  /** In a command: the interaction's own child logger. */
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface StoreServices {
  readonly conversations: ConversationStore;
  readonly guilds: GuildStore;
  readonly privacy: PrivacyStore;
  readonly quotes: QuoteStore;
  readonly reviews: ReviewStore;
}

export interface QuoteServices {
  /** Every change of a quote goes through it. */
  readonly desk: QuoteDesk;
  /** Opens what draws cards, with the first of them; absent where there are none. */
  readonly cards?: () => Promise<CardRenderer>;
}

export interface ServiceParts {
  readonly index: PassageIndex;
  readonly store: StoreServices;
  /** Lays what a server adds over the index. */
  readonly overlayIndex: (index: PassageIndex, overlay: IndexOverlay) => PassageIndex;
  readonly questionTerms: (text: string) => readonly string[];
  readonly languageOf: (text: string) => Language;
  /** Opens what draws cards; called with the first card, and again after a failure. */
  readonly openCards?: () => Promise<CardRenderer>;
  readonly log: Logger;
  /** Default the machine's clock. */
  readonly now?: () => number;
}

/** The services over one index and one store. */
export function createServices(parts: ServiceParts): Services {
  const { index, store, log, questionTerms, languageOf, openCards, now = Date.now } = parts;
  const knowledge = createGuildKnowledge({ ...parts, now, guilds: store.guilds });
  const answerFrom = rememberAnswers();
  const desk = createQuoteDesk({
    quotes: store.quotes,
    settingsOf: async (guildId) => (await store.guilds.settings(guildId)).settings,
    article: (articleId) => index.articles.get(articleId),
    log,
    now,
  });
  return {
    index,
    references: createPassageResolver(index),
    corpusVersion: versionOf(index),
    answer: async (question, askedAt) => {
      const seen = askedAt === undefined ? index : await knowledge.indexFor(askedAt);
      return answerFrom(seen, question);
    },
    knowledge,
    verifier: prepareOnce(() => createVerifier(inOrder(index))),
    store,
    quotes: { desk, ...(openCards && { cards: keepOpened(openCards) }) },
    questionTerms,
    languageOf,
    readsMessages: true,
    log,
    now,
  };
}

/** Whatever order they were loaded in: where several articles say the same, the same one is named. */
function inOrder({ articles }: PassageIndex): Article[] {
  return [...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function prepareOnce<T>(prepare: () => T): () => T {
  let prepared: T | undefined;
  return () => {
    prepared ??= prepare();
    return prepared;
  };
}

/** Opens once; what failed is opened again. */
function keepOpened<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return async () => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

const versionLength = 16;

function versionOf({ articles }: PassageIndex): string {
  // What an article is asked by changes what it answers, though not a word of it.
  const versions = [...articles.values()]
    .map(
      ({ id, version, questions = [] }) =>
        `${id}@${version}${questions.length > 0 ? JSON.stringify(questions) : ''}`,
    )
    .sort();
  return createHash('sha256').update(versions.join('\n')).digest('hex').slice(0, versionLength);
}
