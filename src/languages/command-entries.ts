import { commandNames, type CommandName } from '../kernel/vocabulary/intent.ts';
import type { Words } from '../reading/lexicon/tables.ts';
import type { CommandTexts } from '../wording/command-texts.ts';

/** All that one language reads and says of each command, in one place. */
export type CommandEntries = {
  readonly [C in CommandName]: ReadBy & (C extends keyof CommandTexts ? CommandTexts[C] : unknown);
};

interface ReadBy {
  /** The words that begin it. Absent: the language has none of its own. */
  readonly begins?: Words;
  /** What to send where a text nearly meant it. Never what moves money by being sent as it is, nor what voids or confirms. */
  readonly suggestion?: string;
}

/** What the entries have in one field, by command. */
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
