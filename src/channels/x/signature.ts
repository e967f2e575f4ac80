import { createHmac, timingSafeEqual } from 'node:crypto';
import { crcTokenPattern } from './wire.ts';

/** `sha256=` and the base64 HMAC-SHA-256 of a body, as X signs its deliveries. */
export function sign(secret: string, body: Uint8Array | string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`;
}

/**
 * Whether a delivery is from X: checks its signature over the raw body, under any of the secrets (both during a rotation). Takes
 * the same time for any wrong value.
 */
export function isSigned(
  body: Uint8Array,
  signature: string | null,
  secrets: readonly string[],
): boolean {
  const given = Buffer.from(signature ?? '');
  let isGood = false;
  for (const secret of secrets) {
    const expected = Buffer.from(sign(secret, body));
    if (expected.length === given.length && timingSafeEqual(expected, given)) isGood = true;
  }
  return isGood;
}

/** The answer to X's challenge; `undefined` if the token must not be signed. */
export function answerChallenge(token: string, secret: string): string | undefined {
  return crcTokenPattern.test(token) ? sign(secret, token) : undefined;
}
