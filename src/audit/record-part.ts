import type { Queries } from '../database/database.ts';

/**
 * One part of the data that batches write (the books, the messages). `verify` reads it back through
 * this.
 */
export interface RecordPart {
  readonly name: 'books' | 'messages';
  /**
   * Computes digests of the rows now stored for these batches. It leaves out batches without rows
   * in this part.
   */
  digests(
    q: Queries,
    institutionId: number,
    batchIds: readonly string[],
  ): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Describes some of the rows that name a batch missing from the chain. */
  strays(q: Queries, institutionId: number): Promise<readonly string[]>;
}
