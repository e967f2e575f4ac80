import type { Language } from '../kernel/vocabulary/language.ts';
import type { InstitutionWords } from './reading.ts';
import { plain } from './normalize.ts';
import { commandWords, type WordIntent } from './words.ts';

/** The words of one institution, made ready for reading. */
export interface Grammar {
  /** What a word begins; the language that it speaks, where it is one's own. */
  readonly words: ReadonlyMap<string, WordEntry>;
}

export interface WordEntry {
  readonly intent: WordIntent;
  readonly language?: Language;
}

const made = new WeakMap<object, Grammar>();
const standard: InstitutionWords = {};

/** The grammar of an institution's words, made once for each. */
export function grammarOf(words: InstitutionWords = standard): Grammar {
  const known = made.get(words);
  if (known) return known;
  const grammar = compile(words);
  made.set(words, grammar);
  return grammar;
}

function compile({ add, remove }: InstitutionWords): Grammar {
  const words = new Map<string, WordEntry>();
  for (const [intent, byLanguage] of entries(commandWords)) {
    for (const [language, list] of Object.entries(byLanguage)) {
      for (const word of list.split(' ').filter(Boolean)) {
        words.set(word, isLanguage(language) ? { intent, language } : { intent });
      }
    }
  }
  for (const word of remove ?? []) {
    const name = nameOf(word);
    if (!isCarriers(name, words)) words.delete(name);
  }
  for (const [intent, list] of Object.entries(add ?? {})) {
    if (!isWordIntent(intent)) continue;
    for (const word of list ?? []) {
      const name = nameOf(word);
      if (/^[\p{L}\p{N}'-]{1,20}$/u.test(name) && !isCarriers(name, words))
        words.set(name, { intent });
    }
  }
  return { words };
}

function nameOf(word: string): string {
  return plain(word).trim().replace(/^#/, '');
}

/** What carriers act on, or must be answered, by their rules: it can't be taken away nor mean anything else. */
function isCarriers(name: string, words: ReadonlyMap<string, WordEntry>): boolean {
  const intent = words.get(name)?.intent;
  return intent === 'stop' || intent === 'start' || name === 'help' || name === 'info';
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record are its keys
  return Object.entries(record) as [Key, Value][];
}

function isLanguage(name: string): name is Language {
  return name === 'en' || name === 'fr' || name === 'es';
}

function isWordIntent(name: string): name is WordIntent {
  return name in commandWords;
}
