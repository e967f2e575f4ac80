/** A bug of ours: something that cannot be so, is so. Caught in one place, which rolls back and answers with a reference. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/**
 * States what must be true here. On in production.
 * @throws Bug with the sentence, when it is not true
 */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Bug(sentence);
}

/** The value, which by the logic of the place cannot be missing. */
export function present<T>(value: T | null | undefined, sentence: string): T {
  assert(value !== null && value !== undefined, sentence);
  return value;
}
