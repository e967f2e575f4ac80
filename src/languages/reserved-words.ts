import { commandWords, kindWords, unitWords } from '../reading/words.ts';

/** Every word that begins a command, in any language, in lower case. */
export const wordsOfCommands: ReadonlySet<string> = new Set(
  Object.values(commandWords).flatMap((lists) =>
    Object.values(lists).flatMap((words) => words.split(' ')),
  ),
);

/** What an account's name may not be, since a message means something else by it. */
export const wordsWithMeaning: ReadonlySet<string> = new Set([
  ...wordsOfCommands,
  ...unitWords,
  ...Object.keys(kindWords),
]);

/** The kind of account that a word means. */
export const kindOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(kindWords).filter(([, kind]) => kind !== 'all'),
);
