/** The strings that a scanner looks for, and what a word has of them. */
export interface SoughtStrings {
  /** Adds a string to a list. */
  add(string: string, list: number): void;
  /** Adds a list of words that pass a test. */
  addTest(test: (word: string) => boolean, list: number): void;
  /** What one segment of a text has: a word with the space before it. */
  of(segment: string): Found;
  /** How strings go on after a space, of all that began. A number for `walk`; -1 for none. */
  tree(goesOn: readonly Tree[]): number;
  /** Marks in `found` the lists of the strings that go on from `at` in the text. */
  walk(tree: number, text: string, at: number, found: Int32Array): void;
}

/** What a segment has. */
export interface Found {
  /** The lists of strings within it, the space before it included, and of words that it is. */
  readonly lists: readonly number[];
  /** How those strings go on that its end begins. */
  readonly goesOn: readonly Tree[];
}

/** How strings go on, from the space after a word: a tree of characters. */
export interface Tree {
  readonly next: Map<number, Tree>;
  /** Of the strings that end here. */
  readonly lists: number[];
}

/** Strings without a space, except at their start, begin with one of these keys. */
const keyMax = 3;

interface Sought {
  readonly string: string;
  readonly lists: number[];
}

interface Test {
  readonly test: (word: string) => boolean;
  readonly list: number;
}

export function createSoughtStrings(): SoughtStrings {
  /** Strings within a word, by their first characters. */
  const within = new Map<string, Sought[]>();
  /** How other strings go on, by what they have before their first space that isn't at their start. */
  const beyond = new Map<string, Tree>();
  const tests: Test[] = [];
  let joined = new Map<Tree, number>();
  let nodes: number[] = [];
  return {
    add: (string, list) => {
      joined = new Map();
      nodes = [];
      const space = string.indexOf(' ', 1);
      if (space < 0) addWithin(within, string, list);
      else addBeyond(beyond, string, space, list);
    },
    addTest: (test, list) => {
      tests.push({ test, list });
    },
    of: (segment) => {
      const lists: number[] = [];
      const goesOn: Tree[] = [];
      for (let at = 0; at < segment.length; at += 1) {
        for (let length = 1; length <= keyMax && at + length <= segment.length; length += 1)
          for (const { string, lists: its } of within.get(segment.slice(at, at + length)) ?? [])
            if (segment.startsWith(string, at)) lists.push(...its);
        const tree = beyond.get(segment.slice(at));
        if (tree) goesOn.push(tree);
      }
      const word = segment.startsWith(' ') ? segment.slice(1) : segment;
      for (const { test, list } of tests) if (test(word)) lists.push(list);
      return { lists, goesOn };
    },
    tree: (goesOn) => {
      // The first one is the longest. What else a word ends with follows from it.
      const [longest] = goesOn;
      if (!longest) return -1;
      const known = joined.get(longest);
      if (known !== undefined) return known;
      const made = addNode(nodes, goesOn);
      joined.set(longest, made);
      return made;
    },
    walk: (tree, text, from, found) => {
      const { length } = text;
      let node = tree;
      for (let at = from; node >= 0; at += 1) {
        let place = node + 3;
        const pairs = place + 2 * (nodes[node + 1] ?? 0);
        for (; place < pairs; place += 2) {
          const one = nodes[place] ?? 0;
          found[one] = (found[one] ?? 0) | (nodes[place + 1] ?? 0);
        }
        if (at >= length) return;
        const code = text.charCodeAt(at);
        if (((nodes[node] ?? 0) & (1 << (code & 31))) === 0) return;
        const end = place + 2 * (nodes[node + 2] ?? 0);
        while (place < end && nodes[place] !== code) place += 2;
        node = place < end ? (nodes[place + 1] ?? -1) : -1;
      }
    },
  };
}

function addWithin(within: Map<string, Sought[]>, string: string, list: number): void {
  const key = string.slice(0, keyMax);
  const group = within.get(key) ?? [];
  within.set(key, group);
  const known = group.find((sought) => sought.string === string);
  if (known) known.lists.push(list);
  else group.push({ string, lists: [list] });
}

function addBeyond(beyond: Map<string, Tree>, string: string, space: number, list: number): void {
  const head = string.slice(0, space);
  let tree = beyond.get(head) ?? emptyTree();
  beyond.set(head, tree);
  for (let at = space; at < string.length; at += 1) {
    const code = string.charCodeAt(at);
    const next = tree.next.get(code) ?? emptyTree();
    tree.next.set(code, next);
    tree = next;
  }
  tree.lists.push(list);
}

function emptyTree(): Tree {
  return { next: new Map(), lists: [] };
}

/**
 * Writes several trees as one: for each node the letters that go on as bits, the number of pairs of place and bits of its lists, the
 * number of pairs of character and node that go on, then both.
 */
function addNode(nodes: number[], trees: readonly Tree[]): number {
  const node = nodes.length;
  const pairs = pairsOf(trees.flatMap(({ lists }) => lists));
  const codes = [...new Set(trees.flatMap(({ next }) => [...next.keys()]))];
  const letters = codes.reduce((bits, code) => bits | (1 << (code & 31)), 0);
  nodes.push(letters, pairs.length / 2, codes.length, ...pairs);
  const first = nodes.length;
  for (const code of codes) nodes.push(code, -1);
  codes.forEach((code, index) => {
    const inner = trees.flatMap(({ next }) => next.get(code) ?? []);
    nodes[first + 2 * index + 1] = addNode(nodes, inner);
  });
  return node;
}

/** Lists as pairs: the place of 32 of them, and a bit for each. */
export function pairsOf(lists: readonly number[]): readonly number[] {
  const bits = new Map<number, number>();
  for (const list of lists) bits.set(list >>> 5, (bits.get(list >>> 5) ?? 0) | (1 << (list & 31)));
  return [...bits].flat();
}
