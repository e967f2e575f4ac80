import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  otherTables,
  recordedNames,
  recordedTables,
  unrecordedTables,
} from '../../src/audit/changes/recorded-tables.ts';
import { writeShape } from '../../src/audit/changes/statement-shape.ts';
import { literalsOf } from './source-literals.ts';
import { isProgram, readSource, type Source } from './source.ts';
import { tablesOf } from './table-writers.ts';

const folder = new URL('../../migrations/', import.meta.url);
const migrations = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
);
const source = readSource('src', 'dev');

const write = new RegExp(
  `\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?|copy)\\s+(?:only\\s+)?(?:public\\.)?(${recordedNames.join('|')})\\b`,
  'i',
);

/** What changes how older rows of a recorded table are read. */
const reshapes = new RegExp(
  `\\balter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?:public\\.)?(?:${recordedNames.join('|')})\\b[^;]*?\\b(?:rename|drop\\s+default|set\\s+default)\\b`,
  'i',
);

/** Statements that write a recorded table so that the record can't see it, or that may. */
function unseen(of: Source): string[] {
  return [...of].flatMap(([file, text]) =>
    isProgram(file)
      ? literalsOf(text).flatMap(({ text: literal, isPattern }) =>
          !isPattern && isUnseen(literal) ? [`${file}: ${literal.trim().slice(0, 80)}`] : [],
        )
      : [],
  );
}

function isUnseen(literal: string): boolean {
  // Where the table is put in, nobody can look it up here: `literalsOf` leaves a gap.
  if (/\b(?:insert into|delete from|update) {2,}\S/i.test(literal)) return true;
  if (!write.test(literal)) return false;
  // A part of a statement may end up inside a `with`.
  if (!/^\s*(?:with|insert|update|delete)\b/i.test(literal)) return true;
  try {
    writeShape(literal, recordedTables);
    return false;
  } catch {
    return true;
  }
}

describe('each write of a recorded table', () => {
  it('is visible to the record', () => {
    expect(unseen(source)).toEqual([]);
  });

  it('is met here: each recorded table is written by statements of the source', () => {
    const met = new Set(
      [...source].flatMap(([file, text]) =>
        isProgram(file)
          ? literalsOf(text).flatMap(({ text: literal }) => write.exec(literal)?.[1] ?? [])
          : [],
      ),
    );
    expect(recordedNames.filter((name) => !met.has(name))).toEqual([]);
  });

  it.each([
    'with moved as (update members set name = $1 returning id) select id from moved',
    'insert into ${table} (id) values ($1)',
    'delete from ${table} where id = $1',
    'update ${table} set amount = $1',
    ', gone as (delete from sessions where id = $1)',
    'truncate table passkeys',
  ])('planted: `%s` is found', (statement) => {
    const planted = new Map([['src/members/planted.ts', `export const sql = \`${statement}\`;`]]);
    expect(unseen(planted)).toHaveLength(1);
  });
});

describe('each database that the program opens', () => {
  const opens = /\bopen(?:Postgres|PGlite)\(/;
  const records = /\brecord(?:ing|ed)\(|\bopenService\(/;

  it('records what is written there', () => {
    const opening = [...source].filter(
      ([file, text]) => isProgram(file) && !file.startsWith('src/database/') && opens.test(text),
    );
    expect(opening.map(([file]) => file).sort()).toEqual([
      'src/cli/open-data.ts',
      'src/cli/subcommands/serve.ts',
      'src/service/thread/conversation-worker.ts',
    ]);
    expect(opening.flatMap(([file, text]) => (records.test(text) ? [] : [file]))).toEqual([]);
    expect(source.get('src/service/service.ts')).toMatch(/\brecording\(/);
  });
});

describe('each table', () => {
  it('is recorded, another part of the record, or left out with a reason', () => {
    const known = [
      ...recordedNames,
      ...Object.keys(unrecordedTables),
      ...Object.keys(otherTables),
    ].sort();
    const tables = [...tablesOf([...migrations.values()])].filter((name) => name !== 'jobs');
    expect([...new Set([...tables, 'migrations'])].sort()).toEqual(known);
  });
});

describe('migrations', () => {
  /** The record begins with this one. What ran before is part of what it finds. */
  const begin = '0050-settings-versions.sql';

  it('write no recorded table since the record began: nobody signs what they write', () => {
    const later = [...migrations].filter(([file]) => file > begin);
    expect(later.flatMap(([file, text]) => (write.test(text) ? [file] : []))).toEqual([]);
  });

  it('rename nothing of a recorded table and drop no default there: older rows would differ from the record', () => {
    const later = [...migrations].filter(([file]) => file > begin);
    expect(later.flatMap(([file, text]) => (reshapes.test(text) ? [file] : []))).toEqual([]);
    for (const planted of [
      'alter table members alter column zone drop default;',
      "alter table only members\n  alter zone set default 'x';",
      'alter table addresses rename column per_day to per_day_max;',
      'alter table codes rename to member_codes;',
    ])
      expect(planted).toMatch(reshapes);
    expect('alter table members add column colour text;').not.toMatch(reshapes);
  });
});
