import type { Care } from '../../kernel/vocabulary/care.ts';
import type { Intent } from '../../kernel/vocabulary/intent.ts';
import type { ConsoleTrainingTexts } from '../../languages/console-texts.ts';

/** A sample text to try, and how the service reads it. Each language has its words. */
export interface Exercise {
  readonly text: keyof ConsoleTrainingTexts & `exercise_${string}`;
  readonly intent: Intent;
  /** What it needs though it is no command. */
  readonly care?: Care;
}

/** The exercises, from plain to tricky. A test reads each in each language. */
export const exercises: readonly Exercise[] = [
  { text: 'exercise_balance', intent: 'balance' },
  { text: 'exercise_history', intent: 'history' },
  { text: 'exercise_transfer', intent: 'transfer' },
  { text: 'exercise_holds', intent: 'holds' },
  { text: 'exercise_hours', intent: 'contact' },
  { text: 'exercise_person', intent: 'agent' },
  { text: 'exercise_dispute', intent: 'dispute' },
  { text: 'exercise_card', intent: 'unknown', care: 'emergency' },
  { text: 'exercise_check', intent: 'agent' },
  { text: 'exercise_lock', intent: 'lock' },
  { text: 'exercise_stop', intent: 'stop' },
  { text: 'exercise_unknown', intent: 'unknown' },
];

/** A reading in a word or two, as staff read it: `balance`, `unknown: emergency`. */
export function readingName(reading: {
  readonly intent: string;
  readonly care?: string | undefined;
}): string {
  return reading.care === undefined ? reading.intent : `${reading.intent}: ${reading.care}`;
}
