import type { World } from '../../kernel/world.ts';

/**
 * Limits the requests of one visitor in a short time. The database limits guesses of secrets
 * separately.
 */
export interface Pace {
  /** @returns when to try again, if there were too many */
  take(visitor: string, what: 'read' | 'write'): Temporal.Instant | undefined;
}

/** This many at once, and this many more each second. */
const allowed = { read: { burst: 240, perSecond: 8 }, write: { burst: 60, perSecond: 1 } } as const;

/** We remember no more visitors than this, and forget the oldest first. */
const visitorsMax = 20_000;

/** Counts in this process alone, since it limits load and not guesses. */
export function createPace(clock: World['clock']): Pace {
  const left = new Map<string, { tokens: number; at: number }>();
  return {
    take: (visitor, what) => {
      const { burst, perSecond } = allowed[what];
      const key = `${what} ${visitor}`;
      const now = clock.now();
      const before = left.get(key) ?? { tokens: burst, at: now.epochMilliseconds };
      const gained = ((now.epochMilliseconds - before.at) / 1000) * perSecond;
      const tokens = Math.min(burst, before.tokens + Math.max(0, gained));
      left.delete(key);
      left.set(key, { tokens: Math.max(0, tokens - 1), at: now.epochMilliseconds });
      if (left.size > visitorsMax) {
        const [oldest] = left.keys();
        if (oldest !== undefined) left.delete(oldest);
      }
      if (tokens >= 1) return undefined;
      return now.add({ seconds: Math.max(1, Math.ceil((1 - tokens) / perSecond)) });
    },
  };
}
