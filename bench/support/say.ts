/** Prints progress to stderr, since stdout holds only the line of JSON. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
