/** Wrong use of the command line. The message is a sentence that says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
