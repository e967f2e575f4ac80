/**
 * The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, formerly GSM 03.38). An
 * SMS of 160 characters uses it. One other character turns the whole message into UCS-2, with room
 * for 70.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** Sent as an escape and a second character, so each costs two. */
const extension = '\f^{}\\[~]|€';

/**
 * Septets that each UTF-16 unit costs; 0 if GSM-7 lacks it. The euro sign has the highest code in
 * the alphabet.
 */
const costs = new Uint8Array(0x20ad);
for (const character of basic) costs[character.charCodeAt(0)] = 1;
for (const character of extension) costs[character.charCodeAt(0)] = 2;

/** Returns the septets that one UTF-16 unit costs (1 or 2), or 0 if GSM-7 lacks it. */
export function septetsOfUnit(unit: number): number {
  return costs[unit] ?? 0;
}

/** Counts the septets of a text; `undefined` if GSM-7 lacks one of its characters. */
export function septets(text: string): number | undefined {
  let total = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = costs[text.charCodeAt(index)] ?? 0;
    if (cost === 0) return undefined;
    total += cost;
  }
  return total;
}

/** Replacements that read the same, for characters that are more than an accented letter. */
const alike: ReadonlyMap<string, string> = new Map([
  ...pairs('‘’‚‛ʼ´`′', "'"),
  ...pairs('“”„‟«»″', '"'),
  ...pairs('‐‑‒–—―−', '-'),
  ...pairs(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t',
    ' ',
  ),
  ...pairs('\u2028\u2029\u0085\v', '\n'),
  // Invisible characters: joiners, direction marks, byte order marks, soft hyphens, variation
  // selectors.
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
 * Rewrites a text in GSM-7 characters that read the same. It replaces smart quotes, dashes, spaces,
 * and accents outside the alphabet: `ó` becomes `o`, `ç` becomes `c`, `…` becomes `...`. GSM-7 has
 * `é`, `ñ` and `à`, so they stay. A character without a replacement (Chinese, an emoji) stays too,
 * and `septets` reports it.
 */
export function foldToGsm7(text: string): string {
  if (septets(text) !== undefined) return text;
  let folded = '';
  // Compose first: `e` with a combining accent becomes the `é` that GSM-7 has.
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
    // A compatibility form may expand to a character that needs a replacement itself.
    .replace(/[^\x20-\x7e]/gu, (part) => alike.get(part) ?? part);
  // A combining mark left over (the second on one letter) becomes nothing.
  return septets(base) === undefined ? undefined : base;
}
