import type { Queries } from '../database/database.ts';
import { hexOf } from './chain-row.ts';

/**
 * The newest row of a chain. Keep a copy where nobody with write access to the database can change
 * it.
 */
export interface ChainHead {
  readonly number: bigint;
  /** Hexadecimal. */
  readonly hash: string;
}

/** Reads the current head of an institution's chain; `undefined` before its first batch. */
export async function chainHead(q: Queries, institutionId: number): Promise<ChainHead | undefined> {
  const [head] = await q.query<{ number: bigint; hash: Uint8Array }>(
    'select number, hash from chain_heads where institution_id = $1 and number > 0',
    [institutionId],
  );
  return head && { number: head.number, hash: hexOf(head.hash) ?? '' };
}

/** Formats a head as one line of text: `48213:9f86d0…`. */
export function formatHead({ number, hash }: ChainHead): string {
  return `${number}:${hash}`;
}

/** Parses the output of `formatHead`; `undefined` if it is something else. */
export function parseHead(text: string): ChainHead | undefined {
  const match = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim());
  return match ? { number: BigInt(match[1] ?? ''), hash: match[2] ?? '' } : undefined;
}
