/**
 * Blacks out what must not be kept: PINs, passwords, codes, card, account and social security numbers, as members and
 * strangers type them. What a command needs stays: suffixes, amounts with separators or decimals, check numbers,
 * `OK 4821`.
 */
export function redact(text: string): string {
  let result = text.replaceAll(/[^\P{Nd}0-9]/gu, asciiDigit);
  // First: what follows takes the beginning of a PIN that is written apart for all of it.
  if (hint.test(result)) for (const rule of spokenRules) result = result.replace(rule, blackOut);
  result = redactDescription(result);
  if (!digit.test(result)) return result;
  result = result.replaceAll(manyDigits, (found) => (isNumber(found) ? blackOut(found) : found));
  for (const rule of typedRules) result = result.replace(rule, blackOut);
  return result;
}

/**
 * The same for what another system's books say of a transaction: fewer ways of writing, since no person typed it. What it gives is part
 * of what an import compares with what was imported before, so these rules stay as they are.
 */
export function redactDescription(text: string): string {
  let result = hint.test(text) ? text.replace(named, blackOut) : text;
  if (!digit.test(result)) return result;
  for (const rule of rules) result = result.replace(rule, blackOut);
  return result;
}

/** Digits of other scripts and full-width ones, as the digits that they are. */
function asciiDigit(digit: string): string {
  for (let zero = digit.codePointAt(0) ?? 0, value = 0; value < 10; zero -= 1, value += 1)
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(value);
  return '0';
}

/** Digits over any usual separators, nine or more in all. */
const manyDigits = /(?<![\d.,]|[$€£]\s?)\d(?:[\s./\-–—_,]{0,3}\d){8,}(?!\d)/gu;

/** Whether such a run is a number of something, rather than an amount with suffixes beside it: its pieces are long. */
function isNumber(found: string): boolean {
  const pieces = found.split(/\D+/);
  return found.replaceAll(/\D/g, '').length / pieces.length >= 3;
}

/** As people say it, where a secret is named. */
const spokenRules: readonly RegExp[] = [
  // A PIN glued to its word, or with marks between.
  /(?<=\b(?:pin|nip)[\W_]{0,5})\d(?:[\W_]{0,2}\d){3,7}(?!\d)/giu,
  // "The PIN of my card is 5544", "5544 is my PIN": where one is spoken of, whatever could be it, on either side.
  /(?<=\b(?:pin|nip|passcode|cvv|cvc)\b[^]{0,120})(?<![\d.,]|[$€£]\s?)\d{3,8}(?!\d|[.,]\d)/giu,
  /(?<![\d.,]|[$€£]\s?)\d{3,8}(?!\d|[.,]\d)(?=[^]{0,120}\b(?:pin|nip|passcode|cvv|cvc)\b)/giu,
  // "My password for the bank is hunter2", "hunter2 is my password".
  /(?<=\b(?:password|passcode|passwd|pwd|passphrase|mot de passe|contrase(?:ñ|n)a|clave)\b[^.!?\n]{1,80}\s(?:is|est|es|was)[\s:=]+)[^\s,;]{3,}/giu,
  /(?<![^\s,;])[^\s,;]{3,}(?=\s+(?:is|est|es|was)\s+(?:my|the|mon|le|mi|la)\s+(?:password|passcode|passwd|pwd|passphrase|mot de passe|contrase(?:ñ|n)a|clave)\b)/giu,
];

const typedRules: readonly RegExp[] = [
  // Long even for an amount.
  /\d{9,}(?![.,]\d{1,2}(?!\d))/g,
];

const block = '█';

const digit = /\d/;

/** A secret that is named: the word after it, over "is", "=", ":" and the like. */
const named =
  /(?<=\b(?:pin|nip|password|passcode|passwd|pwd|passphrase|mot de passe|contrase(?:ñ|n)a|clave|cvv|cvc|ssn|otp|c(?:ó|o)digo|security code|auth(?:entication)? code|my code)\b\s*(?:number|no\.?|num[ée]ro)?\s*(?:is|est|es|was|[:=#])*\s*)(?!(?:is|est|es|was)\b)[^\s,;]{3,}/giu;

/** Stands in every text that `named` finds something in, and is looked for faster. */
const hint = /pin|nip|pass|pwd|contrase|clave|cvv|cvc|ssn|otp|digo|code/iu;

/** All of these need a digit. */
const rules: readonly RegExp[] = [
  // SSN with its dashes or spaces.
  /(?<![\d.,$€£])\d{3}[- ]\d{2}[- ]\d{4}(?![\d.,]\d)/g,
  // Cards in groups: 13 to 19 digits with single spaces or dashes between groups of three or more.
  /(?<![\d.,$€£])\d{3,6}(?:[- ]\d{3,7}){2,5}(?![\d]|[.,]\d)/g,
  // Six digits or more in a row, unless decimals follow or a currency stands before.
  /(?<![\d.,]|[$€£]\s?)\d{6,}(?![\d]|[.,]\d{1,2}(?!\d))/g,
  // What looks like one of our own codes at the end of a text, as when our message is sent back to us.
  /(?<=(?:^|\s))(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6}(?=[\s.!?]*$)/g,
  // The same where it is long even for an amount.
  /\d{10,}/g,
];

function blackOut(found: string): string {
  return block.repeat(Math.min(found.length, 8));
}

/** The greatest length of a text that is kept; the rest is counted, not stored. */
const keptMax = 1_000;

/**
 * What is stored of a text that came in: without NUL and lone surrogates (PostgreSQL refuses them), redacted, and cut.
 */
export function storable(text: string): string {
  const clean = wellFormed(text);
  return redact(clean.length > keptMax ? `${cutShort(clean)}… (${clean.length})` : clean);
}

/** How much before the end is looked at for a number or word that would be cut in two. */
const edge = 40;

/** The beginning of a long text, without a number or word that its end falls into: half of one is not known for what it is. */
function cutShort(text: string): string {
  const end = text.slice(keptMax - edge, keptMax).replace(/[\d\s./\-–—_,]*\S*$/u, '');
  return (text.slice(0, keptMax - edge) + end).toWellFormed();
}

/** The text without NUL and with lone surrogates replaced. */
export function wellFormed(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
