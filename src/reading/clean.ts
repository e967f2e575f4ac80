import { foldToGsm7, septetsOfUnit } from '../kernel/gsm7.ts';

/**
 * What others wrote (merchants' descriptions, nicknames, what a member typed) as it may stand in a message: one line, Latin
 * letters, no links, no long numbers, nothing that could be taken for our code.
 */
export interface CleanOptions {
  /** Only characters of GSM-7: for SMS. */
  readonly gsm7: boolean;
}

const keptMax = 32;

/**
 * A merchant's description: without the prefixes of card networks, store and terminal numbers, references, addresses of
 * web sites and phone numbers; `POS PURCHASE SHELL OIL 57442 #0011` is `Shell Oil`. Empty where nothing is left.
 */
export function cleanDescription(text: string, options: CleanOptions): string {
  let rest = latin(text.slice(0, 200), options);
  // Sites keep their name, since a phone would make a link of them.
  rest = rest.replace(
    /(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/\S*)?/gi,
    '$1',
  );
  const checked = /^\W*(?:check|cheque|chèque|chk|ck)\W*(\d{1,6})\W*$/i.exec(rest);
  if (checked?.[1]) return `Check ${checked[1]}`;
  for (const noise of cardNoise) rest = rest.replace(noise, ' ');
  const words = rest.split(/[^\p{L}\p{N}'&-]+/u).flatMap(plainWord);
  return cut(settle(words).join(' '));
}

/** A name that a member gave or typed: a nickname, or what was not found. Empty where nothing is left. */
export function cleanName(text: string, options: CleanOptions): string {
  const words = latin(text.slice(0, 100), options)
    .split(/[^\p{L}\p{N}'&-]+/u)
    .flatMap(plainWord);
  return cut(words.map(unlikeCode).join(' '), 20);
}

/** A command that is shown to be sent again: words, amounts and suffixes, and nothing else. */
export function cleanCommand(text: string, options: CleanOptions): string {
  return latin(text.slice(0, 100), options)
    .replace(/[^\p{L}\p{N} #.,'&-]+/gu, ' ')
    .split(' ')
    .filter((word) => !/\d{7,}/.test(word))
    .map(unlikeCode)
    .filter((word) => word !== '')
    .join(' ')
    .slice(0, 60)
    .trim();
}

const cardNoise: readonly RegExp[] = [
  /\b(?:recurring\s+)?(?:pos|debit\s+card|check\s?card|visa|visa\s+debit|mastercard|card|dbt\s+crd|ach|web|ppd|signature)\s+(?:purchase|purch|pur|payment|pymt|debit|credit|transaction|trans|deposit|dep)\b/gi,
  /^\W*(?:pos|pur|purchase|dbt|pp|sq|tst|py|sp|ach|web|check\s?card|debit\s?card)\b(?=\W)/gi,
  /\b(?:ppd|ccd)\b/gi,
  /\b(?:sq|tst|py|sp|pp)\s*\*/gi,
  // Dates, with what leads to them; card's last digits.
  /\b(?:on\s+)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\b/gi,
  /\b(?:card|acct|account|ref|trace|id|auth|store|str|no|nbr|terminal|term)\s*[:#.]?\s*[x*\d-]{2,}/gi,
  /[x*]{2,}\d+/gi,
];

/** Latin letters and what ASCII has; marks of direction, controls, emoji and other scripts become spaces. */
function latin(text: string, options: CleanOptions): string {
  // Most descriptions are ASCII; of that, GSM-7 lacks the backquote only, and the brackets cost two.
  if (/^[ -Z_a-z]*$/.test(text)) return text;
  const composed = text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{Script=Latin}\x20-\x7e]/gu, ' ')
    .replace(/\s+/g, ' ');
  if (!options.gsm7) return composed;
  return Array.from(foldToGsm7(composed), (character) =>
    septetsOfUnit(character.charCodeAt(0)) === 1 ? character : ' ',
  ).join('');
}

/** A word without what tells a member nothing: runs of digits, references of letters and digits. */
function plainWord(word: string): string[] {
  const bare = word.replace(/^['&-]+|['&-]+$/g, '') || (word === '&' ? '&' : '');
  if (bare === '') return [];
  const digits = bare.replace(/\D/g, '').length;
  if (digits === 0) return [bare];
  if (digits >= 3) return bare.match(/\p{L}{4,}/gu) ?? [];
  // `7-Eleven` and `A1` are names; `2K4LX` is a reference.
  const mixed = bare
    .split('-')
    .some((part) => part.length >= 5 && /\d/.test(part) && /\p{L}/u.test(part));
  return mixed ? [] : [bare];
}

const linking = new Set(
  '& and of the to from at by for in de du la le del y et a st saint san santa los las new fort'.split(
    ' ',
  ),
);

const states = new Set(
  `AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA
  RI SC SD TN TX UT VA VT WA WI WV WY DC US USA`.split(/\s+/),
);

/** Words as they stand in a sentence: capitals that shout are put right, single letters and a loose end go. */
function settle(words: readonly string[]): string[] {
  const shouts = !words.some((word) => /\p{Ll}/u.test(word));
  // The state at a card's description's end says little, and one of them is OK.
  const named = words.length > 1 && states.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  const settled = named.map((word) => (shouts ? quiet(word) : unlikeCode(word)));
  while (settled.length > 1 && linking.has((settled.at(-1) ?? '').toLowerCase())) settled.pop();
  return settled;
}

const shortForms = new Set('ATM ACH USA IRS UPS IGA SSA EFT AAA US UK LLC HSBC AT&T'.split(' '));

function quiet(word: string): string {
  if (shortForms.has(word)) return word;
  if (word.length <= 3 && word !== 'ST' && !/[AEIOUY\u00c0-\u00de]/.test(word)) return word;
  return word.split('-').map(capitalised).join('-');
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

/** Six capitals in a row are a code's shape: they are written small. */
function unlikeCode(word: string): string {
  return word.replace(/(?<![A-Za-z0-9])[A-Z0-9]{6}(?![A-Za-z0-9])/g, (found) =>
    /\d/.test(found) && /[A-Z]/.test(found) ? '' : capitalised(found),
  );
}

function cut(text: string, max = keptMax): string {
  return text.length <= max ? text : shorten(text, max);
}

/** The beginning of a text at a word's end, at most `max` characters; a first word that is longer is cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const words = text.split(' ');
  const kept: string[] = [];
  let length = -1;
  for (const word of words) {
    if (length + 1 + word.length > max) break;
    kept.push(word);
    length += 1 + word.length;
  }
  while (kept.length > 1 && linking.has((kept.at(-1) ?? '').toLowerCase())) kept.pop();
  if (kept.length > 0) return kept.join(' ');
  const start = (words[0] ?? '').slice(0, max);
  return start.replace(/['&-]+$/, '').toWellFormed();
}
