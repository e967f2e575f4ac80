import type { Queries } from '../database/database.ts';

/** One part of what batches write (the books, the messages), as `verify` reads it again. */
export interface RecordPart {
  readonly name: 'books' | 'messages';
  /** Digests of what is stored now for these batches; a batch that has nothing of this part is left out. */
  digests(
    q: Queries,
    institutionId: number,
    batchIds: readonly string[],
  ): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Rows that name a batch which the chain does not have, a few of them, each in words. */
  strays(q: Queries, institutionId: number): Promise<readonly string[]>;
}
