import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reading } from './reading.ts';

/** A reading of free wording. */
export interface FreeReading {
  readonly reading: Reading;
  /** Absent: the words belong to no one language. */
  readonly language?: Language;
  readonly confirm: boolean;
}
