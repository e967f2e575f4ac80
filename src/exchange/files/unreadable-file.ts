/** A file that can't be read as a whole: a wrong header or quote, or not the format that its name says. */
export class UnreadableFile extends Error {
  readonly line: number;
  constructor(reason: string, line = 1) {
    super(reason);
    this.name = 'UnreadableFile';
    this.line = line;
  }
}
