/**
 * The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, once GSM 03.38): what an SMS of 160 characters
 * is made of. One character outside it makes the whole message UCS-2, of 70.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** These are sent as an escape and a second character, so they cost two. */
const extension = '\f^{}\\[~]|€';

/** Septets that a UTF-16 unit costs; 0 where GSM-7 lacks it. The euro is the greatest of the alphabet. */
const costs = new Uint8Array(0x20ad);
for (const character of basic) costs[character.charCodeAt(0)] = 1;
for (const character of extension) costs[character.charCodeAt(0)] = 2;

/** Septets that one UTF-16 unit costs (1 or 2), or 0 where GSM-7 lacks it. */
export function septetsOfUnit(unit: number): number {
  return costs[unit] ?? 0;
}

/** Septets that a text takes, or `undefined` where a character of it is not in GSM-7. */
export function septets(text: string): number | undefined {
  let total = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = costs[text.charCodeAt(index)] ?? 0;
    if (cost === 0) return undefined;
    total += cost;
  }
  return total;
}

/** What reads the same, where taking the accent off is not the way. */
const alike: ReadonlyMap<string, string> = new Map([
  ...pairs('‘’‚‛ʼ´`′', "'"),
  ...pairs('“”„‟«»″', '"'),
  ...pairs('‐‑‒–—―−', '-'),
  ...pairs(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t',
    ' ',
  ),
  ...pairs('\u2028\u2029\u0085\v', '\n'),
  // Nothing is seen of these: joiners, marks of direction, byte order, soft hyphen, selectors of variants.
  ...pairs(
    '\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff',
    '',
  ),
  ...pairs('•·‧∙', '-'),
  ...pairs('đð', 'd'),
  ...pairs('ĐÐ', 'D'),
  ['…', '...'],
  ['‹', '<'],
  ['›', '>'],
  ['×', 'x'],
  ['÷', '/'],
  ['⁄', '/'],
  ['¦', '|'],
  ['ç', 'c'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['Ħ', 'H'],
  ['þ', 'th'],
  ['Þ', 'Th'],
  ['ŧ', 't'],
  ['Ŧ', 'T'],
  ['ŋ', 'n'],
  ['Ŋ', 'N'],
  ['ĸ', 'k'],
  ['ſ', 's'],
  ['ẞ', 'SS'],
  ['ª', 'a'],
  ['º', 'o'],
  ['°', 'o'],
  ['¹', '1'],
  ['²', '2'],
  ['³', '3'],
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['™', 'TM'],
  ['®', '(R)'],
  ['©', '(C)'],
  ['№', 'No'],
  ['¢', 'c'],
  ['₣', 'F'],
  ['µ', 'u'],
  ['‰', '%o'],
]);

function pairs(characters: string, replacement: string): [string, string][] {
  return Array.from(characters, (character) => [character, replacement]);
}

/**
 * The text in GSM-7 characters that read the same: smart quotes, dashes, spaces and accents outside the alphabet are
 * replaced (`ó` by `o`, `ç` by `c`, `…` by `...`; `é`, `ñ`, `à` stay, GSM-7 has them). What has no likeness (a Chinese
 * character, an emoji) stays as it is: `septets` then tells.
 */
export function foldToGsm7(text: string): string {
  if (septets(text) !== undefined) return text;
  let folded = '';
  // Composed first: `e` and a loose accent are the `é` that GSM-7 has.
  for (const character of text.normalize('NFC')) folded += foldCharacter(character);
  return folded;
}

const known = new Map<string, string>();
const knownMax = 4_096;

function foldCharacter(character: string): string {
  if (septets(character) !== undefined) return character;
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = alike.get(character) ?? withoutMarks(character) ?? character;
  if (known.size < knownMax) known.set(character, folded);
  return folded;
}

function withoutMarks(character: string): string | undefined {
  const base = character
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // A compatibility form may come apart into what is itself only alike.
    .replace(/[^\x20-\x7e]/gu, (part) => alike.get(part) ?? part);
  // A loose mark (the second on one letter) leaves nothing, and goes.
  return septets(base) === undefined ? undefined : base;
}
