import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** What a person or a script types, line by line. None is lost that came before its question. */
export interface TypedLines extends Disposable {
  /** Shows a prompt and takes the next line. @returns `undefined` if no more lines come */
  next(prompt: string, shows: 'shown' | 'hidden'): Promise<string | undefined>;
}

/** Reads standard input, at a terminal or from a pipe, from the first question on. */
export function openTypedLines(): TypedLines {
  const input = process.stdin;
  const early: string[] = [];
  let isHidden = false;
  let isOver = false;
  let waiting: ((line: string | undefined) => void) | undefined;
  let lines: Interface | undefined;
  const take = (line: string | undefined) => {
    const taker = waiting;
    waiting = undefined;
    taker?.(line);
  };
  const open = () => {
    const opened = createInterface({
      input,
      output: new Writable({
        write: (piece: Buffer, _encoding, done) => {
          if (!isHidden) process.stdout.write(piece);
          done();
        },
      }),
      terminal: input.isTTY,
      prompt: '',
    });
    opened.on('line', (line) => {
      if (waiting) take(line);
      else early.push(line);
    });
    opened.on('close', () => {
      isOver = true;
      take(undefined);
    });
    // The terminal sends no signal while we read each key.
    opened.on('SIGINT', () => {
      opened.close();
      process.exit(130);
    });
    return opened;
  };
  return {
    next: async (prompt, shows) => {
      lines ??= open();
      if (early.length > 0 || isOver) {
        process.stdout.write(`${prompt}\n`);
        return early.shift();
      }
      // The prompt belongs to the line, which is drawn again at each key.
      lines.setPrompt(shows === 'shown' ? prompt : '');
      if (shows === 'hidden') process.stdout.write(prompt);
      isHidden = shows === 'hidden';
      lines.prompt();
      const line = await new Promise<string | undefined>((resolve) => {
        waiting = resolve;
      });
      isHidden = false;
      lines.setPrompt('');
      // Only a terminal has drawn the end of what was typed.
      if (shows === 'hidden' || !input.isTTY) process.stdout.write('\n');
      return line;
    },
    [Symbol.dispose]: () => lines?.close(),
  };
}
