/**
 * Strips a literal of a source file to its text: without quotes, escapes, interpolations and
 * regular expression syntax.
 */
export interface Literal {
  readonly text: string;
  readonly isPattern: boolean;
}

const token =
  /(?<comment>\/\*[^]*?\*\/|\/\/[^\n]*)|(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[^]|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|[^`\\])*`)|(?<pattern>(?<=(?:[(,=[:?&|!]|return|\()\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*)/g;

/** Lists the literals of a TypeScript source, except import paths and assertion messages. */
export function literalsOf(source: string): Literal[] {
  const code = source
    .replaceAll(/\bfrom\s+'[^']+'|\bimport\(\s*'[^']+'/g, '')
    .replaceAll(/(?<=\b(?:assert|present)\([^;]*,\s*)'[^']*'/g, '');
  return [...code.matchAll(token)].flatMap(({ groups = {} }): Literal[] => {
    const { string, pattern } = groups;
    if (pattern !== undefined) return [{ text: unmarked(pattern), isPattern: true }];
    return string === undefined ? [] : [{ text: unmarked(string.slice(1, -1)), isPattern: false }];
  });
}

/** Strips comments and literals from a source, which leaves its names. */
export function namesOf(source: string): ReadonlySet<string> {
  const bare = source.replaceAll(token, ' ');
  return new Set(bare.match(/[A-Za-z]+/g) ?? []);
}

function unmarked(text: string): string {
  return text
    .replaceAll(/\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}/g, ' ')
    .replaceAll(/\\p\{[^}]*\}|\\u\{?[0-9a-fA-F]+\}?|\\./gi, ' ');
}
