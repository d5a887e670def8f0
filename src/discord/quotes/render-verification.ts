/**
 * What was found about pasted words enters, the reply leaves. The article's words are cut from its
 * snapshot and shown as a quote; pasted words only ever stand in a difference that says so.
 */
import type { Article } from '../../articles/article.ts';
import { pastedLengthMax, type Verification, type VerifiedPlace } from '../../quotes/verify/verify-text.ts';
import { messageLengthMax } from '../limits.ts';
import { renderCitationLine } from '../render/citation-line.ts';
import { renderQuote } from '../render/render-quote.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Texts } from '../texts/texts.ts';
import { renderDifference } from './render-difference.ts';

export interface VerificationRequest {
  readonly verification: Verification;
  /** The corpus, by ID. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly texts: Texts;
  /** A line above everything; default none. */
  readonly lead?: string;
}

/** Places of one quote that are shown; the rest is counted. */
const placesShownMax = 3;
/** Of the article's words, in one reply, in UTF-16 units; beside up to 700 for each place and what we say. */
const quotedLengthMax = 650;
const differenceLengthMax = 750;
const versionDigits = 8;

/** At most 2,000 UTF-16 units. */
export function renderVerification({ verification, articles, texts, lead }: VerificationRequest): Reply {
  const { verify } = texts;
  const below = (head: string): string => (lead === undefined ? head : `${lead}\n${head}`);
  switch (verification.kind) {
    case 'exact':
      return { content: renderPlaces(below(verify.exact), verification.places, { articles, texts }) };
    case 'exact-but-typography': {
      const head = below(verify.typography(verification.differences));
      return { content: renderPlaces(head, verification.places, { articles, texts }) };
    }
    case 'differs': {
      const { nearest, diff } = verification;
      const difference = renderDifference(diff, differenceLengthMax);
      const head = [verify.differs, difference.content, verify.legend];
      if (difference.isCut) head.push(verify.differenceCut);
      return {
        content: renderPlaces(below([...head, verify.nearest].join('\n')), [nearest], { articles, texts }),
      };
    }
    case 'in-no-article':
      return { content: below(verify.inNoArticle(articles.size)) };
    case 'nothing-to-verify':
      return problemReply(verify.nothing);
    case 'too-long':
      return problemReply(verify.tooLong(pastedLengthMax));
    default:
      return verification satisfies never;
  }
}

interface Around {
  readonly articles: ReadonlyMap<string, Article>;
  readonly texts: Texts;
}

/** The article's words at those places, with and, where that gets too long, without links. */
function renderPlaces(head: string, places: readonly VerifiedPlace[], { articles, texts }: Around): string {
  const shown = places.slice(0, placesShownMax);
  const lengthMax = Math.floor(quotedLengthMax / shown.length);
  const left = places.length - shown.length;
  const write = (withLink: boolean): string =>
    [
      head,
      // Each part word for word can say together what the article does not.
      ...(places.length > 1 ? [texts.verify.joined(places.length)] : []),
      ...shown.flatMap((place) => {
        const article = articles.get(place.articleId);
        return article === undefined ? [] : renderPlace(place, { article, texts, lengthMax, withLink });
      }),
      ...(left > 0 ? [texts.verify.morePlaces(left)] : []),
    ].join('\n');
  const whole = write(true);
  return whole.length <= messageLengthMax ? whole : write(false);
}

function renderPlace(
  place: VerifiedPlace,
  {
    article,
    texts,
    lengthMax,
    withLink,
  }: { article: Article; texts: Texts; lengthMax: number; withLink: boolean },
): string[] {
  const touched = article.blocks.filter(({ start, end }) => start < place.end && place.start < end);
  const [first] = touched;
  const last = touched.at(-1);
  // A place of another snapshot has no words to show.
  if (first === undefined || last === undefined || article.version !== place.version) return [];
  const quote = renderQuote({
    text: article.text,
    span: place,
    block: { start: first.start, end: last.end },
    sentences: touched.flatMap(({ sentences }) => sentences),
    focus: place,
    lengthMax,
  });
  const citation = renderCitationLine(
    { article, block: first, words: place, sentenceNumber: place.firstSentence },
    texts,
    withLink,
  );
  return [quote, `${citation} · ${texts.verify.version(place.version.slice(0, versionDigits))}`];
}
