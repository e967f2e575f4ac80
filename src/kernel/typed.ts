/**
 * What people type and paste, as the characters that it shows. Pasted text holds marks that nobody sees (directional marks, zero-width
 * spaces), and keyboards of other scripts have digits of their own.
 */

/** Format characters and variation selectors: they show nothing by themselves. */
const invisible = /[\p{Cf}\u{FE00}-\u{FE0F}]/gu;

/** The same without the two joiners, which scripts and emoji need, and without the tags of flags. */
const invisibleInNames = /(?!\u200c|\u200d|[\u{E0020}-\u{E007F}])\p{Cf}/gu;

/**
 * A field of letters, digits and signs that mean themselves: numbers, codes, amounts, dates, handles. Full-width and other shapes become
 * plain ones, digits of any script become 0 to 9, and what shows nothing is taken out. Never for passwords.
 */
export function plainField(text: string): string {
  if (isPlain.test(text)) return text;
  return asciiDigits(text.normalize('NFKC').replace(invisible, ''))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll(/[‐‑‒–—−]/gu, '-');
}

/** A name or free text: its letters stay as they are; directional marks and zero-width spaces are taken out. */
export function visibleText(text: string): string {
  return isPlain.test(text) ? text : text.replace(invisibleInNames, '');
}

/** Digits of any script, as 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
}

/** The value of a decimal digit: Unicode has each script's ten in a row, from zero (chapter 4.6), and rows may follow each other. */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

const isPlain = /^[\n -~]*$/;

/** Letters of other scripts, each followed by the Latin letter that it looks like. */
const pairs =
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԚQ ԜW ԌG аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx ԛq ԝw ԁd һh ɡg ıi ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC αa εe ηn ιi κk νv οo ρp τt υu χx ϲc';

const lookAlikes: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** The Latin letter that a letter of another script looks like; any other character is given back as it is. */
export function latinLookAlike(character: string): string {
  return lookAlikes.get(character) ?? character;
}
