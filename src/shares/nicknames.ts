import { asciiDigits, latinLookAlike, visibleText } from '../kernel/typed.ts';
import { isReserved, kindNamed } from './reserved-names.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';

/**
 * Rules for nicknames. They appear in replies beside codes and amounts, and members use them in
 * commands. So none may look like a command keyword, another share, a code, a suffix or an amount.
 */

/** The names of another share of the same member. */
export interface NamedShare {
  readonly suffix: string;
  readonly nickname: string | null;
  readonly kind: ShareKind;
}

/**
 * One line of letters, digits, spaces and a few marks. Two letters in a row, so that it never reads
 * as a suffix or an amount.
 */
const pattern = /^(?=.*\p{L}\p{L})[\p{L}\p{M}0-9 '&.-]{2,20}$/u;

/**
 * The scripts that Unicode recommends for names (UAX #31, table 5). Others have letters that look
 * like Latin ones.
 */
const scripts =
  'Cyrillic Greek Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan'
    .split(' ')
    .map((name) => new RegExp(`^[\\p{Script=${name}}\\p{M}]+$`, 'u'))
    // Written together: Chinese, Japanese, Korean.
    .concat(
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]+$/u,
    );

/**
 * Latin letters besides A to Z that occur in names; marks on them don't count as letters. Others
 * look like A to Z: `ʟᴏᴄᴋ`, `ǀock`.
 */
const latinLetters = /^[a-zæœøđłßþðŋħŧə\u0131]+$/iu;

/** Letters that some of these resemble. */
const strokes: ReadonlyMap<string, string> = new Map(
  Object.entries({ ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ŧ: 't', ð: 'd' }),
);

/**
 * Normalizes a nickname for storage: plain letters and digits, single spaces, nothing invisible.
 */
export function tidyNickname(nickname: string): string {
  return asciiDigits(visibleText(nickname).normalize('NFKC')).trim().replace(/\s+/g, ' ');
}

/** Whether a share of this kind may have this nickname. The import leaves out others. */
export function isNickname(nickname: string, kind: ShareKind): boolean {
  const name = nickname.normalize('NFC');
  return (
    name === name.normalize('NFKC') &&
    pattern.test(name) &&
    !/\d{5,}/.test(name) &&
    !/\p{M}{3,}|\p{Me}/u.test(name.normalize('NFD')) &&
    wordsOf(name).every(isOneScript) &&
    !looksLikeCode(name) &&
    readings(name).every((one) => !/\bok(?:ay)?\W*\d/.test(one) && !isReserved(one, kind))
  );
}

/**
 * Whether the nickname resembles another share's name: its nickname, or its kind with its suffix.
 */
export function namesAnother(name: string, { suffix, nickname, kind }: NamedShare): boolean {
  if (nickname !== null && skeleton(name) === skeleton(nickname)) return true;
  const words = wordsOf(folded(name));
  const last = skeleton(words.at(-1) ?? '');
  return last === skeleton(suffix) && kindNamed(words.slice(0, -1).join(' ')) === kind;
}

function wordsOf(name: string): string[] {
  return name.split(' ').filter((word) => word !== '');
}

/** Whether all letters of a word are from one script: `Сhecking` with a Cyrillic С is not. */
function isOneScript(word: string): boolean {
  const letters = word.replace(/[^\p{L}\p{M}]/gu, '');
  if (letters === '') return true;
  if (/\p{Script=Latin}/u.test(letters))
    return latinLetters.test(letters.normalize('NFD').replace(/\p{M}/gu, ''));
  return scripts.some((script) => script.test(letters));
}

/**
 * Whether it looks like a member's code: six mixed letters and digits, as a word or in groups that
 * are each mixed.
 */
function looksLikeCode(name: string): boolean {
  const groups = wordsOf(folded(name).replace(/['&.-]/g, ' '));
  const isMixed = (group: string) => /[a-z]/.test(group) && /\d/.test(group);
  const isCode = (text: string) => /^[a-z0-9]{6}$/.test(text) && isMixed(text);
  return (
    wordsOf(folded(name).replace(/['&.-]/g, '')).some(isCode) ||
    (groups.every(isMixed) && isCode(groups.join('')))
  );
}

/** Folds a name: lower case without accents, and Latin for look-alike letters of other scripts. */
function folded(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return plain
    .replace(/./gsu, latinLookAlike)
    .toLowerCase()
    .replace(/./gsu, (letter) => strokes.get(letter) ?? letter);
}

/** The same, with characters that are easily confused made equal: `H0use`, `Bi11`. */
function skeleton(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('0', 'o')
    .replace(/[1l]/g, 'i');
}

/** Digits that replace letters within a word: `a11`, `5end`. */
const digitLetters = [
  { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' },
  { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' },
].map((pairs) => new Map(Object.entries(pairs)));

/** Returns the possible readings of a name. */
function readings(name: string): string[] {
  const plain = folded(name);
  const spelled = digitLetters.map((letters) =>
    wordsOf(plain)
      .map((word) =>
        /[a-z]/.test(word) ? word.replace(/\d/g, (digit) => letters.get(digit) ?? digit) : word,
      )
      .join(' '),
  );
  return [plain, ...spelled];
}
