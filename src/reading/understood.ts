import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reading, Understood } from './reading.ts';

/** A reading, the language of its words, and whether to ask first. */
export function understood(reading: Reading, language?: Language, confirm = false): Understood {
  return { reading, confirm, ...(language ? { language } : {}) };
}

/** A text that no rule understands. */
export function unknown(suggestion?: string): Understood {
  return understood({ intent: 'unknown', ...(suggestion === undefined ? {} : { suggestion }) });
}
