/** The spaces inside a French amount, and those before its currency and before punctuation. */
const held = /(?<=\d) (?=\d{3}(?!\d)|\$(?!\d))| (?=[;:?!»](?:\s|$))|(?<=«) /g;

/**
 * Keeps together on a screen what is read as one, such as `4 544,77 $` and `retenues 7 ;`. Messages have
 * plain spaces, since an SMS pays for others, and a line would break there.
 */
export function unbroken(text: string): string {
  return text.replaceAll(held, '\u00a0');
}
