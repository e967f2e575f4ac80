import { expect, it } from 'vitest';
import { statementsOf } from './statements.ts';

it('splits only at the end of statements', () => {
  const text = `-- a comment; with a semicolon
    create table a (b text default 'it''s; so'); insert into "odd;name" values (1);
    create function f() returns void as $$ begin perform 1; end; $$ language plpgsql;
    do $cmd$ begin execute $$select 1;$$; end $cmd$; -- the last
    select 1`;
  expect(statementsOf(text).map((one) => one.replace(/\s+/g, ' '))).toEqual([
    `create table a (b text default 'it''s; so')`,
    'insert into "odd;name" values (1)',
    'create function f() returns void as $$ begin perform 1; end; $$ language plpgsql',
    'do $cmd$ begin execute $$select 1;$$; end $cmd$',
    'select 1',
  ]);
});

it('finds none in a text without statements', () => {
  expect(statementsOf(' ;\n-- nothing\n; ')).toEqual([]);
});
