import { latinLookAlike, plainField } from '../kernel/typed.ts';
import type { Random } from '../kernel/random.ts';

/** Makes 256 random bits in the form for a cookie. */
export function randomToken(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Makes a secret to read, speak and type: no 0, 1, I, O; 5 bits a character, in groups joined by
 * dashes.
 * @param given the number of groups and their length
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

/**
 * Normalizes typed input: capitals, without dashes, dots and spaces, and Latin for look-alike
 * letters.
 */
export function normalSecret(typed: string): string {
  const plain = plainField(typed)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, (one) => (/[\s.\-‐-―_]/.test(one) ? '' : latinLookAlike(one)));
  // No code contains 1 or I: a typed one means an L.
  return plain.replaceAll(/[1I]/g, 'L');
}
