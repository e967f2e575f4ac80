import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * A version that runs must survive the next one's migrations: they may add, and what the running version reads or writes stays. A later
 * release removes it, in a migration whose first line says from when on nothing needed it: `-- contracts: unused since 0.2.0`.
 */
const folder = new URL('../../migrations/', import.meta.url);

/** From this migration on. */
const begin = '0130';

const breaking =
  /\b(?:drop\s+(?:table|column|view|schema|function|type)|rename\s+(?:to|column)|alter\s+(?:column\s+)?\w+\s+(?:type|set\s+not\s+null)|add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?\w+\s+[^,;]*\bnot\s+null\b(?![^,;]*\bdefault\b))/gi;

function breaks(text: string): string[] {
  if (/^-- contracts: unused since \d+\.\d+\.\d+/.test(text)) return [];
  const code = text.replaceAll(/--.*$/gm, '');
  // A new table may have any columns.
  const altering = code.replaceAll(/create\s+table[^;]*;/gi, '');
  return [...altering.matchAll(breaking)].map(([found]) => found);
}

it('migrations only add, or say since when nothing needs what they remove', () => {
  const found = readdirSync(folder)
    .filter((file) => file >= begin)
    .flatMap((file) =>
      breaks(readFileSync(new URL(file, folder), 'utf8')).map((what) => `${file}: ${what}`),
    );
  expect(found).toEqual([]);
});

it.each([
  ['alter table members drop column zone;', 1],
  ['alter table members rename column zone to place;', 1],
  ['alter table members alter column zone set not null;', 1],
  ['alter table members alter column zone type int;', 1],
  ['drop table members;', 1],
  ['alter table members add column place text not null;', 1],
  [`alter table members add column place text not null default '';`, 0],
  ['alter table members add column place text;', 0],
  ['create table places (id int not null, name text not null);', 0],
  ['-- contracts: unused since 0.2.0\nalter table members drop column zone;', 0],
])('judges `%s`', (text, count) => {
  expect(breaks(text)).toHaveLength(count);
});
