import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** Gives identifiers: UUIDv7, so that they sort by the time they were made. */
export interface Ids {
  next(): string;
}

const hex = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/**
 * UUIDv7 (RFC 9562) from the given clock and chance. Within one process each is greater than the one before, also
 * within a millisecond and when the clock steps back (method 1: a counter of 12 bits that spills into the time).
 */
export function createIds(clock: Clock, random: Random): Ids {
  let lastMilliseconds = 0;
  let counter = 0;
  let tails: Uint8Array = new Uint8Array(0);
  return {
    next: () => {
      const now = clock.now().epochMilliseconds;
      if (now > lastMilliseconds) {
        lastMilliseconds = now;
        counter = 0;
      } else if (counter === 0xfff) {
        lastMilliseconds += 1;
        counter = 0;
      } else {
        counter += 1;
      }
      if (tails.length < 8) tails = random.bytes(512);
      const tail = tails.subarray(0, 8);
      tails = tails.subarray(8);
      const time = lastMilliseconds.toString(16).padStart(12, '0');
      const sequence = counter.toString(16).padStart(3, '0');
      let end = '';
      for (const [index, byte] of tail.entries()) {
        end += hex[index === 0 ? (byte & 0x3f) | 0x80 : byte] ?? '';
      }
      return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${end.slice(0, 4)}-${end.slice(4)}`;
    },
  };
}
