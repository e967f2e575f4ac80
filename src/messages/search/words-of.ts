/** A longer run of letters is no word that somebody looks for. */
const wordMax = 60;

/**
 * The words of a text as the search knows them: small letters without accents, each once. Punctuation
 * separates words, so `$50.00` has two.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const found = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.map((word) => word.slice(0, wordMax)))];
}

/**
 * Direction and channel as words that no text can have: so one index finds `available` among the
 * messages that came in, although almost all that went out have it.
 */
export function marksOf(of: {
  readonly direction?: string | undefined;
  readonly channel?: string | undefined;
}): string[] {
  return [of.direction, of.channel].flatMap((one) => (one === undefined ? [] : [`>${one}`]));
}
