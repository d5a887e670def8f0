/** Why a store could not be opened. */
export type StoreOpenProblem =
  | 'unwritable'
  | 'not-a-database'
  | 'another-program'
  | 'corrupt'
  | 'newer'
  | 'unreachable'
  | 'denied'
  | 'bad-address'
  | 'migration-failed';

/**
 * The store could not be opened, and nothing in it was changed. The message is one readable line
 * that names the file or the server, never a password; `cause` holds what the driver said.
 */
export class StoreOpenError extends Error {
  readonly problem: StoreOpenProblem;

  constructor(problem: StoreOpenProblem, message: string, cause?: unknown) {
    super(message.replaceAll(/\s+/gu, ' '), { cause });
    this.name = 'StoreOpenError';
    this.problem = problem;
  }
}
