/**
 * A bug of ours: a state that cannot occur did occur. The caller at the top rolls back and answers
 * with a reference.
 */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/**
 * Checks that a condition holds. Also on in production.
 * @throws Bug with the sentence, if it does not hold
 */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Bug(sentence);
}

/**
 * Returns a value that cannot be missing at this point.
 * @throws Bug with the sentence, if it is missing
 */
export function present<T>(value: T | null | undefined, sentence: string): T {
  assert(value !== null && value !== undefined, sentence);
  return value;
}
