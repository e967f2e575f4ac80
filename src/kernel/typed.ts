/**
 * Cleans up typed and pasted text. Pasted text contains invisible marks (directional marks,
 * zero-width spaces), and keyboards for other scripts have their own digits.
 */

/** Format characters and variation selectors, which show nothing on their own. */
const invisible = /[\p{Cf}\u{FE00}-\u{FE0F}]/gu;

/**
 * The same without the two joiners, which scripts and emoji need, and without the tags in flags.
 */
const invisibleInNames = /(?!\u200c|\u200d|[\u{E0020}-\u{E007F}])\p{Cf}/gu;

/**
 * Cleans a field of letters, digits and signs: numbers, codes, amounts, dates, handles. Full-width
 * and similar shapes become plain, digits of any script become 0 to 9, and invisible characters go.
 * Never for passwords.
 */
export function plainField(text: string): string {
  if (isPlain.test(text)) return text;
  return asciiDigits(text.normalize('NFKC').replace(invisible, ''))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll(/[‐‑‒–—−]/gu, '-');
}

/** Cleans a name or free text. Letters stay; directional marks and zero-width spaces go. */
export function visibleText(text: string): string {
  return isPlain.test(text) ? text : text.replace(invisibleInNames, '');
}

/** Converts digits of any script to 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
}

/**
 * Returns a decimal digit's value. Unicode has each script's ten digits in a row from zero (chapter
 * 4.6), and rows may be adjacent.
 */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

const isPlain = /^[\n -~]*$/;

/** Letters of other scripts, each followed by the Latin letter it resembles. */
const pairs =
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԚQ ԜW ԌG аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx ԛq ԝw ԁd һh ɡg ıi ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC αa εe ηn ιi κk νv οo ρp τt υu χx ϲc';

const lookAlikes: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/**
 * Returns the Latin letter that a letter of another script resembles; other characters unchanged.
 */
export function latinLookAlike(character: string): string {
  return lookAlikes.get(character) ?? character;
}
