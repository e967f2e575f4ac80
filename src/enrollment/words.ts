import { descriptors, type EnrollableChannel } from '../channels/descriptors.ts';
import { latinLookAlike, plainField } from '../kernel/typed.ts';
import type { Random } from '../kernel/random.ts';
import type { Keyring } from '../kernel/keyring.ts';

/** Letters and digits that can't be mistaken for each other. Eight of them are 36 bits; 20 are required. */
const letters = 'ACDEFGHJKMNPQRTWXY';
const figures = '34679';
const length = 8;

/**
 * Draws a one-time code. If the member sends it from the account, typed or by a link: letters and digits, at least two of each, so
 * that it matches no command. For a phone: eight digits (26 bits), which phones offer to fill in.
 */
export function drawWord(random: Random, channel: EnrollableChannel): string {
  const isSent = descriptors[channel].proof === 'message-from-account';
  const alphabet = isSent ? letters + figures : '0123456789';
  for (;;) {
    const word = Array.from({ length }, () => alphabet[random.below(alphabet.length)] ?? '').join(
      '',
    );
    if (!isSent || wordIn(word) === word) return word;
  }
}

/** A one-time code in two groups, as people read and type it. */
export function grouped(word: string): string {
  return `${word.slice(0, length / 2)} ${word.slice(length / 2)}`;
}

/**
 * The one-time code in a direct message that contains nothing else. Ignores case, spaces, dashes, dots, quotes and `#`.
 * `undefined`: the message has no such shape.
 */
export function wordIn(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const word = tidied(text);
  const digits = word.replace(/\D/g, '').length;
  const isWord = /^[ACDEFGHJKMNPQRTWXY34679]{8}$/.test(word) && digits >= 2 && digits <= length - 2;
  return isWord ? word : undefined;
}

/** Normalizes what was entered on the page for comparison. */
export function tidied(text: string): string {
  const word = plainField(text)
    .replaceAll(/[\s#.\-–—'"‘’“”]/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, latinLookAlike);
  // A phone's code has only digits: letters in it are misread digits.
  return /^(?=(?:[OIL]*\d){4})[\dOIL]{8}$/.test(word)
    ? word.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
    : word;
}

/** Whether what was entered could be a one-time code by text at all. */
export function isPhoneWord(text: string): boolean {
  return /^\d{8}$/.test(tidied(text));
}

/** The blind index of a one-time code, under the newest key. */
export function wordBlindIndex(keyring: Keyring, institutionId: number, word: string): Uint8Array {
  return keyring.blindIndex('token', wordKey(institutionId, word));
}

/** The same under every key, newest first: a key may have been rotated since the code was drawn. */
export function wordBlindIndexes(
  keyring: Keyring,
  institutionId: number,
  word: string,
): Uint8Array[] {
  return keyring.blindIndexes('token', wordKey(institutionId, word));
}

function wordKey(institutionId: number, word: string): string {
  return `enrolment/${institutionId}/${word}`;
}
