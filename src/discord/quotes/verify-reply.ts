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
