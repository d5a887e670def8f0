/** A stored value is not what its column holds: somebody wrote to the database by hand, or it is damaged. */
export class StoredValueError extends Error {
  constructor(column: string, key: string) {
    super(`${column} of ${key} is not readable`);
    this.name = 'StoredValueError';
  }
}
