/** What moderators do about a quote whose article changed. Each act is for the article as it was seen. */
import type { Article } from '../../articles/article.ts';
import { noteLengthMax, type Quote } from '../../quotes/quote.ts';
import type { ButtonHandler, DialogHandler, DialogOpener } from '../command.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { decide } from './decide.ts';
import { relocateQuote } from './follow-source.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import type { QuoteMeaning } from './quote-button.ts';
import { newBody } from './render-correction.ts';
import { changeReply, findSeen } from './review-acts.ts';

type Meaning<Kind extends QuoteMeaning['kind']> = Extract<QuoteMeaning, { kind: Kind }>;

/** *What changed*: the difference and the choices, for whoever clicked. */
export const changesButton: ButtonHandler<Meaning<'quote-changes'>> = {
  effect: 'private-reply',
  execute: async (interaction, { number }, services) => {
    const admission = await admit(interaction, 'read-queue', services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const quote = await findSeen({ visitor, number }, services);
    return 'content' in quote ? quote : changeReply(quote, visitor, services);
  },
};

/** *Correct* and *Take over*: the words of today, exactly those that were shown. */
export const correctButton: ButtonHandler<Meaning<'quote-correct'>> = {
  effect: 'private-reply',
  execute: async (interaction, meaning, services) => {
    const capability = meaning.choice === 'correct' ? 'correct' : 'adjust';
    const admission = await admit(interaction, capability, services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const { number, revision } = meaning;
    const seen = await findBeside(meaning, visitor, services);
    if ('content' in seen) return seen;
    const body = newBody(await relocateQuote(seen.quote, seen.article, services.store.quotes));
    if (body === undefined) return changeReply(seen.quote, visitor, services);
    const kind = meaning.choice === 'correct' ? 'correct' : 'adjust';
    return decide(interaction, visitor, { number, revision, action: { kind, body } }, services);
  },
};

const noteField = 'note';

/** *Keep*: opens the dialog for the note that says why. */
export const keepButton: DialogOpener<Meaning<'quote-keep'>> = {
  effect: 'open-dialog',
  open: async (interaction, meaning, services) => {
    const admission = await admit(interaction, 'keep-with-note', services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const seen = await findBeside(meaning, visitor, services);
    if ('content' in seen) return seen;
    const { corrections, quotes } = visitor.texts;
    return {
      title: corrections.keepTitle(meaning.number),
      meaning,
      fields: [
        {
          name: noteField,
          label: quotes.dialogs.noteLabel,
          hint: corrections.keepHint,
          lengthMax: noteLengthMax,
          isLong: true,
          ...(seen.quote.note !== undefined && { value: seen.quote.note }),
        },
      ],
    };
  },
};

export const keepFilled: DialogHandler<Meaning<'quote-keep'>> = {
  execute: async ({ interaction, text }, meaning, services) => {
    const admission = await admit(interaction, 'keep-with-note', services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const seen = await findBeside(meaning, visitor, services);
    if ('content' in seen) return seen;
    const { number, revision } = meaning;
    const note = text(noteField).trim();
    const action = { kind: 'keep-with-note', note, besideVersion: seen.article.version } as const;
    return decide(interaction, visitor, { number, revision, action }, services);
  },
};

/** Quote and article where both still are as they were seen; otherwise how they stand now. */
async function findBeside(
  { number, revision, versionPrefix }: Omit<Meaning<'quote-keep'>, 'kind'>,
  visitor: QuoteVisitor,
  services: Services,
): Promise<{ readonly quote: Quote; readonly article: Article } | Reply> {
  const quote = await findSeen({ visitor, number, revision }, services);
  if ('content' in quote) return quote;
  const { corrections } = visitor.texts;
  const article = services.index.articles.get(quote.body.articleId);
  if (article === undefined) return problemReply(corrections.articleGone);
  if (article.version.startsWith(versionPrefix)) return { quote, article };
  const { content, ...rest } = await changeReply(quote, visitor, services);
  return { ...rest, content: `${corrections.changedAgain}\n${content}` };
}
