import type { Random } from '../kernel/random.ts';
import { wordsOfCommands } from '../languages/reserved-words.ts';

/** Letters and digits that are hard to confuse: without 0 O, 1 I L, 2 Z, 5 S, 8 B, and U and V. */
const alphabet = 'ACDEFGHJKMNPQRTWXY34679';

const length = 6;

/** Other words that carriers act on, or that people may send by mistake as such. */
const otherCarrierWords = [
  'stopit',
  'stopme',
  'arrete',
  'cessez',
  'cesser',
  'accept',
  'please',
  'alerts',
];

/** Words that can't be a code, since carriers or commands use them. */
const words = new Set(
  [...otherCarrierWords, ...wordsOfCommands]
    .filter((word) => word.length === length)
    .map((word) => word.toUpperCase()),
);

/** Why a member's own choice is refused. */
export type CodeRefusal =
  | 'code_malformed'
  | 'code_is_number'
  | 'code_is_word'
  | 'code_too_simple'
  | 'code_used_before';

/**
 * Makes a random code: six characters with at least one letter and one digit, so that it looks like
 * no word.
 */
export function randomCode(random: Random): string {
  for (;;) {
    const code = Array.from({ length }, () => alphabet[random.below(alphabet.length)] ?? '').join(
      '',
    );
    if (/\d/.test(code) && /[A-Z]/.test(code) && !isSimple(code)) return code;
  }
}

/**
 * Checks a code of the member's own choice, and returns it in capitals.
 * @param chosen six letters or digits, in any case
 */
export function ownCode(
  chosen: string,
  memberNumber: string,
): { code: string } | { refused: CodeRefusal } {
  const code = chosen.replaceAll(/[\s._-]/g, '').toUpperCase();
  if (!/^[A-Z0-9]{6}$/.test(code)) return { refused: 'code_malformed' };
  const digits = memberNumber.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (code === digits || (digits.length > length && digits.includes(code)))
    return { refused: 'code_is_number' };
  if (words.has(code)) return { refused: 'code_is_word' };
  if (isSimple(code)) return { refused: 'code_too_simple' };
  return { code };
}

/** Whether it has fewer than three different characters, or runs up or down. */
function isSimple(code: string): boolean {
  if (new Set(code).size < 3) return true;
  const steps = Array.from(
    code.slice(1),
    (character, index) => character.charCodeAt(0) - code.charCodeAt(index),
  );
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** Masks a code for display: `K••••Q`. */
export function maskedCode(code: string): string {
  return `${code.slice(0, 1)}${'•'.repeat(length - 2)}${code.slice(-1)}`;
}
