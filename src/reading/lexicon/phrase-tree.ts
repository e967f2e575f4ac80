/**
 * Finds phrases that are written as patterns: words, `{class}` for any word of a class, `[…]` for what may be absent, `a|b` for
 * alternatives. All patterns share one tree, so that a text costs one walk at each word.
 */
export interface PhraseTree<Kind, Class extends string> {
  readonly words: Map<string, PhraseTree<Kind, Class>>;
  readonly classes: Map<Class, PhraseTree<Kind, Class>>;
  ends: Kind | undefined;
}

/** What a word is: the classes that it belongs to, each with its value. */
export type ClassesOf<Class extends string> = (
  word: string,
) => readonly (readonly [Class, number])[];

/** A phrase that was found. */
export interface PhraseFound<Kind, Class extends string> {
  readonly kind: Kind;
  /** The index after its last word. */
  readonly end: number;
  /** The classes of its words in order, with their values. */
  readonly values: readonly (readonly [Class, number])[];
}

export function phraseTree<Kind, Class extends string>(): PhraseTree<Kind, Class> {
  return { words: new Map(), classes: new Map(), ends: undefined };
}

/** Adds a pattern. If two are alike, the first one stays. */
export function addPhrase<Kind, Class extends string>(
  tree: PhraseTree<Kind, Class>,
  pattern: string,
  kind: Kind,
): void {
  for (const pieces of expanded(pattern.split(/\s+/).filter(Boolean))) {
    let node = tree;
    for (const piece of pieces) {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `classesOf` never gives another name, so it would match nothing
      node = name === undefined ? child(node.words, piece) : child(node.classes, name as Class);
    }
    node.ends ??= kind;
  }
}

function child<Key, Kind, Class extends string>(
  children: Map<Key, PhraseTree<Kind, Class>>,
  key: Key,
): PhraseTree<Kind, Class> {
  const known = children.get(key);
  if (known) return known;
  const made = phraseTree<Kind, Class>();
  children.set(key, made);
  return made;
}

/** Every way to write a pattern. */
function expanded([first, ...rest]: readonly string[]): string[][] {
  if (first === undefined) return [[]];
  const tails = expanded(rest);
  const optional = /^\[(.+)\]$/.exec(first)?.[1];
  const ways = (optional ?? first).split('|').map((word) => [word]);
  return [...ways, ...(optional === undefined ? [] : [[]])].flatMap((way) =>
    tails.map((tail) => [...way, ...tail]),
  );
}

const noClasses: readonly never[] = [];

/** The longest phrase that begins at this word. */
export function phraseAt<Kind, Class extends string>(
  tree: PhraseTree<Kind, Class>,
  wordAt: (index: number) => string | undefined,
  at: number,
  classesOf: ClassesOf<Class>,
): PhraseFound<Kind, Class> | undefined {
  const word = wordAt(at);
  let best: PhraseFound<Kind, Class> | undefined =
    tree.ends === undefined ? undefined : { kind: tree.ends, end: at, values: [] };
  if (word === undefined) return best;
  const next = tree.words.get(word);
  const classes = tree.classes.size === 0 ? noClasses : classesOf(word);
  // Most words begin nothing.
  if (!next && classes.length === 0) return best;
  const longer = (found: PhraseFound<Kind, Class> | undefined) => {
    if (found && (!best || found.end > best.end)) best = found;
  };
  if (next) longer(phraseAt(next, wordAt, at + 1, classesOf));
  for (const value of classes) {
    const inClass = tree.classes.get(value[0]);
    const found = inClass && phraseAt(inClass, wordAt, at + 1, classesOf);
    if (found) longer({ ...found, values: [value, ...found.values] });
  }
  return best;
}
