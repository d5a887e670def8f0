import type { Overlap } from '../../quotes/find-overlap.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';
import { createQuoteReader, firstWords } from './read-quote.ts';

/** Overlapping quotes shown, at most. */
const overlapsShownMax = 4;

/** The quotes that hold the words already, under a line that says what was not done because of them. */
export async function overlapsReply(
  title: string,
  { overlaps, texts }: { readonly overlaps: readonly Overlap[]; readonly texts: Texts },
  services: Pick<Services, 'store' | 'log'>,
): Promise<Reply> {
  const { suggest, states } = texts.quotes;
  const read = createQuoteReader(services);
  const lines = await Promise.all(
    overlaps.slice(0, overlapsShownMax).map(async ({ quote, share }) =>
      suggest.overlapLine({
        number: quote.number,
        state: states[quote.state],
        percent: Math.floor(share * 100),
        words: firstWords(await read(quote), texts, 240),
      }),
    ),
  );
  const further = overlaps.length - lines.length;
  const more = further > 0 ? [texts.settings.furtherChannels(further)] : [];
  return problemReply([title, ...lines, ...more].join('\n'));
}
