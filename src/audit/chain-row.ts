import { createHash } from 'node:crypto';

/** The content that the hash of a batch covers. */
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
  /** Whether the row has a signature. Removing a signature breaks the chain. */
  readonly isSigned: boolean;
  readonly writtenAt: Temporal.Instant;
}

export interface ChainRow extends ChainContent {
  readonly hash: Uint8Array;
  readonly signature: Uint8Array | null;
}

/** The hash before the first row. */
export const genesis = new Uint8Array(32);

/** Hashes a batch's row with SHA-256. It uses no key, so anyone can check the chain. */
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

/** Returns hexadecimal digits, or `null` if there are no bytes. */
export function hexOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('hex');
}
