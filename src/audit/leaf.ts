import { hash } from 'node:crypto';

/** The hash of one row that a batch wrote, as RFC 9162 hashes a leaf: 32 bytes. */
export type Leaf = Uint8Array;

export const leafBytes = 32;

/**
 * Hashes the content of one row: SHA-256 over a zero byte and the content in UTF-8.
 * @param content JSON of a list: the number of the leaf's format, the kind of row, its fields. The format stands in the content, so that
 *   a later format can add a field and old leaves still hash as they did
 */
export function leafOf(content: string): Leaf {
  return hash('sha256', `\0${content}`, 'buffer');
}

/** Leaves in one piece, as the chain stores them. */
export function joinLeaves(leaves: readonly Leaf[]): Uint8Array {
  return Buffer.concat(leaves);
}

/** The leaves that `joinLeaves` joined. */
export function splitLeaves(joined: Uint8Array): Leaf[] {
  const count = Math.floor(joined.length / leafBytes);
  return Array.from({ length: count }, (_, index) =>
    joined.subarray(index * leafBytes, (index + 1) * leafBytes),
  );
}
