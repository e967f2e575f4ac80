import { expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { startService } from '../../test/support/service.ts';
import type { Database, Queries } from '../database/database.ts';
import { verifyIn } from '../ledger/verify/verify.ts';
import { messagesPart } from './messages-part.ts';

/**
 * The columns of a reply in the audit log. Columns about its delivery change, so the log leaves
 * them out.
 */
const replyColumns = [
  'institution_id',
  'id',
  'conversation_id',
  'channel',
  'address_id',
  'batch_id',
  'purpose',
  'priority',
  'in_reply_to',
  'text',
  'inset',
  'language',
  'queued_at',
  'received_at',
  'expires_at',
];

onGuardedEngines('the messages’ part of the audit log', (db) => {
  it('detects each changed column, and a row deleted, inserted or replaced', async () => {
    const service = await startService(db(), { people: 2 });
    for (const text of ['#bal', '#trans 5 7 0', 'hist 7']) await service.say(0, text);
    await service.say(1, '#bal 7');
    const institutionId = service.fixture.institution.id;
    const look = async (tx: Queries) =>
      (
        await verifyIn(tx, {
          institutionId,
          keyring: service.fixture.keyring,
          parts: [messagesPart],
        })
      ).problems[0]?.where;
    expect(await look(db())).toBeUndefined();
    const columns = await db().query<{ table: string; column: string; type: string }>(
      `select table_name as table, column_name as column, data_type as type from information_schema.columns
        where table_schema = 'public' and (table_name = 'inbound' or (table_name = 'outbound' and column_name = any($1)))`,
      [replyColumns],
    );
    expect(columns.length).toBeGreaterThan(24);
    const one = (table: string, offset: number) =>
      `(select ctid from ${table} where institution_id = ${institutionId} order by ctid limit 1 offset ${offset})`;
    const acts = [
      ...columns.map(({ table, column, type }) => {
        const changed = changes[type]?.(column) ?? 'null';
        return `update ${table} set ${column} = ${changed} where ctid = ${one(table, 1)}`;
      }),
      ...['inbound', 'outbound'].flatMap((table) => [
        `delete from ${table} where ctid = ${one(table, 1)}`,
        `update ${table} r set text = o.text from ${table} o
          where (r.ctid = ${one(table, 0)} and o.ctid = ${one(table, 1)})
            or (r.ctid = ${one(table, 1)} and o.ctid = ${one(table, 0)})`,
      ]),
      `insert into inbound select institution_id, channel, 'put in', conversation_id, batch_id, position + 1, member_id, text,
          public, sent_at, received_at, intent, reading, outcome from inbound where ctid = ${one('inbound', 0)}`,
    ];
    const unseen: string[] = [];
    for (const act of acts) {
      const found = await undone(db(), async (tx) => {
        await tx.query(act);
        return look(tx);
      });
      if (found === undefined) unseen.push(act);
    }
    expect(unseen).toEqual([]);
  });
});

/** Changes a value of this type a little. */
const changes: Readonly<Record<string, (column: string) => string>> = {
  integer: (c) => `${c} + 1`,
  // A priority is 0 or 1.
  smallint: (c) => `1 - ${c}`,
  bytea: (c) => `coalesce(${c}, '') || '\\x01'`,
  boolean: (c) => `not ${c}`,
  'timestamp with time zone': (c) =>
    `coalesce(${c}, timestamptz '2026-01-01') + interval '1 microsecond'`,
  uuid: () => `'018f0000-0000-7000-8000-000000000001'::uuid`,
  // The database accepts only known purposes.
  text: (c) => (c === 'purpose' ? "'notice'" : `coalesce(${c}, '') || 'x'`),
  jsonb: (c) => `${c} || '{"put": "in"}'::jsonb`,
};

class Undone extends Error {}

/** Changes the database, reads it, and rolls back. */
async function undone<Result>(
  db: Database,
  work: (tx: Queries) => Promise<Result>,
): Promise<Result | undefined> {
  let result: Result | undefined;
  await db
    .transaction(async (tx) => {
      result = await work(tx);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return result;
}
