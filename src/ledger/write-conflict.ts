/**
 * Another batch wrote meanwhile what this one decided to write. It carries PostgreSQL's code of a serialization failure,
 * which is what it is: the database runs the whole transaction again.
 */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';
  readonly code = '40001';

  constructor(cause: unknown) {
    super('Another batch wrote meanwhile what this one was to write', { cause });
  }
}
