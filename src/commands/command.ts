import type { Intent, ListedCommand } from '../kernel/vocabulary/intent.ts';
import type { Reading } from '../reading/reading.ts';
import type { Decision, Loaded, Needs, Situation } from './situation.ts';

/** One command: what it needs, what it decides, and its rules. Pure. */
export interface Command<R extends Reading = Reading> {
  /** What to load before it decides. Absent: nothing. */
  needs?(reading: R, situation: Situation): Needs;
  decide(reading: R, situation: Situation, loaded: Loaded): Decision;
  /**
   * Whether it works although the member is locked, or the address suspended or paused. Absent: no. Stopping, locking, reaching a
   * person and learning how to continue always work.
   */
  alwaysAllowed?(reading: R, situation: Situation): boolean;
  /** Another reading that the text means in this situation. It is decided instead. */
  standsFor?(reading: R, situation: Situation): Reading | undefined;
}

/** A command that appears in lists. */
export interface Listed<R extends Reading = Reading> extends Command<R> {
  /**
   * Examples of how to write it.
   * @param word the word that starts it
   */
  examples(word: string, suffixes: ExampleSuffixes): readonly string[];
}

/** Two accounts for examples. */
export interface ExampleSuffixes {
  readonly from: string;
  readonly to: string;
}

/** The readings of one intent. */
export type ReadingOf<I extends Intent> = OfIntent<I, Reading>;

type OfIntent<I extends Intent, R> = R extends { readonly intent: infer Some }
  ? I extends Some
    ? R & { readonly intent: I }
    : never
  : never;

/** Every intent with its command. Listed commands have examples. */
export type Registry = {
  readonly [I in Intent]: I extends ListedCommand ? Listed<ReadingOf<I>> : Command<ReadingOf<I>>;
};
