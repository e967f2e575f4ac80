import type { Queries } from '../database/database.ts';
import { hexOf } from './chain-row.ts';

/** The newest row of a chain, to be kept where nobody who can write the database can write. */
export interface ChainHead {
  readonly number: bigint;
  /** Hexadecimal. */
  readonly hash: string;
}

/** The head of an institution's chain now; `undefined` before its first batch. */
export async function chainHead(q: Queries, institutionId: number): Promise<ChainHead | undefined> {
  const [head] = await q.query<{ number: bigint; hash: Uint8Array }>(
    'select number, hash from chain_heads where institution_id = $1 and number > 0',
    [institutionId],
  );
  return head && { number: head.number, hash: hexOf(head.hash) ?? '' };
}

/** As a line of text, `48213:9f86d0…`. */
export function formatHead({ number, hash }: ChainHead): string {
  return `${number}:${hash}`;
}

/** Reads what `formatHead` wrote; `undefined` where it is not that. */
export function parseHead(text: string): ChainHead | undefined {
  const match = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim());
  return match ? { number: BigInt(match[1] ?? ''), hash: match[2] ?? '' } : undefined;
}
