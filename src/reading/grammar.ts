import { commandNames, type CommandName } from '../kernel/vocabulary/intent.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { InstitutionWords } from './reading.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { wordsOf } from './lexicon/tables.ts';
import { plain } from './normalize.ts';

/** The words of one institution, made ready for reading. */
export interface Grammar {
  /** What a word begins; the language that it speaks, where it is one's own. */
  readonly words: ReadonlyMap<string, WordEntry>;
  /** All other words by which texts are read. */
  readonly lexicon: Lexicon;
}

export interface WordEntry {
  readonly intent: CommandName;
  readonly language?: Language;
}

const standard: InstitutionWords = {};

/** Gives the grammar of an institution's words, made once for each. */
export function createGrammars(lexicon: Lexicon): (words?: InstitutionWords) => Grammar {
  const made = new WeakMap<object, Grammar>();
  return (words = standard) => {
    const known = made.get(words);
    if (known) return known;
    const grammar = { words: compile(words, lexicon), lexicon };
    made.set(words, grammar);
    return grammar;
  };
}

function compile(
  { add, remove }: InstitutionWords,
  { begins, commands: { carriers } }: Lexicon,
): ReadonlyMap<string, WordEntry> {
  const words = new Map<string, WordEntry>();
  for (const intent of commandNames) {
    for (const { language, words: lists } of begins) {
      for (const word of wordsOf(lists[intent] ?? ''))
        words.set(word, language ? { intent, language } : { intent });
    }
  }
  // What carriers act on, or must be answered, by their rules: it can't be taken away nor mean anything else.
  const isCarriers = (name: string) => {
    const intent = words.get(name)?.intent;
    return intent === 'stop' || intent === 'start' || carriers.has(name);
  };
  for (const word of remove ?? []) {
    const name = nameOf(word);
    if (!isCarriers(name)) words.delete(name);
  }
  for (const intent of commandNames) {
    for (const word of add?.[intent] ?? []) {
      const name = nameOf(word);
      if (/^[\p{L}\p{N}'-]{1,20}$/u.test(name) && !isCarriers(name)) words.set(name, { intent });
    }
  }
  return words;
}

function nameOf(word: string): string {
  return plain(word).trim().replace(/^#/, '');
}
