import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a shared secret is one of ours (the new and the old one while they are changed). Takes the same time whatever is
 * wrong, its length included.
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
