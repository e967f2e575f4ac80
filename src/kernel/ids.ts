import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** Makes identifiers: UUIDv7, which sort by creation time. */
export interface Ids {
  next(): string;
}

/** 64 random bits as hexadecimal digits. The upper two bits are the variant. */
const tailDigits = 16;

/**
 * Makes UUIDv7 (RFC 9562) from the given clock and random source. Within one process each is
 * greater than the last, even within a millisecond and when the clock steps back (method 1: a
 * 12-bit counter that overflows into the time).
 */
export function createIds(clock: Clock, random: Random): Ids {
  let lastMilliseconds = 0;
  let counter = 0;
  let tails = '';
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
      if (tails.length < tailDigits) tails = Buffer.from(random.bytes(512)).toString('hex');
      const tail = tails.slice(0, tailDigits);
      tails = tails.slice(tailDigits);
      const variant = ((Number.parseInt(tail.slice(0, 1), 16) & 0x3) | 0x8).toString(16);
      const time = lastMilliseconds.toString(16).padStart(12, '0');
      const sequence = counter.toString(16).padStart(3, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
    },
  };
}
