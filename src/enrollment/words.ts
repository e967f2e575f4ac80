import { descriptors, type EnrollableChannel } from '../channels/descriptors.ts';
import { latinLookAlike, plainField } from '../kernel/typed.ts';
import type { Random } from '../kernel/random.ts';
import type { Keyring } from '../kernel/keyring.ts';

/** Letters and digits that no eye takes for another; eight of them are 36 bits, where 20 are owed. */
const letters = 'ACDEFGHJKMNPQRTWXY';
const figures = '34679';
const length = 8;

/**
 * A one-time word. Where the member sends it from the account, typed or by a link: letters and digits, at least two of each, so that it is no
 * word of any command. For a phone, from which the member copies it: eight digits (26 bits), which phones offer to fill in.
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

/** A word in two groups, as it is read out and typed. */
export function grouped(word: string): string {
  return `${word.slice(0, length / 2)} ${word.slice(length / 2)}`;
}

/**
 * The word that a direct message consists of, forgiving case, spaces, dashes, dots, quotes and `#`. `undefined`: the message is
 * no such word, whatever else it may be.
 */
export function wordIn(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const word = tidied(text);
  const digits = word.replace(/\D/g, '').length;
  const isWord = /^[ACDEFGHJKMNPQRTWXY34679]{8}$/.test(word) && digits >= 2 && digits <= length - 2;
  return isWord ? word : undefined;
}

/** What was entered on the page, in the form in which words are compared. */
export function tidied(text: string): string {
  const word = plainField(text)
    .replaceAll(/[\s#.\-–—'"‘’“”]/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, latinLookAlike);
  // A phone's word is of digits alone: letters in it are digits that were read wrong.
  return /^(?=(?:[OIL]*\d){4})[\dOIL]{8}$/.test(word)
    ? word.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
    : word;
}

/** Whether what was entered could be a word that went to a phone at all. */
export function isPhoneWord(text: string): boolean {
  return /^\d{8}$/.test(tidied(text));
}

/** By what a word is known, under the newest key. */
export function wordLookup(keyring: Keyring, institutionId: number, word: string): Uint8Array {
  return keyring.blindIndex('token', wordKey(institutionId, word));
}

/** The same under every key, newest first: a key may have been rotated since the word was drawn. */
export function wordLookups(keyring: Keyring, institutionId: number, word: string): Uint8Array[] {
  return keyring.blindIndexes('token', wordKey(institutionId, word));
}

function wordKey(institutionId: number, word: string): string {
  return `enrolment/${institutionId}/${word}`;
}
