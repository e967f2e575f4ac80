/** One subcommand of `tmm`. */
export interface Subcommand {
  readonly name: string;
  /** The text of `tmm help NAME`. */
  readonly help: string;
  /** @returns the exit status */
  run(words: readonly string[]): Promise<number>;
}
