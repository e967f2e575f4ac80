import type { Intent, ListedCommand } from '../kernel/vocabulary/intent.ts';
import type { Reading } from '../reading/reading.ts';
import type { Decision, Loaded, Needs, Situation } from './situation.ts';

/** One command: what it needs, what it decides, and what holds for it. Pure. */
export interface Command<R extends Reading = Reading> {
  /** What is loaded before it decides. Absent: nothing. */
  needs?(reading: R, situation: Situation): Needs;
  decide(reading: R, situation: Situation, loaded: Loaded): Decision;
  /**
   * Whether it works although the member is locked, or the address suspended or paused. Absent: no. To stop, to lock, to reach
   * people and to learn how to go on always works.
   */
  alwaysAllowed?(reading: R, situation: Situation): boolean;
  /** Another reading that the text stands for in this situation, and which is decided in its place. */
  standsFor?(reading: R, situation: Situation): Reading | undefined;
}

/** A command that lists show. */
export interface Listed<R extends Reading = Reading> extends Command<R> {
  /**
   * How it is written.
   * @param word the word that begins it
   */
  examples(word: string, suffixes: ExampleSuffixes): readonly string[];
}

/** Two accounts for examples. */
export interface ExampleSuffixes {
  readonly from: string;
  readonly to: string;
}

/** The readings of an intent. */
export type ReadingOf<I extends Intent> = OfIntent<I, Reading>;

type OfIntent<I extends Intent, R> = R extends { readonly intent: infer Some }
  ? I extends Some
    ? R & { readonly intent: I }
    : never
  : never;

/** Every intent with its command; those that lists show have examples. */
export type Registry = {
  readonly [I in Intent]: I extends ListedCommand ? Listed<ReadingOf<I>> : Command<ReadingOf<I>>;
};
