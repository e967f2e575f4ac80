/** What is too old to be kept for an institution. */
export interface Old {
  readonly institutionId: number;
  /** Everything older goes. */
  readonly before: Temporal.Instant;
}

/** The most rows that one statement deletes, so that none runs for long. */
export const atOnce = 5_000;

/**
 * Repeats a deletion of up to `atOnce` rows until it finds fewer.
 * @returns how many rows went in all
 */
export async function inBatches(deleteSome: () => Promise<number>): Promise<number> {
  let count = 0;
  for (;;) {
    const deleted = await deleteSome();
    count += deleted;
    if (deleted < atOnce) return count;
  }
}
