/** Looks that never overlap. */
export interface Looks {
  /** Looks at once. Asked for during a look, it looks once more after it: what came may not be seen yet. */
  readonly wake: () => void;
  /** Resolves when no look is under way. */
  readonly idle: () => Promise<void>;
}

/**
 * Runs a look when woken, one at a time.
 * @param failed is given what a look threw
 */
export function createLooks(look: () => Promise<void>, failed: (error: unknown) => void): Looks {
  let isLooking = false;
  let isAskedAgain = false;
  let last = Promise.resolve();
  const lookAll = async () => {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await look();
      }
    } catch (error) {
      failed(error);
    } finally {
      isLooking = false;
    }
  };
  return {
    wake: () => {
      isAskedAgain = true;
      if (isLooking) return;
      isLooking = true;
      last = lookAll();
    },
    idle: async () => last,
  };
}
