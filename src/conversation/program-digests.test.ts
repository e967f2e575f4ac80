import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programDigests } from './program-digests.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tmm-digests-'));
  const source = resolve(import.meta.dirname, '..');
  for (const folder of ['reading', 'secrets', 'wording', 'languages'])
    cpSync(join(source, folder), join(root, folder), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

test('the same files have the same digests wherever they lie', () => {
  const here = programDigests(resolve(import.meta.dirname, '..'));
  expect(programDigests(root)).toEqual(here);
  expect(here.reading).toMatch(/^[0-9a-f]{16}$/);
  expect(here.texts).not.toBe(here.reading);
});

test.each([
  ['a rule of reading', 'reading/added.ts', { reading: true, texts: false }],
  ['a word of a language', 'languages/es/reading/added.ts', { reading: true, texts: false }],
  ['a secret’s word', 'secrets/added.ts', { reading: true, texts: false }],
  ['a reply', 'languages/fr/added.ts', { reading: false, texts: true }],
  ['how a reply is filled', 'wording/added.ts', { reading: false, texts: true }],
  ['a test', 'reading/added.test.ts', { reading: false, texts: false }],
])('%s changes what it should', (_, file, changes) => {
  const before = programDigests(root);
  writeFileSync(join(root, file), 'export {};\n');
  const after = programDigests(root);
  expect({
    reading: after.reading !== before.reading,
    texts: after.texts !== before.texts,
  }).toEqual(changes);
});
