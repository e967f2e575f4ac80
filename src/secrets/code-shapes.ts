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

/** The letters and digits of which our longer codes are made, without those that look alike. */
const letter = '[2-9a-hj-np-z]';

/** The same where letters and digits take turns, as in no word, number or reference: in one piece, in other groups, one by one. */
const turning: readonly RegExp[] = [
  new RegExp(`(?<![a-z0-9-])(?:${letter}{12}|${letter}{10})(?![a-z0-9-])`, 'gi'),
  new RegExp(`(?<![a-z0-9-])${letter}{4}([ ._])${letter}{4}\\1${letter}{4}(?![a-z0-9-])`, 'gi'),
  new RegExp(`(?<![a-z0-9-])${letter}{5}[ ._]${letter}{5}(?![a-z0-9-])`, 'gi'),
  /(?<![a-z0-9])[2-9a-hj-np-z](?:[ .-]{1,3}[2-9a-hj-np-z]){5,11}(?![a-z0-9])/gi,
  /(?<![a-z0-9])[2-9a-hj-np-z]{2}(?:[ .-][2-9a-hj-np-z]{2}){4,5}(?![a-z0-9])/gi,
  /(?<![A-Za-z0-9-])[ACDEFGHJKMNPQRTWXY34679]{6}(?![A-Za-z0-9-])/g,
];

/** Where letters and digits take turns at all; looked for before the rest is. */
const turns =
  /[a-z][^a-z0-9]{0,3}\d+[^a-z0-9]{0,3}[a-z]+[^a-z0-9]{0,3}\d|\d[^a-z0-9]{0,3}[a-z]+[^a-z0-9]{0,3}\d+[^a-z0-9]{0,3}[a-z]/i;

/** Says that a reference follows, which is evidence. */
const reference =
  /(?<![a-z])(?:order|ref|reference|confirmation|invoice|booking|ticket|tracking|pedido|commande|facture|factura|model|serial|vin|plate|flight)(?: (?:no\.?|number|id|is))?[\s#:]{1,3}$/i;

/** So often letters give way to digits or digits to letters. */
function turnsOf(text: string): number {
  return text.replaceAll(/[^a-z0-9]/gi, '').match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
}

export function codeShapesIn(cased: string): (readonly [number, number])[] {
  const found = (among: readonly RegExp[]) =>
    among.flatMap((shape) =>
      [...cased.matchAll(shape)].map(({ 0: text, index }) => ({ text, index })),
    );
  const taken = turns.test(cased)
    ? found(turning).filter(
        ({ text, index }) => turnsOf(text) >= 3 && !reference.test(cased.slice(0, index)),
      )
    : [];
  return [...found(shapes), ...taken].map(
    ({ text, index }) => [index, index + text.length] as const,
  );
}
