import { wordsOf } from '../reading/lexicon/tables.ts';
import { lexicon } from './reading.ts';

/** Every word that starts a command, in any language, in lower case. */
export const wordsOfCommands: ReadonlySet<string> = new Set(
  lexicon.begins.flatMap(({ words }) => Object.values(words).flatMap(wordsOf)),
);

/** Words that can't be an account's name, because they mean something else in a message. */
export const wordsWithMeaning: ReadonlySet<string> = new Set([
  ...wordsOfCommands,
  ...lexicon.arguments.units,
  ...lexicon.arguments.kindOf.keys(),
]);

/** The kind of account that each word means. */
export const kindOfWord: ReadonlyMap<string, string> = new Map(
  [...lexicon.arguments.kindOf].filter(([, kind]) => kind !== 'all'),
);
