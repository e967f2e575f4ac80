import { createHash } from 'node:crypto';

/** What the hash of a batch covers. */
export interface ChainContent {
  readonly institutionId: number;
  /** 1, 2, 3… for each institution. */
  readonly number: bigint;
  readonly batchId: string;
  readonly booksDigest: Uint8Array | null;
  readonly messagesDigest: Uint8Array | null;
  readonly booksCount: number | null;
  readonly messagesCount: number | null;
  readonly previousHash: Uint8Array;
  /** Whether the row has a signature: removing one breaks the chain. */
  readonly isSigned: boolean;
  readonly writtenAt: Temporal.Instant;
}

export interface ChainRow extends ChainContent {
  readonly hash: Uint8Array;
  readonly signature: Uint8Array | null;
}

/** What stands before the first row. */
export const genesis = new Uint8Array(32);

/** SHA-256 of a batch's row: with no key, so that anyone can follow the chain. */
export function hashOf(content: ChainContent): Uint8Array {
  const fields = [
    'tweet-my-money chain 1',
    content.institutionId,
    content.number.toString(),
    content.batchId,
    hexOf(content.booksDigest),
    hexOf(content.messagesDigest),
    content.booksCount,
    content.messagesCount,
    hexOf(content.previousHash),
    content.isSigned,
    content.writtenAt.toString(),
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest();
}

/** Hexadecimal, or `null` for what is absent. */
export function hexOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('hex');
}
