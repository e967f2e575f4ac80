import { describe, expect, it } from 'vitest';
import { writeShape } from './statement-shape.ts';

const tables = { members: {}, addresses: {}, sessions: { last_seen_at: 'why' }, tasks: {} };
const shape = (text: string) => writeShape(text, tables);

describe('what a statement writes', () => {
  it.each([
    [
      'insert into members (institution_id, id) values ($1, $2)',
      { table: 'members', verb: 'insert', alias: 'members', hasReturning: false },
    ],
    [
      `insert into addresses as a (id, state) select $1, 'it''s (' from unnest($2) on conflict (id) do update
        set state = excluded.state, per_day = least(a.per_day, excluded.per_day) where a.state <> 'removed' returning id`,
      {
        table: 'addresses',
        verb: 'insert',
        alias: 'a',
        sets: ['state', 'per_day'],
        hasReturning: true,
      },
    ],
    [
      'insert into tasks (reference) values ($1) on conflict do nothing returning 1',
      { table: 'tasks', verb: 'insert', alias: 'tasks', hasReturning: true },
    ],
    [
      `update addresses a set money_locked_at = coalesce(a.money_locked_at, n.at),
        money_locked_reason = case when a.state is distinct from n.state then 'x' end
        from (select 1 from members where id = $1) n where a.id = n.id`,
      {
        table: 'addresses',
        verb: 'update',
        alias: 'a',
        sets: ['money_locked_at', 'money_locked_reason'],
        hasReturning: false,
      },
    ],
    [
      'UPDATE public.members AS m SET (name, zone) = ($1, $2), language = $3 WHERE id = $4 RETURNING id;',
      {
        table: 'members',
        verb: 'update',
        alias: 'm',
        sets: ['name', 'zone', 'language'],
        hasReturning: true,
      },
    ],
    [
      'delete from sessions where id in (select id from sessions) -- returning',
      { table: 'sessions', verb: 'delete', alias: 'sessions', hasReturning: false },
    ],
    [
      'with old as (select 1 from members for update) delete from sessions s using old where s.id = old.id returning s.id',
      { table: 'sessions', verb: 'delete', alias: 's', hasReturning: true },
    ],
    [
      'with gone as (delete from outbox returning id) insert into tasks select id from gone',
      { table: 'tasks', verb: 'insert', alias: 'tasks', hasReturning: false },
    ],
  ])('%s', (text, expected) => {
    expect(shape(text)).toEqual(expected);
  });

  it.each([
    'select * from members for update',
    'select * from members m join addresses a on true for no key update of members',
    'insert into others (id) select id from members on conflict (id) do update set id = 1',
    "insert into others (text) values ('update members set name')",
    'update jobs.members set name = $1',
    'select $x$ delete from members $x$',
    'update sessions set last_seen_at = $1 where id = $2',
    `with found as (select 1 from sessions), seen as (update sessions s set last_seen_at = $3 from found f where s.id = f.id
      returning s.id) select exists (select 1 from seen)`,
  ])('nothing of these tables: %s', (text) => {
    expect(shape(text)).toBeUndefined();
  });

  it.each([
    'with seen as (update sessions set last_seen_at = $1, device = $2 where id = $3) select 1',
    'with moved as (update members set name = $1 returning id) select * from moved',
    'with a as (insert into tasks values ($1)) update members set name = $2',
    'truncate members',
    'truncate table sessions, tasks',
    'copy members from stdin',
    'merge into members using n on true when matched then update set name = $1',
  ])('what no `returning` shows is refused: %s', (text) => {
    expect(() => shape(text)).toThrow('the record can’t see'.replace('’', "'"));
  });
});
