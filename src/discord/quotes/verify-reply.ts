import { longestQuotation } from '../../quotes/verify/longest-quotation.ts';
import { pastedLengthMax } from '../../quotes/verify/verify-text.ts';
import type { Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';
import { renderVerification } from './render-verification.ts';

/** Longest text that is verified at once, in UTF-16 units. */
export const verifiedLengthMax = pastedLengthMax;

/** What the articles have to say to pasted words: exactly so, otherwise, or not at all. */
export function verifyReply(pasted: string, texts: Texts, services: Services): Reply {
  services.log.debug({ text: pasted }, 'words to verify');
  const verification = services.verifier().verify(pasted);
  services.log.debug({ kind: verification.kind }, 'words verified');
  return renderVerification({ verification, articles: services.index.articles, texts });
}

/**
 * What the articles have to say to a message. Where it is not theirs as a whole, what it has between
 * quotation marks is checked alone, and the reply says so: the rest is its author's.
 */
export function verifyMessageReply(content: string, texts: Texts, services: Services): Reply {
  const quotation = longestQuotation(content);
  const whole = services.verifier().verify(content).kind;
  if (quotation === undefined || whole === 'exact' || whole === 'exact-but-typography') {
    return verifyReply(content, texts, services);
  }
  services.log.debug({ text: quotation }, 'words to verify');
  const verification = services.verifier().verify(quotation);
  const lead = texts.verify.quotationOnly;
  return renderVerification({ verification, articles: services.index.articles, texts, lead });
}
