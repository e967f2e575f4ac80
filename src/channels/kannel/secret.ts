import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a shared secret is one of ours (during a change, the new or the old one). Takes the same time for any wrong value or
 * length.
 */
export function isSecret(given: string | undefined, secrets: readonly string[]): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const asked = digest(given ?? '');
  let isGood = false;
  for (const secret of secrets) {
    if (secret !== '' && timingSafeEqual(digest(secret), asked)) isGood = true;
  }
  return isGood;
}
