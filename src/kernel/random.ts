import { hash, randomFillSync } from 'node:crypto';
import { assert } from './assert.ts';

/** The source of randomness. */
export interface Random {
  /** `length` bytes, each equally likely. */
  bytes(length: number): Uint8Array;
  /** Returns a uniform whole number from 0 to `limit - 1`. `limit` is 1 to 2^32. */
  below(limit: number): number;
}

/**
 * The operating system's randomness, the only kind fit for codes and keys. It reads a page at a
 * time and uses each byte once.
 */
export const systemRandom: Random = fromBytes(fromPages(4_096));

function fromPages(pageBytes: number): (length: number) => Uint8Array {
  const page = new Uint8Array(pageBytes);
  let used = pageBytes;
  return (length) => {
    if (length > pageBytes) return randomFillSync(new Uint8Array(length));
    if (used + length > pageBytes) {
      randomFillSync(page);
      used = 0;
    }
    const taken = page.slice(used, used + length);
    page.fill(0, used, used + length);
    used += length;
    return taken;
  };
}

/**
 * Makes the same numbers for the same seed: for tests, demonstrations and the simulation, never for
 * secrets.
 */
export function seededRandom(seed: string | number): Random {
  let counter = 0;
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  const take = (length: number): Uint8Array => {
    const taken = new Uint8Array(length);
    for (let filled = 0; filled < length; filled += 1) {
      if (used === pool.length) {
        pool = hash('sha512', `${seed}:${counter}`, 'buffer');
        counter += 1;
        used = 0;
      }
      taken[filled] = pool[used] ?? 0;
      used += 1;
    }
    return taken;
  };
  return fromBytes(take);
}

function fromBytes(bytes: (length: number) => Uint8Array): Random {
  const below = (limit: number): number => {
    assert(Number.isInteger(limit) && limit >= 1 && limit <= 2 ** 32, 'limit is 1 to 2^32');
    const ceiling = Math.floor(2 ** 32 / limit) * limit;
    for (;;) {
      const [a = 0, b = 0, c = 0, d = 0] = bytes(4);
      const value = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
      // Values above the last whole multiple would favor small numbers.
      if (value < ceiling) return value % limit;
    }
  };
  return { bytes, below };
}
