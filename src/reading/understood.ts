import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reading, Understood } from './reading.ts';

/** A reading, the language of its words, and whether to ask first. */
export function understood(reading: Reading, language?: Language, confirm = false): Understood {
  return language ? { reading, confirm, language } : { reading, confirm };
}

/** A text that no rule understands. */
export function unknown(suggestion?: string): Understood {
  return understood(
    suggestion === undefined ? { intent: 'unknown' } : { intent: 'unknown', suggestion },
  );
}
