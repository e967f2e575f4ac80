import { wordsOf } from '../reading/lexicon/tables.ts';
import { lexicon } from './reading.ts';

/** Every word that begins a command, in any language, in lower case. */
export const wordsOfCommands: ReadonlySet<string> = new Set(
  lexicon.begins.flatMap(({ words }) => Object.values(words).flatMap(wordsOf)),
);

/** What an account's name may not be, since a message means something else by it. */
export const wordsWithMeaning: ReadonlySet<string> = new Set([
  ...wordsOfCommands,
  ...lexicon.arguments.units,
  ...lexicon.arguments.kindOf.keys(),
]);

/** The kind of account that a word means. */
export const kindOfWord: ReadonlyMap<string, string> = new Map(
  [...lexicon.arguments.kindOf].filter(([, kind]) => kind !== 'all'),
);
