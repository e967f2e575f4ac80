import { allMatches } from '../kernel/patterns/all-matches.ts';

/**
 * The shapes of our own codes. The blind index identifies issued codes; the shape also finds codes
 * in messages from unknown senders, such as a member whose phone is not enrolled yet.
 */
const shapes: readonly RegExp[] = [
  // An activation code, `K7QF-2XWP-9ABC`, and a recovery code, `K7QF2-9XWPA`.
  /(?<![a-z0-9-])(?=[a-z-]*\d)(?=[\d-]*[a-z])[2-9a-hj-np-z]{4}-[2-9a-hj-np-z]{4}-[2-9a-hj-np-z]{4}(?![a-z0-9-])/gi,
  /(?<![a-z0-9-])(?=[a-z-]*\d)(?=[\d-]*[a-z])(?![a-z]+-\d+(?![a-z0-9]))(?!\d+-[a-z]+(?![a-z0-9]))[2-9a-hj-np-z]{5}-[2-9a-hj-np-z]{5}(?![a-z0-9-])/gi,
  // An activation code without dashes or with spaces, in capitals as we give it out.
  /(?<![A-Za-z0-9-])(?=(?:[A-Z ]*\d){2})(?=(?:[\d ]*[A-Z]){3})[2-9A-HJ-NP-Z]{4}( ?)[2-9A-HJ-NP-Z]{4}\1[2-9A-HJ-NP-Z]{4}(?![A-Za-z0-9-])/g,
  // A member's code in its own alphabet at the end of a text, as when someone sends our message
  // back.
  /(?<=(?:^|\s))(?=[A-Z]*\d)(?=\d*[A-Z])[ACDEFGHJKMNPQRTWXY34679]{6}(?=[\s.!?]*$)/g,
];

/** The letters and digits of our longer codes, without look-alikes. */
const letter = '[2-9a-hj-np-z]';

/**
 * The same with alternating letters and digits, which no word, number or reference has: in one
 * piece, in other groups, or one by one.
 */
const alternating: readonly RegExp[] = [
  new RegExp(`(?<![a-z0-9-])(?:${letter}{12}|${letter}{10})(?![a-z0-9-])`, 'gi'),
  new RegExp(`(?<![a-z0-9-])${letter}{4}([ ._])${letter}{4}\\1${letter}{4}(?![a-z0-9-])`, 'gi'),
  new RegExp(`(?<![a-z0-9-])${letter}{5}[ ._]${letter}{5}(?![a-z0-9-])`, 'gi'),
  /(?<![a-z0-9])[2-9a-hj-np-z](?:[ .-]{1,3}[2-9a-hj-np-z]){5,11}(?![a-z0-9])/gi,
  /(?<![a-z0-9])[2-9a-hj-np-z]{2}(?:[ .-][2-9a-hj-np-z]{2}){4,5}(?![a-z0-9])/gi,
  /(?<![A-Za-z0-9-])[ACDEFGHJKMNPQRTWXY34679]{6}(?![A-Za-z0-9-])/g,
];

/** Checks quickly whether letters and digits alternate at all. */
const alternation =
  /[a-z][^a-z0-9]{0,3}\d+[^a-z0-9]{0,3}[a-z]+[^a-z0-9]{0,3}\d|\d[^a-z0-9]{0,3}[a-z]+[^a-z0-9]{0,3}\d+[^a-z0-9]{0,3}[a-z]/i;

/** Announces a reference, which is evidence and stays. */
const reference =
  /(?<![a-z])(?:order|ref|reference|confirmation|invoice|booking|ticket|tracking|pedido|commande|facture|factura|model|serial|vin|plate|flight)(?: (?:no\.?|number|id|is))?[\s#:]{1,3}$/i;

/** Counts the changes between letters and digits. */
function alternations(text: string): number {
  return text.replaceAll(/[^a-z0-9]/gi, '').match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
}

export function codeShapesIn(cased: string): (readonly [number, number])[] {
  const found = (among: readonly RegExp[]) =>
    among.flatMap((shape) =>
      allMatches(cased, shape).map(({ 0: text, index }) => ({ text, index })),
    );
  const taken = alternation.test(cased)
    ? found(alternating).filter(
        ({ text, index }) => alternations(text) >= 3 && !reference.test(cased.slice(0, index)),
      )
    : [];
  return [...found(shapes), ...taken].map(
    ({ text, index }) => [index, index + text.length] as const,
  );
}
