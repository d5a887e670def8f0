import type { Logger } from 'pino';
import type { PassageIndex } from '../retrieval/passage.ts';

/** Everything a command may use; built once by main.ts and passed down. */
export interface Services {
  readonly index: PassageIndex;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
