import { hash } from 'node:crypto';
import { type Leaf, leafBytes } from './leaf.ts';

/**
 * The Merkle tree of RFC 9162, section 2.1. Its leaves come hashed (`leafOf`). A node is SHA-256 over a byte 0x01 and its two children.
 * A tree of n leaves splits at the largest power of two below n. Joining neighbors level by level gives the same tree: a last one without
 * a neighbor moves up as it is.
 */
export function rootOf(leaves: readonly Leaf[]): Uint8Array {
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? emptyRoot;
}

/** SHA-256 of nothing: the root of a tree without leaves. */
const emptyRoot: Uint8Array = hash('sha256', '', 'buffer');

/**
 * Proves that a leaf is in the tree: the neighbors on its way to the root, lowest first.
 * @param index from 0
 */
export function inclusionProof(leaves: readonly Leaf[], index: number): Uint8Array[] {
  const proof: Uint8Array[] = [];
  let level = leaves;
  for (let place = index; level.length > 1; place >>= 1) {
    const neighbor = level[place ^ 1];
    if (neighbor) proof.push(neighbor);
    level = levelAbove(level);
  }
  return proof;
}

/** Says whether a proof leads from a leaf to the root of a tree of that size. */
export function verifyInclusion(given: {
  readonly leaf: Leaf;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}): boolean {
  const { leaf, index, size, proof, root } = given;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if ([leaf, root, ...proof].some(({ length }) => length !== leafBytes)) return false;
  let node = leaf;
  let used = 0;
  // Divided, not shifted: a size may have more than 31 bits.
  for (
    let place = index, last = size - 1;
    last > 0;
    place = Math.floor(place / 2), last = Math.floor(last / 2)
  ) {
    const isRight = place % 2 === 1;
    if (!isRight && place === last) continue;
    const neighbor = proof[used];
    if (!neighbor) return false;
    used += 1;
    node = isRight ? nodeOf(neighbor, node) : nodeOf(node, neighbor);
  }
  return used === proof.length && Buffer.from(node).equals(root);
}

function levelAbove(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index];
    const right = level[index + 1];
    if (left) above.push(right ? nodeOf(left, right) : left);
  }
  return above;
}

/** What a node is hashed from; hashing is done before it is filled again. */
const scratch = Buffer.alloc(1 + 2 * leafBytes, 1);

function nodeOf(left: Uint8Array, right: Uint8Array): Uint8Array {
  scratch.set(left, 1);
  scratch.set(right, 1 + leafBytes);
  return hash('sha256', scratch, 'buffer');
}
