import { checkQuote } from '../../quotes/check-quote.ts';
import type { Quote, Snapshot } from '../../quotes/quote.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { Article } from '../../articles/article.ts';
import { versionPrefixLength } from '../passage-reference.ts';
import { problemReply, type Reply, type ReplyButton } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';
import type { QuoteDialog } from './quote-button.ts';
import { relocateQuote } from './follow-source.ts';
import { logDamage } from './read-quote.ts';
import { newBody, renderCorrection } from './render-correction.ts';

export interface CorrectionParts {
  readonly articles: ReadonlyMap<string, Article>;
  readonly quotes: Pick<QuoteStore, 'snapshot'>;
  readonly log: Services['log'];
}

type Choice = keyof Texts['corrections']['choices'];

/** What a quote's article says now, and what a moderator can do about it. */
export async function correctionReply(
  quote: Quote,
  texts: Texts,
  { articles, quotes, log }: CorrectionParts,
): Promise<Reply> {
  const { corrections } = texts;
  const article = articles.get(quote.body.articleId);
  if (article === undefined) return problemReply(corrections.articleGone);
  if (article.version === quote.body.version) return problemReply(corrections.settled(quote.number));
  const relocation = await relocateQuote(quote, article, quotes);
  if (relocation.kind === 'exact') return problemReply(corrections.settled(quote.number));
  if (relocation.kind === 'broken') {
    logDamage(quote, relocation.reason, log);
    return problemReply(corrections.quotedWordsLost);
  }
  const snapshot = await quotes.snapshot(quote.guildId, quote.body.articleId, quote.body.version);
  const choices = choicesOf(quote, newBody(relocation) !== undefined);
  return {
    content: renderCorrection({
      number: quote.number,
      relocation,
      article,
      words: wordsOf(quote, snapshot),
      choices,
      texts,
    }),
    buttons: buttonsFor(quote, article.version, { choices, texts }),
  };
}

function buttonsFor(
  { number, revision }: Quote,
  version: string,
  { choices, texts }: { readonly choices: readonly Choice[]; readonly texts: Texts },
): ReplyButton[] {
  const { corrections, quotes } = texts;
  const seen = { number, revision, versionPrefix: version.slice(0, versionPrefixLength) };
  const dialog = (name: QuoteDialog, label: string, look: ReplyButton['look']): ReplyButton => ({
    label,
    ...(look && { look }),
    meaning: { kind: 'quote-dialog', dialog: name, number, revision },
  });
  const buttons: Readonly<Record<Choice, readonly ReplyButton[]>> = {
    correct: [
      {
        label: corrections.correct,
        look: 'main',
        meaning: { kind: 'quote-correct', choice: 'correct', ...seen },
      },
    ],
    takeOver: [
      {
        label: corrections.takeOver,
        look: 'main',
        meaning: { kind: 'quote-correct', choice: 'take-over', ...seen },
      },
    ],
    keep: [{ label: corrections.keep, meaning: { kind: 'quote-keep', ...seen } }],
    withdraw: [
      dialog('tombstone', quotes.card.tombstone, 'plain'),
      dialog('delete', quotes.card.delete, 'danger'),
    ],
    reject: [dialog('reject', quotes.card.reject, 'danger')],
  };
  return choices.flatMap((choice) => buttons[choice]);
}

/** What the state allows: a suggestion can still take the new words, a post is corrected. */
export function choicesOf({ state }: Quote, hasNewWords: boolean): readonly Choice[] {
  if (state === 'posted' || state === 'corrected') {
    return hasNewWords ? ['correct', 'keep', 'withdraw'] : ['keep', 'withdraw'];
  }
  return state === 'suggested' && hasNewWords ? ['takeOver', 'keep', 'reject'] : ['keep', 'reject'];
}

function wordsOf({ body }: Quote, snapshot: Snapshot | undefined): string {
  const checked = snapshot && checkQuote(body, snapshot);
  return checked?.ok === true ? checked.words.text : '';
}
