import type { Vocabulary } from '../support/vocabularies.ts';

/** Below this share of a long union, a list counts as a rule of its own. */
const longUnion = 8;
const muchOfIt = 1 / 3;

/**
 * Finds places that spell a vocabulary out again: a list or a union type of string literals that
 * all belong to it.
 *
 * - All of its members, in any form, are always a second home.
 * - A part may appear if its type names the vocabulary's (`ReadonlySet<Care>`, `Extract<Intent,
 * …>`): the compiler
 * checks each member there. A few members of a long union, or of a named part, are rules of their
 * own.
 *
 * Cases of a switch, single comparisons and objects keyed by members are no lists.
 */
export function spelledAgain(
  source: string,
  vocabularies: readonly Vocabulary[],
): readonly string[] {
  return listsIn(withoutComments(source)).flatMap(({ literals, statement }) => {
    const own = [...new Set(literals)];
    const found = vocabularies.filter(({ members, types }) => {
      if (own.length < 2 || !own.every((one) => members.includes(one))) return false;
      if (own.length === members.length) return true;
      if (types.some((type) => new RegExp(`\\b${type}\\b`).test(statement))) return false;
      if (members.length > longUnion && own.length < members.length * muchOfIt) return false;
      return !isPart(members, vocabularies);
    });
    return found.length > 0 ? [`${found.map(({ name }) => name).join()}: ${own.join(' ')}`] : [];
  });
}

function isPart(members: readonly string[], vocabularies: readonly Vocabulary[]): boolean {
  return vocabularies.some(
    (other) =>
      other.members.length > members.length &&
      members.every((member) => other.members.includes(member)),
  );
}

interface List {
  readonly literals: readonly string[];
  /** Finds the surrounding statement, which contains the type if there is one. */
  readonly statement: string;
}

const literal = `(?:'[^'\\n]*'|"[^"\\n]*")`;
const arrays = new RegExp(`\\[\\s*(${literal}(?:\\s*,\\s*${literal})+)\\s*,?\\s*\\]`, 'g');
const unions = new RegExp(`(${literal}(?:\\s*\\|\\s*${literal})+)`, 'g');

function listsIn(code: string): readonly List[] {
  return [arrays, unions].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(({ 0: whole, 1: items = '', index }) => ({
      literals: [...items.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? ''),
      statement: statementAround(code, index, index + whole.length),
    })),
  );
}

/** From the end of the previous statement or member to the end of this one. */
function statementAround(code: string, begin: number, end: number): string {
  const before = code.slice(0, begin);
  const start = Math.max(
    before.lastIndexOf(';'),
    before.lastIndexOf('{'),
    before.lastIndexOf('\n\n'),
  );
  const after = code.slice(end).search(/;|\n\n|\{/);
  return code.slice(start + 1, after < 0 ? code.length : end + after);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}
