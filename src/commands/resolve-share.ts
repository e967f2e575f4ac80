import type { Share } from '../shares/share.ts';

export { labelOf } from '../shares/label-of.ts';

/** Which of the member's shares a word means. */
export type Resolved =
  | { readonly found: 'one'; readonly share: Share }
  /** Two or more match: ask. */
  | { readonly found: 'several'; readonly shares: readonly Share[] }
  | { readonly found: 'none' };

/**
 * Finds the member's shares that a word names: by suffix, then by whole nickname, then by kind, then by the beginning of a nickname
 * or kind. The first rule that finds any decides.
 * @param word as the reading gives it: `7`, `S01`, `checking`, `house`, `Savi`
 */
export function resolveShare(word: string, shares: readonly Share[]): Resolved {
  const wanted = plain(word);
  if (wanted === '') return { found: 'none' };
  const roads: ((share: Share) => boolean)[] = [
    (share) => plain(share.suffix) === wanted,
    (share) => plain(share.nickname ?? '') === wanted,
    (share) => share.kind === wanted,
    (share) => begins(plain(share.nickname ?? ''), wanted) || begins(share.kind, wanted),
  ];
  for (const road of roads) {
    const found = shares.filter(road);
    const [first] = found;
    if (first && found.length === 1) return { found: 'one', share: first };
    if (found.length > 1) return { found: 'several', shares: found };
  }
  return { found: 'none' };
}

function begins(name: string, start: string): boolean {
  return name.startsWith(start);
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
