/** Progress, for whoever waits: stderr, so that stdout holds the one line of JSON. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
