import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Files of `test/support` that need the global setup: a PostgreSQL server and the migrated
 * templates.
 */
const needed = ['test/support/templates.ts'];

/** The import that marks a test with a sample; see there. */
const sampling = ['test/support/sampled.ts'];

/** The test files, sorted by what they need. */
export interface TestKinds {
  readonly pure: readonly string[];
  readonly database: readonly string[];
  /**
   * Tests of either kind that run a sample of their cases, unless `npm run test:slow` runs them.
   */
  readonly sampled: ReadonlySet<string>;
}

/**
 * Sorts all test files of a checkout. A test whose imports reach a database's template needs the
 * global setup, others don't.
 * @param root the checkout
 */
export function testKinds(root: string): TestKinds {
  const files = ['src', 'test', 'dev'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(root, folder, name)),
  );
  const reachesAny = (names: readonly string[]) =>
    reader(new Set(names.map((name) => join(root, name))));
  const reaches = reachesAny(needed);
  const named = (wanted: boolean) =>
    files.filter((file) => reaches(file) === wanted).map((file) => relative(root, file));
  const samples = files.filter(reachesAny(sampling)).map((file) => relative(root, file));
  return { pure: named(false).sort(), database: named(true).sort(), sampled: new Set(samples) };
}

/** Tells whether a file imports one of the targets, directly or not. Reads each file once. */
function reader(targets: ReadonlySet<string>): (file: string) => boolean {
  const known = new Map<string, boolean>();
  const reaches = (file: string): boolean => {
    const before = known.get(file);
    if (before !== undefined) return before;
    // Until we know the result, a circle adds nothing.
    known.set(file, false);
    const found = targets.has(file) || importsOf(file).some(reaches);
    known.set(file, found);
    return found;
  };
  return reaches;
}

/** Lists the project's own files that a file imports. */
function importsOf(file: string): string[] {
  // A name in a string, such as a planted import, may be no file.
  if (!file.endsWith('.ts') || !existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+\.ts)'/g)].map((match) =>
    resolve(dirname(file), match[1] ?? ''),
  );
}
