import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadVocabularies } from '../support/vocabularies.ts';
import { spelledAgain } from './spelled-again.ts';

const vocabularies = await loadVocabularies();
const root = new URL('../../', import.meta.url).pathname;

/**
 * Unions that other files still spell out. Schemas and types of channels take `channelNames` one by
 * one.
 */
const stillSpelled = new Set<string>();

/** All of our code except tests, which spell out their expectations on purpose. */
const files = ['src', 'dev', 'bench', 'test/support', 'test/siege'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file)),
);

describe('each closed union has one home', () => {
  it('finds the unions', () => {
    const names = vocabularies.map(({ name }) => name);
    for (const name of ['languages', 'shareKinds', 'intents', 'refusalReasons', 'moneyLockReasons'])
      expect(names).toContain(name);
    for (const { name, members } of vocabularies)
      expect([name, new Set(members).size]).toEqual([name, members.length]);
    expect(files.length).toBeGreaterThan(400);
  });

  it('and no other file spells one out', () => {
    const homes = new Set(vocabularies.map(({ home }) => home));
    const found = files
      .filter((file) => !homes.has(file))
      .flatMap((file) =>
        spelledAgain(
          readFileSync(join(root, file), 'utf8'),
          vocabularies.filter(({ name }) => !stillSpelled.has(name)),
        ).map((what) => `${file}: ${what}`),
      );
    expect(found).toEqual([]);
  });
});

describe('a second home is found', () => {
  it.each([
    ['an array', `const kinds = ['checking', 'savings', 'certificate', 'loan'];`],
    ['a part of it', `const own = ['checking', "savings"] as const;`],
    ['a schema', `const input = z.object({ kind: z.enum(['checking', 'savings']) });`],
    ['a set', `const late: ReadonlySet<string> = new Set([\n  'loan',\n  'savings',\n]);`],
    ['a union', `export type Kind =\n  | 'checking'\n  | 'savings';`],
    ['a field', `interface Share { readonly kind: 'checking' | 'savings' | 'loan' }`],
    [
      'all of it, though typed',
      `const all: readonly ShareKind[] = ['checking', 'savings', 'certificate', 'loan'];`,
    ],
  ])('as %s', (_, text) => {
    expect(spelledAgain(text, vocabularies)).toHaveLength(1);
  });

  it.each([
    ['cases of a switch', `switch (kind) { case 'checking': case 'savings': return 1; }`],
    ['comparisons', `if (kind === 'checking' || kind === 'savings') return;`],
    ['a pack', `const kinds: Record<ShareKind, string> = { checking: 'Checking', loan: 'Loan' };`],
    [
      'a part that the compiler checks',
      `const few: ReadonlySet<ShareKind> = new Set(['checking', 'loan']);`,
    ],
    ['a part of a type', `type Movable = Exclude<ShareKind, 'certificate' | 'loan'>;`],
    ['other words', `const words = ['checking', 'house', 'car'];`],
    ['a comment', `// ['checking', 'savings']\n/** 'checking' | 'loan' */`],
  ])('and none in %s', (_, text) => {
    expect(spelledAgain(text, vocabularies)).toEqual([]);
  });
});
