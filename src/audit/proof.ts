import { hash as hashOnce } from 'node:crypto';
import { z } from 'zod';
import type { Keyring } from '../kernel/keyring.ts';
import { type ChainRow, hashedContent, hexOf, partNames } from './chain-row.ts';
import type { ChainHead } from './head.ts';
import { leafOf, splitLeaves } from './leaf.ts';
import { inclusionProof, verifyInclusion } from './merkle.ts';

const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Proves that rows are in the record, on its own: anyone with the file and the head of the chain can check it, with any program that knows
 * the Merkle tree of RFC 9162 and SHA-256.
 */
const recordProof = z.strictObject({
  proof: z.literal('tweet-my-money proof 1'),
  leaves: z
    .array(
      z.strictObject({
        /** What the leaf is the hash of: SHA-256 over a zero byte and this in UTF-8. */
        content: z.string(),
        index: z.int().nonnegative(),
        hash,
        /** The neighbors on the way to the root, lowest first. */
        path: z.array(hash),
      }),
    )
    .min(1),
  tree: z.strictObject({ size: z.int().positive(), root: hash }),
  /** The row of the chain, which names the tree's root. Its hash is SHA-256 over `content`. */
  batch: z.strictObject({ content: z.string(), hash, signature: hex.nullable() }),
  /** The head of the chain when the proof was made: the batch is at it or before it. */
  head: z.strictObject({ number: z.string().regex(/^[1-9]\d{0,17}$/), hash }),
});
export type RecordProof = z.infer<typeof recordProof>;

/** What a row of the chain hashes, as far as a proof needs it. */
const chained = z.tuple([
  z.literal('tweet-my-money chain 2'),
  z.int(),
  z.string().regex(/^[1-9]\d{0,17}$/),
  z.uuid(),
  z.array(z.int().nonnegative()).length(partNames.length),
  hash,
  z.unknown(),
  hash,
  z.boolean(),
  z.string(),
]);

/**
 * The proof of these rows of a batch.
 * @param contents of the rows' leaves, as the parts of the record give them
 * @returns `undefined` where one of them is not as the batch wrote it
 */
export function proofOf(
  row: ChainRow,
  contents: readonly string[],
  head: ChainHead,
): RecordProof | undefined {
  const leaves = splitLeaves(row.leaves ?? new Uint8Array());
  const hashes = leaves.map((leaf) => hexOf(leaf));
  const proven = contents.map((content) => {
    const leaf = hexOf(leafOf(content)) ?? '';
    const index = hashes.indexOf(leaf);
    const path = index < 0 ? [] : inclusionProof(leaves, index).map((node) => hexOf(node) ?? '');
    return { content, index, hash: leaf, path };
  });
  if (proven.some(({ index }) => index < 0)) return undefined;
  return {
    proof: 'tweet-my-money proof 1',
    leaves: proven,
    tree: { size: leaves.length, root: hexOf(row.root) ?? '' },
    batch: {
      content: hashedContent(row),
      hash: hexOf(row.hash) ?? '',
      signature: hexOf(row.signature),
    },
    head: { number: String(head.number), hash: head.hash },
  };
}

/** What a proof was found to prove. */
export type CheckedProof =
  | { readonly refused: string }
  | {
      /** Of the batch in its institution's chain. */
      readonly number: string;
      readonly contents: readonly string[];
      /** `unchecked`: without any key. `unknown_key`: its key is not one of those given. */
      readonly signature: 'good' | 'unchecked' | 'unknown_key' | 'none';
      /** `batch`: it is the batch itself, which the kept head names. `other`: the kept head is of another batch, so it proves nothing of this one. */
      readonly keptHead: 'batch' | 'other' | 'none';
      /** The head in the file, where nothing shows that it is right. */
      readonly uncheckedHead: ChainHead | undefined;
    };

/** Whether somebody with the key, or a head that was kept, vouches for the batch. Anyone can make a file that agrees with itself. */
export function isProven(checked: Exclude<CheckedProof, { readonly refused: string }>): boolean {
  return checked.signature === 'good' || checked.keptHead === 'batch';
}

/** Checks a proof with its text, the keys and a head that was kept outside of the database. */
export function checkProof(
  text: string,
  given: { readonly keyring?: Keyring | undefined; readonly head?: ChainHead | undefined } = {},
): CheckedProof {
  const read = recordProof.safeParse(parsed(text));
  if (!read.success) return { refused: 'it is not a proof' };
  const { leaves, tree, batch, head } = read.data;
  const row = chained.safeParse(parsed(batch.content));
  if (!row.success) return { refused: 'its batch is not a row of a chain' };
  const [, , number, , counts, root, , , isSigned] = row.data;
  if (hashOnce('sha256', batch.content) !== batch.hash)
    return { refused: 'the hash of its batch is not of its content' };
  if (root !== tree.root || counts.reduce((sum, count) => sum + count, 0) !== tree.size)
    return { refused: 'its batch names another tree' };
  for (const { content, index, hash: leaf, path } of leaves) {
    if (hexOf(leafOf(content)) !== leaf) return { refused: `leaf ${index} is not of its content` };
    const isIn = verifyInclusion({
      leaf: bytes(leaf),
      index,
      size: tree.size,
      proof: path.map(bytes),
      root: bytes(root),
    });
    if (!isIn) return { refused: `leaf ${index} is not in the tree` };
  }
  if (BigInt(head.number) < BigInt(number)) return { refused: 'its batch is behind the head' };
  if (head.number === number && head.hash !== batch.hash)
    return { refused: 'its batch is not the head' };
  const kept = given.head;
  if (kept && String(kept.number) === number && kept.hash !== batch.hash)
    return { refused: 'its batch is not the one that the kept head names' };
  if (kept && String(kept.number) === head.number && kept.hash !== head.hash)
    return { refused: 'its head is not the one that was kept' };
  const signature = signatureOf(batch, { isSigned, keyring: given.keyring });
  if (signature === 'broken') return { refused: 'the signature is not of its batch' };
  const isKept = kept !== undefined && String(kept.number) === head.number;
  return {
    number,
    contents: leaves.map(({ content }) => content),
    signature,
    keptHead: !kept ? 'none' : String(kept.number) === number ? 'batch' : 'other',
    uncheckedHead:
      head.number === number || isKept
        ? undefined
        : { number: BigInt(head.number), hash: head.hash },
  };
}

function signatureOf(
  { hash: of, signature }: RecordProof['batch'],
  { isSigned, keyring }: { readonly isSigned: boolean; readonly keyring: Keyring | undefined },
): 'good' | 'unchecked' | 'unknown_key' | 'none' | 'broken' {
  if (isSigned !== (signature !== null)) return 'broken';
  if (signature === null) return 'none';
  if (!keyring) return 'unchecked';
  const verified = keyring.verify('record', bytes(of), bytes(signature));
  if (verified === undefined) return 'unknown_key';
  return verified ? 'good' : 'broken';
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
