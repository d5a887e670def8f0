/** A driver's code for what went wrong, as `SQLITE_BUSY` or `42P07`; empty where it gave none. */
export function errorCode(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}
