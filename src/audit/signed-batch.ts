import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { chainColumns, type ChainRow, hashOf, hexOf } from './chain-row.ts';
import { splitLeaves } from './leaf.ts';
import { rootOf } from './merkle.ts';

/** The rows of the chain of these batches. */
export async function chainRowsOf(
  q: Queries,
  institutionId: number,
  batchIds: readonly string[],
): Promise<ChainRow[]> {
  if (batchIds.length === 0) return [];
  return q.query<ChainRow>(
    `select ${chainColumns()} from chain where institution_id = $1 and batch_id = any($2::uuid[])`,
    [institutionId, batchIds],
  );
}

/**
 * Says what a row's signature is worth. `valid`: somebody with the key wrote the row as it is; its hash is of its content, its signature
 * of its hash, and its root of its leaves. `unknown_key`: all of that but the signature, whose key this process lacks, so it can't tell.
 * Whether the row stands in its place in the chain is not looked at.
 */
export function signatureOf(row: ChainRow, keyring: Keyring): 'valid' | 'invalid' | 'unknown_key' {
  if (row.signature === null || !isWhole(row)) return 'invalid';
  const verified = keyring.verify('record', row.hash, row.signature);
  if (verified === undefined) return 'unknown_key';
  return verified ? 'valid' : 'invalid';
}

/** Whether a row agrees with itself, which needs no key. */
function isWhole(row: ChainRow): boolean {
  if (hexOf(hashOf(row)) !== hexOf(row.hash)) return false;
  if (row.format === 1) return true;
  return (
    row.format === 2 &&
    row.leaves !== null &&
    hexOf(rootOf(splitLeaves(row.leaves))) === hexOf(row.root)
  );
}

/** One row of an institution's chain. */
export async function chainRowNumbered(
  q: Queries,
  institutionId: number,
  number: bigint,
): Promise<ChainRow | undefined> {
  const [row] = await q.query<ChainRow>(
    `select ${chainColumns()} from chain where institution_id = $1 and number = $2`,
    [institutionId, number],
  );
  return row;
}
