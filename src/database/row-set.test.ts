import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { present } from '../kernel/assert.ts';
import { column, type ElementType } from './column.ts';
import { rowSet } from './row-set.ts';

const day = Temporal.PlainDate.from('2026-11-23');
const at = Temporal.Instant.from('2026-11-23T16:42:00.123Z');

interface Row {
  readonly id: number;
  readonly name: string | null;
  readonly day: Temporal.PlainDate | null;
}

const people = rowSet<Row>({
  from: 2,
  columns: [
    ['id', 'int', (row) => row.id],
    ['name', 'text', (row) => row.name],
    ['day', 'date', (row) => row.day],
  ],
});

onBothEngines('rows as parameters', (db) => {
  it.each<[string, Row[]]>([
    ['none', []],
    ['one', [{ id: 1, name: 'Ann', day }]],
    ['one with nulls', [{ id: 1, name: null, day: null }]],
    ['all with the same values', [1, 2, 3].map((id) => ({ id, name: 'Ann', day }))],
    ['the same even in the first column', [7, 7, 7].map((id) => ({ id, name: null, day }))],
    [
      'the same except for one',
      [
        { id: 1, name: 'Ann', day },
        { id: 2, name: null, day: null },
        { id: 3, name: 'Ann', day },
      ],
    ],
  ])('arrive complete and in order: %s', async (_, rows) => {
    const found = await db().query<Row & { same: string }>(
      `select $1::text as same, n.id, n.name, n.day from ${people.text}`,
      ['x', ...people.parameters(rows)],
    );
    expect(found.map((row) => ({ ...row, day: row.day && String(row.day) }))).toEqual(
      rows.map((row) => ({
        same: 'x',
        ...row,
        day: row.day && String(row.day),
      })),
    );
  });

  it('sends a value that all rows share once', () => {
    const rows = [1, 2, 3].map((id) => ({ id, name: 'Ann', day: null }));
    expect(people.parameters(rows).map(({ values }) => values)).toEqual([
      [1, 2, 3],
      ['Ann'],
      [null],
    ]);
  });

  it.each<[ElementType, unknown[]]>([
    [
      'uuid',
      [
        '00000000-0000-0000-0000-000000000000',
        'f81d4fae-7dec-71d0-a765-00a0c91e6bf6',
        null,
        'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'.toLowerCase(),
      ],
    ],
    ['bigint', [0n, -1n, 9_223_372_036_854_775_807n, null, -9_223_372_036_854_775_808n]],
    ['int', [0, -1, 2_147_483_647, null, -2_147_483_648]],
    ['smallint', [0, -1, 32_767, null, -32_768]],
    [
      'text',
      ['', 'plain', 'with "quotes", {braces}, \\', 'NULL', null, 'é🎉', 'a'.repeat(200), 'ab‏ג'],
    ],
    ['boolean', [true, false, null]],
    ['date', [day, null, ...['2000-01-01', '1999-12-31', '0031-02-28', '9999-12-31'].map(dateOf)]],
    [
      'timestamptz',
      [
        at,
        null,
        ...[
          '1999-12-31T23:59:59.999999Z',
          '2000-01-01T00:00:00Z',
          '1901-02-03T04:05:06.000007Z',
        ].map(instantOf),
      ],
    ],
    ['bytea', [new Uint8Array([0, 34, 92, 255]), new Uint8Array(), null]],
    ['jsonb', ['{"a": "it\'s \\"b\\" é"}', '[]', null]],
    ['text', []],
  ])('take any %s', async (type, values) => {
    const rows = await db().query<{ value: unknown; text: string | null; asText: string | null }>(
      `select a.value, a.value::text as text, b.value::text as "asText"
        from unnest($1::${type}[]) with ordinality as a (value, place)
        join unnest($2::${type}[]) with ordinality as b (value, place) on a.place = b.place
        order by a.place`,
      [column(type, values), values],
    );
    expect(rows.map(({ text }) => text)).toEqual(rows.map(({ asText }) => asText));
    expect(rows.map(({ value }) => plain(value))).toEqual(
      values.map((value) => (type === 'jsonb' && value ? plain(parsed(value)) : plain(value))),
    );
  });

  it.each<[string, ElementType, unknown]>([
    ['an invalid UUID', 'uuid', 'f81d4fae-7dec-71d0-a765-00a0c91e6bfg'],
    ['a UUID cut short', 'uuid', 'f81d4fae-7dec-71d0-a765'],
    ['a UUID without its dashes', 'uuid', 'f81d4fae07dec071d00a765000a0c91e6bf6'],
    ['an empty text as a bigint', 'bigint', ''],
    ['an empty text as an int', 'int', ''],
    ['a fraction', 'bigint', 1.5],
    ['a text as a boolean', 'boolean', 'perhaps'],
    ['more than 64 bits', 'bigint', 9_223_372_036_854_775_808n],
    ['more than 32 bits', 'int', 2_147_483_648],
    ['more than 16 bits', 'smallint', 32_768],
    ['NUL', 'text', 'a\0b'],
  ])('refuse %s', async (_, type, value) => {
    await expect(
      db().query(`select cardinality($1::${type}[])`, [column(type, [value])]),
    ).rejects.toThrow();
  });
});

function dateOf(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

function parsed(value: unknown): unknown {
  return JSON.parse(present(typeof value === 'string' ? value : undefined, 'it is a text'));
}

/** Converts a value for comparison. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant)
    return value.toString();
  return value;
}
