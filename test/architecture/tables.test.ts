import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource, type Source } from './source.ts';
import { tablesOf, writersOf } from './table-writers.ts';

const folder = new URL('../../migrations/', import.meta.url);
const tables = tablesOf(
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8')),
);
const source = readSource('src', 'dev');

/** Tables that more than one room writes, with those rooms. */
function shared(of: Source): string[] {
  return [...writersOf(of, tables)]
    .filter(([, rooms]) => rooms.size > 1)
    .map(([table, rooms]) => `${table}: ${[...rooms].toSorted().join(' ')}`);
}

describe('each table', () => {
  it('is in the migrations, and most are written', () => {
    expect(tables.size).toBeGreaterThan(30);
    expect(writersOf(source, tables).size).toBeGreaterThan(30);
  });

  it('has one room that writes it', () => {
    expect(shared(source)).toEqual([]);
  });

  it.each([
    'insert into accounts (institution_id) values ($1)',
    'update members set language = $2',
    'delete from\n  sessions where institution_id = $1',
  ])('planted: `%s` in another room is found', (statement) => {
    const file = 'src/commands/planted.ts';
    expect(shared(new Map([...source, [file, `export const sql = \`${statement}\`;`]]))).toEqual([
      expect.stringContaining('src/commands'),
    ]);
  });
});
