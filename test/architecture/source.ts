import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * The project's TypeScript, by path from the root. The checks take such a map, so that a test can
 * plant a violation.
 */
export type Source = ReadonlyMap<string, string>;

const root = new URL('../../', import.meta.url).pathname;

/** Reads every TypeScript file of these folders. @param folders from the root, such as `src` */
export function readSource(...folders: readonly string[]): Source {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** Tells whether a file is part of the program, and not of its tests. */
export function isProgram(file: string): boolean {
  return !file.endsWith('.test.ts');
}

const statement =
  /(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g;

/** Lists the project's own files that a file imports, type-only imports included. */
export function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(statement)].flatMap((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return target.startsWith('.') ? [normalize(join(dirname(file), target))] : [];
  });
}

/**
 * Gives the folders of a path under `src`: `src/web/site/accounts/plot.ts` gives `web`, `site`,
 * `accounts`.
 */
export function foldersOf(file: string): string[] {
  return file.split('/').slice(1, -1);
}
