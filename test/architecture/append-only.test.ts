import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { alsoUnchanged, appendOnlyTables } from '../../src/audit/append-only-tables.ts';
import { isProgram, readSource, type Source } from './source.ts';
import { tablesOf } from './table-writers.ts';

const folder = new URL('../../migrations/', import.meta.url);
const tables = [
  ...tablesOf(readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))),
].filter((name) => name !== 'jobs');
const source = readSource('src');

const changes = /\b(?:update|delete\s+from)\s+(?:only\s+)?([a-z_]+)\b/gi;
const upserts = /insert\s+into\s+([a-z_]+)\b((?:(?!insert\s+into)[^;`])*?do\s+update)/gi;
const locks = /\bfrom\s+([a-z_]+)\b[^;`]*?\bfor\s+(?:no\s+key\s+)?(?:update|share)\b/gi;

/** Tables that a statement changes, deletes from or locks, which needs the same right. */
function changed(of: Source): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [file, text] of of)
    if (isProgram(file))
      for (const pattern of [changes, upserts])
        for (const [, table = ''] of text.matchAll(pattern)) found.add(table);
  return found;
}

it('no statement changes evidence', () => {
  const unchanged = tables.filter((table) => !changed(source).has(table)).toSorted();
  expect(unchanged).toEqual([...appendOnlyTables, ...Object.keys(alsoUnchanged)].toSorted());
});

it('no statement locks a row of it', () => {
  const evidence = new Set<string>(appendOnlyTables);
  const locked = [...source].flatMap(([file, text]) =>
    isProgram(file)
      ? [...text.matchAll(locks)].flatMap(([, table = '']) =>
          evidence.has(table) ? [`${file}: ${table}`] : [],
        )
      : [],
  );
  expect(locked).toEqual([]);
});

it.each([
  'update entries set amount = 1 where institution_id = $1',
  'delete from only chain where institution_id = $1',
  'insert into acts (id) values ($1) on conflict (id) do update set what = $2',
])('planted: `%s` is found', (statement) => {
  const planted = changed(new Map([['src/members/planted.ts', `tx.query(\`${statement}\`);`]]));
  expect([...planted].some((table) => appendOnlyTables.some((one) => one === table))).toBe(true);
});
