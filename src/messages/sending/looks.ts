/** Runs looks one at a time. */
export interface Looks {
  /** Looks at once. If called during a look, looks once more after it, because the running look may have missed the new work. */
  readonly wake: () => void;
  /** Resolves when no look is running. */
  readonly idle: () => Promise<void>;
}

/**
 * Creates looks that run when woken, one at a time.
 * @param failed called with the error of a failed look
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
