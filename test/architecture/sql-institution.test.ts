import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource, type Source } from './source.ts';
import { overAllInstitutions, tablesWithInstitution, unboundIn } from './sql/laws.ts';
import { statementsOf } from './sql/statements.ts';
import { tablesOf } from './table-writers.ts';

const folder = new URL('../../migrations/', import.meta.url);
const migrations = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'));
const tables = tablesWithInstitution(migrations);
const source = readSource('src');

/** What a few planted lines touch without naming their institution. */
function planted(body: string, beside: Source = new Map()): readonly string[] {
  const text = `import { part } from './beside.ts';\nexport async function ask(tx, id) { ${body} }`;
  return unboundIn(new Map([...beside, ['src/members/planted.ts', text]]), tables).map((found) =>
    found.replace('src/members/planted.ts ask: ', ''),
  );
}

describe('SQL names its institution', () => {
  it('knows the tables and reads the statements', () => {
    // What belongs to the installation, and the tables of pg-boss.
    const others = [...tablesOf(migrations)].filter((table) => !tables.has(table)).sort();
    expect(others).toEqual(['institutions', 'jobs', 'processes']);
    expect(tables.size).toBeGreaterThan(40);
    expect(statementsOf(source).length).toBeGreaterThan(300);
  });

  it('in every statement but those that work over all institutions', () => {
    const listed = overAllInstitutions.flatMap(({ where, tables: own }) =>
      own.map((table) => `${where}: ${table}`),
    );
    expect(unboundIn(source, tables)).toEqual(listed.sort());
  });

  it('gives a reason for each of those', () => {
    for (const { because } of overAllInstitutions) expect(because).toMatch(/^[A-Z].{30,}\.$/);
  });
});

const member = `'select name from members where id = $1'`;
const beside: Source = new Map([
  [
    'src/members/beside.ts',
    `export const part = 'institution_id = $1 and id = $2';
     export const whole = { name: 'n', text: ${member} };`,
  ],
]);

describe('a statement that names none is found', () => {
  it.each([
    ['as a string', `tx.query(${member});`, 'members'],
    ['by excluding one', `tx.query('select from members where institution_id <> $1');`, 'members'],
    [
      'by excluding some',
      `tx.query('select from members where institution_id <> all($1)');`,
      'members',
    ],
    ['as the last one', `askLast(tx, ${member});`, 'members'],
    ['as a prepared one', `tx.query({ name: 'n', text: ${member} });`, 'members'],
    ['in a constant', `const sql = ${member}; tx.query(sql);`, 'members'],
    ['though no call shows it', `return prepare(${member});`, 'members'],
    ['in one of two forms', `tx.query(id ? ${member} : 'select 1');`, 'members'],
    ['that only shows it', `tx.query('select institution_id from codes where id = $1');`, 'codes'],
    ['that only sorts by it', `tx.query('select id from codes order by institution_id');`, 'codes'],
    ['that changes', `tx.query('update members set name = $2 where id = $1');`, 'members'],
    ['that deletes', `tx.query('delete from sessions where id = $1');`, 'sessions'],
    ['that inserts', `tx.query('insert into tasks (id) values ($1)');`, 'tasks'],
    [
      'in a table that is joined',
      `tx.query('select from cases c join members m on m.id = c.member_id where c.institution_id = $1');`,
      'members',
    ],
    [
      'in a table after a comma',
      `tx.query('select from cases c, members m where m.id = c.member_id and c.institution_id = $1');`,
      'members',
    ],
    [
      'in a part of a union',
      `tx.query('select id from cases where institution_id = $1 union all select id from tasks');`,
      'tasks',
    ],
    [
      'in a subquery',
      `tx.query('delete from codes where institution_id = $1 and id in (select id from members)');`,
      'members',
    ],
    [
      'around a subquery',
      `tx.query('select from codes where id in (select id from members where institution_id = $1)');`,
      'codes',
    ],
    [
      'in a common table',
      `tx.query('with gone as (delete from codes where id = $1 returning id) select from gone');`,
      'codes',
    ],
    [
      'in a fragment',
      'const of = `where id = $1`; tx.query(`select from members ${of}`);',
      'members',
    ],
    [
      'for each of several tables',
      "const read = (table) => tx.query(`select from ${table} where id = $1`); read('codes'); read('cases');",
      'cases',
      'codes',
    ],
    [
      'in a table that is not known',
      'tx.query(`select from ${id.table} where institution_id = $1`);',
      'a table that the source does not name',
    ],
    ['in no text at all', 'tx.query(id.statement);', 'a statement that the source does not show'],
  ])('%s', (_, body, ...found) => {
    expect(planted(body)).toEqual(found);
  });

  it('in a constant of another file', () => {
    expect(planted('tx.query(whole);', beside).map((one) => one.split(': ').at(-1))).toContain(
      'members',
    );
  });
});

describe('a statement that names it is left alone', () => {
  it.each([
    ['by a condition', `tx.query('select from members where institution_id = $1 and id = $2');`],
    ['by an alias', `tx.query('select from members m where m.institution_id = $1');`],
    ['by the columns of an insert', `tx.query('insert into tasks (institution_id) values ($1)');`],
    ['by a row', `tx.query('select from codes where (institution_id, id) in (select 1, 2)');`],
    ['by a join', `tx.query('select from codes c join unnest($1) n on c.institution_id = n.i');`],
    [
      'by columns in common',
      `tx.query('select from codes join members m using (institution_id, id) where m.institution_id = $1');`,
    ],
    ['in a fragment of another file', 'tx.query(`select from members where ${part}`);'],
    [
      'after a comparison with from',
      `tx.query('select from codes where id is distinct from $2 and institution_id = $1');`,
    ],
    [
      'from within a subquery',
      `tx.query('select from codes c where c.institution_id = $1 and exists (select from members m where m.institution_id = c.institution_id)');`,
    ],
    ['where the table has none', `tx.query('delete from processes where id = $1');`],
    ['in no SQL', `return 'select a share from members';`.replace('from members', 'first')],
  ])('%s', (_, body) => {
    expect(
      planted(body, new Map([...beside].map(([file, text]) => [file, text.split('\n')[0] ?? '']))),
    ).toEqual([]);
  });
});
