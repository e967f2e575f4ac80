/**
 * Codes of ours by their shape alone. Issued codes are known by their blind index too; the shape also finds those of whom nobody knows
 * who wrote: a member's whose phone is not enrolled yet.
 */
const shapes: readonly RegExp[] = [
  // An activation code, `K7QF-2XWP-9ABC`, and a recovery code, `K7QF2-9XWPA`.
  /(?<![a-z0-9-])(?=[a-z-]*\d)(?=[\d-]*[a-z])[2-9a-hj-np-z]{4}-[2-9a-hj-np-z]{4}-[2-9a-hj-np-z]{4}(?![a-z0-9-])/gi,
  /(?<![a-z0-9-])(?=[a-z-]*\d)(?=[\d-]*[a-z])(?![a-z]+-\d+(?![a-z0-9]))(?!\d+-[a-z]+(?![a-z0-9]))[2-9a-hj-np-z]{5}-[2-9a-hj-np-z]{5}(?![a-z0-9-])/gi,
  // The first in one piece or with spaces, in capitals as it was handed out.
  /(?<![A-Za-z0-9-])(?=(?:[A-Z ]*\d){2})(?=(?:[\d ]*[A-Z]){3})[2-9A-HJ-NP-Z]{4}( ?)[2-9A-HJ-NP-Z]{4}\1[2-9A-HJ-NP-Z]{4}(?![A-Za-z0-9-])/g,
  // A member's code, of the letters that codes are drawn from, at the end of a text: as when our message is sent back to us.
  /(?<=(?:^|\s))(?=[A-Z]*\d)(?=\d*[A-Z])[ACDEFGHJKMNPQRTWXY34679]{6}(?=[\s.!?]*$)/g,
];

export function codeShapesIn(cased: string): (readonly [number, number])[] {
  return shapes.flatMap((shape) =>
    [...cased.matchAll(shape)].map(({ 0: text, index }) => [index, index + text.length] as const),
  );
}
