import type { Queries } from '../database/database.ts';
import type { PartName } from './chain-row.ts';

/** One part of what batches write (the books, the messages), as `verify` reads it again. */
export interface RecordPart {
  readonly name: PartName;
  /**
   * Digests of what is stored now for these batches, as the first format has them; a batch that has nothing of this part is left out.
   * Absent: the part is younger than that format.
   */
  readonly digests?: (
    q: Queries,
    institutionId: number,
    batchIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** By batch, the contents of the leaves of what is stored now, each in the format that its batch names; in any order. */
  contents(
    q: Queries,
    institutionId: number,
    batches: readonly RecordedBatch[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Names the row behind the content of a leaf, as `account 0198… entry 7`. @param fields the content, parsed */
  nameOf(fields: readonly unknown[]): string;
  /** What was deleted of this part on purpose. Absent: nothing ever is. */
  readonly prunings?: (q: Queries, institutionId: number) => Promise<readonly Pruning[]>;
  /** Rows that are of no batch in the chain, a few of them, each in words. */
  strays(q: Queries, institutionId: number): Promise<readonly string[]>;
}

/** Rows that were deleted once their time was over. It is a row of its part itself, so that it can't be put in by just anyone. */
export interface Pruning {
  readonly batchId: string;
  /** Rows of batches up to this number of the chain may be gone. */
  readonly through: bigint;
  /** How many, of batches that have a leaf for each. */
  readonly rows: bigint;
  /** Of its leaf. */
  readonly content: string;
}

/** A batch of the second format or a later one. */
export interface RecordedBatch {
  readonly id: string;
  readonly number: bigint;
  /** In which format the leaves of this part were written. */
  readonly leafFormat: number;
}
