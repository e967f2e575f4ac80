/**
 * Another batch wrote the same rows meanwhile. It has PostgreSQL's code for a serialization
 * failure, so the database reruns the whole transaction.
 */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';
  readonly code = '40001';

  constructor(cause: unknown) {
    super('Another batch wrote the same rows meanwhile', { cause });
  }
}
