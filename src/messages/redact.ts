import { findSecrets } from '../secrets/find-secrets.ts';

/** What is kept of a text that is a secret as a whole, such as a one-time word. */
export const blackedOut = '████████';

/**
 * Blacks out what must not be kept, as members and strangers type it; see `findSecrets`. What a command needs stays: suffixes, amounts,
 * check numbers, `OK 4821`.
 * @param issued places of codes that were issued, by `findIssued`
 */
export function redact(text: string, issued: readonly (readonly [number, number])[] = []): string {
  const places = [...findSecrets(text).places, ...issued];
  if (places.length === 0) return text;
  let result = '';
  let from = 0;
  for (const [start, end] of places.toSorted((a, b) => a[0] - b[0])) {
    if (end <= from) continue;
    result +=
      text.slice(from, Math.max(from, start)) + blackOut(text.slice(Math.max(from, start), end));
    from = end;
  }
  return result + text.slice(from);
}

/**
 * Blacks out what another system's books say of a transaction: fewer ways of writing, since no person typed it. What it gives is part
 * of what an import compares with what was imported before, so these rules stay as they are.
 */
export function redactDescription(text: string): string {
  let result = hint.test(text) ? text.replace(named, blackOut) : text;
  if (!digit.test(result)) return result;
  for (const rule of rules) result = result.replace(rule, blackOut);
  return result;
}

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
 * @param issued places in the well-formed text
 */
export function storable(
  text: string,
  issued: readonly (readonly [number, number])[] = [],
): string {
  const clean = wellFormed(text);
  return clean.length > keptMax
    ? redact(`${cutShort(redact(clean, issued))}… (${clean.length})`)
    : redact(clean, issued);
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
