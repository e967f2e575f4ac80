import type { PartName } from './chain-row.ts';

/** What was deleted of the record's rows on purpose, and what is missing of them. */
export interface Pruned {
  /** Whether rows that a batch wrote in a part may be gone. */
  has(part: PartName, number: bigint): boolean;
  /** Counts rows that are gone. */
  note(part: PartName, missing: number): void;
  /** What is wrong once all batches were looked at: more gone than was pruned, or less. */
  problems(): { readonly where: string; readonly what: string }[];
}
