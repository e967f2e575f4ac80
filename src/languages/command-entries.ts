import { commandNames, type CommandName } from '../kernel/vocabulary/intent.ts';
import type { Words } from '../reading/lexicon/tables.ts';
import type { CommandTexts } from '../wording/command-texts.ts';

/** Everything that one language reads and says about each command, in one place. */
export type CommandEntries = {
  readonly [C in CommandName]: ReadBy & (C extends keyof CommandTexts ? CommandTexts[C] : unknown);
};

interface ReadBy {
  /** The words that start it. Absent: the language has none of its own. */
  readonly begins?: Words;
  /** The suggestion for a text that nearly meant it. Sending it as it is must never move money, void or confirm anything. */
  readonly suggestion?: string;
}

/** One field of all entries, by command. */
export function fieldOf(
  entries: CommandEntries,
  field: keyof ReadBy,
): Readonly<Partial<Record<CommandName, string>>> {
  return Object.fromEntries(
    commandNames.flatMap((name) => {
      const text = entries[name][field];
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
