import { commandNames, type CommandName } from '../kernel/vocabulary/intent.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { InstitutionWords } from './reading.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { wordsOf } from './lexicon/tables.ts';
import { plain } from './normalize.ts';

/** One institution's words, prepared for reading. */
export interface Grammar {
  /** What each word starts, and its language if it belongs to one. */
  readonly words: ReadonlyMap<string, WordEntry>;
  /** All other words for reading texts. */
  readonly lexicon: Lexicon;
}

export interface WordEntry {
  readonly intent: CommandName;
  readonly language?: Language;
}

const standard: InstitutionWords = {};

/** Returns the grammar of an institution's words, built once for each. */
export function createGrammars(lexicon: Lexicon): (words?: InstitutionWords) => Grammar {
  const made = new WeakMap<object, Grammar>();
  // Each call may bring the words in an object of its own.
  const byContent = remembered(
    (json): Grammar => ({ words: compile(wordsIn(json), lexicon), lexicon }),
    grammarsMax,
  );
  return (words = standard) => {
    const known = made.get(words);
    if (known) return known;
    const grammar = byContent(JSON.stringify([words.add ?? {}, words.remove ?? []]));
    made.set(words, grammar);
    return grammar;
  };
}

/** The most grammars that are kept: one an institution. */
const grammarsMax = 1_000;

function wordsIn(json: string): InstitutionWords {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written right above
  const [add, remove] = JSON.parse(json) as [InstitutionWords['add'], InstitutionWords['remove']];
  return { add, remove };
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
  // Carriers require us to act on these or answer them, so an institution can't remove or reuse them.
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
