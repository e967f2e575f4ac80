import { expect, it } from 'vitest';
import { onBothEngines } from '../support/engines.ts';
import { loadVocabularies } from '../support/vocabularies.ts';

const vocabularies = await loadVocabularies();

onBothEngines('the names that the database allows in a column', (db) => {
  it('are one whole closed union', async () => {
    const checks = await db().query<{ readonly place: string; readonly definition: string }>(
      `select c.conrelid::regclass::text || '.' || a.attname as place, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.contype = 'c' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1
        order by 1`,
    );
    const lists = checks.flatMap(({ place, definition }) => {
      const names = [...definition.matchAll(/'([^']*)'::text/g)].map(([, name = '']) => name);
      return names.length > 1 ? [{ place, names }] : [];
    });
    expect(lists.length).toBeGreaterThan(15);
    const found = lists.map(({ place, names }) => [
      place,
      vocabularies.filter(({ members }) => isSame(members, names)).map(({ name }) => name),
    ]);
    expect(found.filter(([, homes]) => homes?.length !== 1)).toEqual([]);
  });
});

function isSame(members: readonly string[], names: readonly string[]): boolean {
  return members.length === names.length && names.every((name) => members.includes(name));
}
