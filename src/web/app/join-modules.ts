import { assert } from '../../kernel/assert.ts';

/** One module: what names it, and its JavaScript. */
export interface ReadModule {
  readonly id: string;
  readonly text: string;
}

/** Reads the module that a specifier means. @param from the id of the importing module */
export type ReadImported = (specifier: string, from: string | undefined) => ReadModule;

/**
 * Joins a module and all that it imports into one script. Each module becomes a function that runs
 * once, in the order of the imports, so names of two modules can't collide.
 *
 * It reads the forms that our client and its libraries use: imports and exports by name, and
 * `export *`. Anything else is a bug here, and so are imports in a circle.
 */
export function joinModules(entry: string, read: ReadImported): string {
  const names = new Map<string, string>();
  const parts: string[] = [];
  const opened = new Set<string>();
  const add = (specifier: string, from?: string): string => {
    const { id, text } = read(specifier, from);
    const known = names.get(id);
    if (known !== undefined) return known;
    assert(!opened.has(id), `modules don't import in a circle: ${id}`);
    opened.add(id);
    const body = wrapped(text, (imported) => add(imported, id));
    const name = `m${names.size}`;
    names.set(id, name);
    parts.push(`const ${name} = (() => {\n${body}\n})();`);
    return name;
  };
  add(entry);
  return `(() => {\n'use strict';\n${parts.join('\n')}\n})();\n`;
}

/** Where a statement may begin. */
const start = String.raw`(?<=^|[;}\n])\s*`;
const named = String.raw`\{([^}]*)\}`;
const source = String.raw`\s*from\s*["']([^"']+)["'];?`;

const importNamed = new RegExp(`${start}import\\s*${named}${source}`, 'g');
const importOnly = new RegExp(String.raw`${start}import\s*["']([^"']+)["'];?`, 'g');
const exportFrom = new RegExp(`${start}export\\s*${named}${source}`, 'g');
const exportAll = new RegExp(`${start}export\\s*\\*${source}`, 'g');
const exportList = new RegExp(`${start}export\\s*${named};?`, 'g');
const exportDeclared = new RegExp(
  String.raw`${start}export\s+((?:async\s+)?function\*?|const|let|class)\s+(\w+)`,
  'g',
);
const left = new RegExp(String.raw`${start}(?:import\s*[\w{*"']|export\b)`);

/** Turns one module into a function's body that returns its exports. */
function wrapped(text: string, join: (specifier: string) => string): string {
  const exported: string[] = [];
  const body = text
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
    .replace(/\/\/# sourceMappingURL=\S+\s*$/, '')
    .replaceAll(importNamed, (_, list: string, from: string) => {
      const module = join(from);
      return `\nconst {${pairs(list)
        .map(([theirs, ours]) => `${theirs}: ${ours}`)
        .join(', ')}} = ${module};`;
    })
    .replaceAll(importOnly, (_, from: string) => {
      join(from);
      return '\n';
    })
    .replaceAll(exportFrom, (_, list: string, from: string) => {
      const module = join(from);
      exported.push(...pairs(list).map(([theirs, ours]) => `${ours}: ${module}.${theirs}`));
      return '\n';
    })
    .replaceAll(exportAll, (_, from: string) => {
      exported.push(`...${join(from)}`);
      return '\n';
    })
    .replaceAll(exportList, (_, list: string) => {
      exported.push(...pairs(list).map(([ours, theirs]) => `${theirs}: ${ours}`));
      return '\n';
    })
    .replaceAll(exportDeclared, (_, kind: string, name: string) => {
      exported.push(name);
      return `\n${kind} ${name}`;
    });
  assert(!left.test(body), 'every import and export has a form that is read here');
  return `${body}\nreturn { ${exported.join(', ')} };`;
}

/** Reads `a, b as c` as pairs. */
function pairs(list: string): (readonly [string, string])[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [before = '', after = before] = one.split(/\s+as\s+/);
      return [before, after] as const;
    });
}
