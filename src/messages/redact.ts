import { findSecrets } from '../secrets/find-secrets.ts';

/** Stored in place of a text that is a secret as a whole, such as a one-time code. */
export const blackedOut = '████████';

/**
 * Blacks out secrets in what members and strangers type; see `findSecrets`. Keeps what a command needs: suffixes, amounts, check
 * numbers, `OK 4821`.
 * @param issued places of codes that we issued, from `findIssued`
 * @param routing the institution's own routing number, which stays
 */
export function redact(
  text: string,
  issued: readonly (readonly [number, number])[] = [],
  routing?: string,
): string {
  const places = [...findSecrets(text, routing).places, ...issued];
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
 * Blacks out secrets in another system's descriptions of transactions. It covers fewer spellings, since no person typed them. An
 * import compares its result with earlier imports, so these rules must not change.
 */
export function redactDescription(text: string): string {
  let result = hint.test(text) ? text.replace(named, blackOut) : text;
  if (!digit.test(result)) return result;
  for (const rule of rules) result = result.replace(rule, blackOut);
  return result;
}

const block = '█';

const digit = /\d/;

/** A named secret: the word that follows its name, across "is", "=", ":" and the like. */
const named =
  /(?<=\b(?:pin|nip|password|passcode|passwd|pwd|passphrase|mot de passe|contrase(?:ñ|n)a|clave|cvv|cvc|ssn|otp|c(?:ó|o)digo|security code|auth(?:entication)? code|my code)\b\s*(?:number|no\.?|num[ée]ro)?\s*(?:is|est|es|was|[:=#])*\s*)(?!(?:is|est|es|was)\b)[^\s,;]{3,}/giu;

/** Matches every text in which `named` finds something, and is faster. */
const hint = /pin|nip|pass|pwd|contrase|clave|cvv|cvc|ssn|otp|digo|code/iu;

/** Each of these needs a digit. */
const rules: readonly RegExp[] = [
  // SSN with its dashes or spaces.
  /(?<![\d.,$€£])\d{3}[- ]\d{2}[- ]\d{4}(?![\d.,]\d)/g,
  // Cards in groups: 13 to 19 digits with single spaces or dashes between groups of three or more.
  /(?<![\d.,$€£])\d{3,6}(?:[- ]\d{3,7}){2,5}(?![\d]|[.,]\d)/g,
  // Six or more digits in a row, unless decimals follow or a currency sign precedes them.
  /(?<![\d.,]|[$€£]\s?)\d{6,}(?![\d]|[.,]\d{1,2}(?!\d))/g,
  // Looks like one of our codes at the end of a text, as when someone sends our message back.
  /(?<=(?:^|\s))(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6}(?=[\s.!?]*$)/g,
  // Ten or more digits: too long even for an amount.
  /\d{10,}/g,
];

function blackOut(found: string): string {
  return block.repeat(Math.min(found.length, 8));
}

/** The greatest length of a stored text. The rest is counted, not stored. */
const keptMax = 1_000;

/**
 * Prepares an inbound text for storage: removes NUL and lone surrogates (PostgreSQL rejects them), redacts it, and cuts it.
 * @param issued places in the well-formed text
 */
export function storable(
  text: string,
  issued: readonly (readonly [number, number])[] = [],
  routing?: string,
): string {
  const clean = wellFormed(text);
  return clean.length > keptMax
    ? redact(`${cutShort(redact(clean, issued, routing))}… (${clean.length})`, [], routing)
    : redact(clean, issued, routing);
}

/** How many characters before the cut are searched for a number or word that it would split. */
const edge = 40;

/** The beginning of a long text, cut before a number or word that the limit would split: half a secret can't be recognized. */
function cutShort(text: string): string {
  const end = text.slice(keptMax - edge, keptMax).replace(/[\d\s./\-–—_,]*\S*$/u, '');
  return (text.slice(0, keptMax - edge) + end).toWellFormed();
}

/** The text without NUL and with lone surrogates replaced. */
export function wellFormed(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
