/** The command line was used wrongly; the message says how, in a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
