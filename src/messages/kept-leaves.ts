/**
 * Keeps the leaves of batches in memory, up to a number of leaves. Where a batch more would exceed it, the batches that were added first
 * go. So a caller that needs a batch for longer than this moment must hold its set.
 */
export class KeptLeaves {
  readonly #most: number;
  readonly #sets = new Map<string, ReadonlySet<string>>();
  /** Kept up to date: adding up all sets for each call would take longer than what they save. */
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): ReadonlySet<string> | undefined {
    return this.#sets.get(key);
  }

  has(key: string): boolean {
    return this.#sets.has(key);
  }

  /** Keeps a batch's leaves, unless they alone exceed the bound. */
  set(key: string, leaves: ReadonlySet<string>): void {
    this.#delete(key);
    if (weightOf(leaves) > this.#most) return;
    this.#sets.set(key, leaves);
    this.#count += weightOf(leaves);
    for (const first of this.#sets.keys()) {
      if (this.#count <= this.#most) return;
      this.#delete(first);
    }
  }

  #delete(key: string): void {
    const leaves = this.#sets.get(key);
    if (!leaves) return;
    this.#sets.delete(key);
    this.#count -= weightOf(leaves);
  }
}

/** A batch without leaves takes room too. */
const weightOf = (leaves: ReadonlySet<string>) => Math.max(leaves.size, 1);
