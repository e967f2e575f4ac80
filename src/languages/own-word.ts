import { commandNames, type CommandName } from '../kernel/vocabulary/intent.ts';
import type { InstitutionWords } from '../reading/reading.ts';
import { createGrammars } from '../reading/grammar.ts';
import { plain } from '../reading/normalize.ts';
import { lexicon } from './reading.ts';

const grammarOf = createGrammars(lexicon);

/** The command that a name or any of its words means: `balance`, `bal`, `#saldo`. */
export function commandOf(name: string, own: InstitutionWords): CommandName | undefined {
  const word = bare(name);
  return commandNames.find((command) => command === word) ?? grammarOf(own).words.get(word)?.intent;
}

/**
 * Why an institution can't add this word to a command; `undefined`: it can. Reading would pass over a word that carriers own, and one
 * that means another command would take it from there.
 */
export function wordProblem(
  word: string,
  intent: CommandName,
  own: InstitutionWords,
): string | undefined {
  const name = bare(word);
  if (!/^[\p{L}\p{N}'-]{1,20}$/u.test(name))
    return `‘${word}’ is not one word of 1 to 20 letters, digits, dashes or apostrophes`;
  if (/^\p{N}+$/u.test(name))
    return `‘${word}’ is a figure, which is a choice, an amount or an account`;
  const meant = grammarOf(own).words.get(name)?.intent;
  if (meant === intent) return `‘${name}’ already starts ${intent}`;
  if (meant !== undefined || lexicon.commands.carriers.has(name))
    return `‘${name}’ already starts ${meant ?? 'what carriers ask for'}`;
  if (lexicon.arguments.kindOf.has(name) || lexicon.arguments.units.has(name))
    return `‘${name}’ names a kind of account or of money`;
  return undefined;
}

/** The word as settings keep it: lower case, without accents and without `#`. */
export function bare(word: string): string {
  return plain(word).trim().replace(/^#/, '');
}
