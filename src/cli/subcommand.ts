/** One subcommand of `tmm`. */
export interface Subcommand {
  readonly name: string;
  /** What `tmm help NAME` prints. */
  readonly help: string;
  /** @returns the exit status */
  run(words: readonly string[]): Promise<number>;
}
