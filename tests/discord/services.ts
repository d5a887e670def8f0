import { pino } from 'pino';
import { createServices, type Services } from '../../src/discord/services.ts';
import { detectLanguage } from '../../src/language/detect-language.ts';
import { overlayIndex } from '../../src/retrieval/overlay-index.ts';
import type { PassageIndex } from '../../src/retrieval/passage.ts';
import { questionTerms } from '../../src/retrieval/question-terms.ts';
import { openStore } from '../../src/store/open-store.ts';

/** Silent services over an index and a store in memory. */
export async function makeServices(index: PassageIndex): Promise<Services> {
  const store = await openStore({ sqlitePath: ':memory:' });
  const log = pino({ level: 'silent' });
  return createServices({ index, store, overlayIndex, questionTerms, languageOf: detectLanguage, log });
}
