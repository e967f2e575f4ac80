import { latinLookAlike, plainField } from '../kernel/typed.ts';
import type { Random } from '../kernel/random.ts';

/** 256 random bits, as they stand in a cookie. */
export function randomToken(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Something to be read, spoken and typed: no 0, 1, I, O; 5 bits a character, in groups joined by dashes.
 * @param given how many groups of how many characters
 */
export function readableSecret(
  random: Random,
  given: { readonly groups: number; readonly length: number },
): string {
  const group = () =>
    Array.from({ length: given.length }, () => readable[random.below(readable.length)] ?? '').join(
      '',
    );
  return Array.from({ length: given.groups }, group).join('-');
}

/** What was typed, as it was made: capitals, without dashes, dots and spaces, and Latin where it only looks so. */
export function normalSecret(typed: string): string {
  const plain = plainField(typed)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, (one) => (/[\s.\-‐-―_]/.test(one) ? '' : latinLookAlike(one)));
  // No code has a 1 or an I: what is typed for one is an L.
  return plain.replaceAll(/[1I]/g, 'L');
}
