import { beforeEach, describe, expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { foreignJourney } from '../../test/support/foreign-journey.ts';
import { startForeignService, type ForeignService } from '../../test/support/foreign-service.ts';
import { startService } from '../../test/support/service.ts';
import { staffRequest } from '../../test/support/staff-request.ts';
import { contentOf } from '../core/remote/order-store.ts';
import type { Queries, Transaction } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import { abandonOrder, confirmOrder, listOrders } from '../operations/staff/orders.ts';
import { perform } from '../operations/perform.ts';
import { orderProblems } from './order-problems.ts';

class Undo extends Error {}

onGuardedEngines('the verification of orders to another core', (db) => {
  /** Changes rows as one with the right to write everything could, looks, and undoes it. */
  const changed = async (work: (tx: Transaction) => Promise<unknown>, institutionId: number) => {
    let found: string[] = [];
    await db()
      .transaction(async (tx) => {
        const checks = await tx.query<{ name: string }>(
          `select conname as name from pg_constraint where conrelid = 'core_orders'::regclass and contype = 'c'`,
        );
        for (const { name } of checks)
          await tx.query(`alter table core_orders drop constraint "${name}"`);
        await work(tx);
        found = await problems(tx, institutionId);
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    return found;
  };
  const problems = async (q: Queries, institutionId: number) =>
    (await orderProblems(q, institutionId)).map(({ where, what }) => `${where}: ${what}`);

  describe('where the books are elsewhere', () => {
    let service: ForeignService;
    const keys = new Map<string, string>();
    beforeEach(async () => {
      await db().query('delete from core_orders');
      service = await startForeignService(db(), { people: 2, settings: { core: 'other' } });
      await makeOrders();
    });
    const { answer } = foreignJourney(db, () => service);
    const id = () => service.fixture.institution.id;
    /** One order in each state. */
    const makeOrders = async () => {
      const sender = service.sender();
      await answer(0, '#trans 11 7 0');
      await sender.drain();
      service.foreign.behavior = {
        send: async () => ({ outcome: 'refused', reason: 'account_closed' }),
      };
      await answer(0, '#trans 12 7 0');
      await sender.drain();
      service.foreign.behavior = {
        send: async () => {
          throw new Error('lost');
        },
        find: async () => ({ outcome: 'absent' }),
      };
      for (const amount of [13, 14, 15]) await answer(0, `#trans ${amount} 7 0`);
      await sender.drain();
      const staff = staffRequest({ db: db(), fixture: service.fixture, world: service.world });
      const [first, second] = (await perform(staff, listOrders, {})).done?.orders ?? [];
      await perform(staff, confirmOrder, { key: first?.key ?? '', reference: 'J-1' });
      await perform(staff, abandonOrder, { key: second?.key ?? '' });
      await answer(0, '#trans 16 7 0');
      for (const { key, state, by } of await db().query<{ key: string; state: string; by: string }>(
        'select key, state, ended_by as by from core_orders where institution_id = $1',
        [id()],
      ))
        keys.set(by !== null && state === 'posted' ? 'confirmed' : state, key);
    };

    it('finds nothing where nothing was changed, in any state', async () => {
      expect([...keys.keys()].sort()).toEqual(
        ['abandoned', 'asked', 'confirmed', 'posted', 'refused', 'unknown'].sort(),
      );
      expect(await problems(db(), id())).toEqual([]);
    });

    it('tells each change of a row', async () => {
      for (const [of, set, what] of [
        ['posted', 'amount = amount + 1', 'its hash is not of its accounts and amount'],
        ['asked', 'amount = 1', 'its hash is not of its accounts and amount'],
        [
          'posted',
          'from_account_id = to_account_id, to_account_id = from_account_id',
          'its hash is not of its accounts and amount',
        ],
        ['refused', `content = '\\x00'`, 'its hash is not of its accounts and amount'],
        ['posted', 'reference = null', 'it is posted, but lacks a reference of the core'],
        ['posted', 'balances = null', 'it is posted, but lacks balances that the core told'],
        ['confirmed', 'ended_by = null', 'it is posted, but lacks balances that the core told'],
        ['confirmed', 'proof = null', 'it is posted, but lacks a proof'],
        ['abandoned', 'ended_by = null', 'it is abandoned, but by nobody'],
        ['refused', 'refusal = null', 'it is refused, but lacks a reason of a refusal'],
        ['refused', `state = 'posted'`, 'it is posted, but lacks a reference of the core'],
        ['posted', `state = 'refused'`, 'it is refused, but lacks a reason of a refusal'],
        ['posted', `state = 'unknown'`, 'it is unknown, but has a time at which it ended'],
        ['unknown', `state = 'posted'`, 'it is posted, but lacks a time at which it ended'],
        ['unknown', 'next_at = null', 'it is unknown, but lacks a next step'],
        ['unknown', 'sent_at = null', 'it is unknown, but was never sent'],
        ['unknown', 'sends = 0', 'it is unknown, but was never sent'],
        ['posted', 'next_at = ended_at', 'it is posted, but has a next step'],
        ['posted', 'leased_until = ended_at', 'it has ended, but a process works on it'],
        ['unknown', `ended_by = 'eve'`, 'it is unknown, but staff ended it'],
        ['asked', `deadline = asked_at - interval '1 day'`, 'its deadline is before it was asked'],
      ] as const) {
        const key = present(keys.get(of), 'there is one in each state');
        const found = await changed(
          async (tx) =>
            tx.query(`update core_orders set ${set} where institution_id = $1 and key = $2`, [
              id(),
              key,
            ]),
          id(),
        );
        expect([set, found]).toEqual([set, expect.arrayContaining([`order ${key}: ${what}`])]);
      }
      expect(await problems(db(), id())).toEqual([]);
    });

    it('does not tell those of another institution', async () => {
      const other = await startForeignService(db(), { people: 1, seed: 'another' });
      const change = async (tx: Queries) =>
        tx.query('update core_orders set amount = 1 where institution_id = $1', [id()]);
      expect(await changed(change, other.fixture.institution.id)).toEqual([]);
      expect(await changed(change, id())).toHaveLength(6);
    });
  });

  it('compares an order with our own books where they keep its accounts', async () => {
    const service = await startService(db(), { people: 1 });
    const { institution, members } = service.fixture;
    const member = present(members[0], 'somebody lives there');
    await service.say(0, '#trans 5 7 0', { externalId: 'booked' });
    service.clock.advance({ minutes: 1 });
    const insert = async (
      tx: Queries,
      key: string,
      state: 'posted' | 'refused',
      amount: bigint,
    ) => {
      const moves = {
        fromAccountId: member.checkingAccountId,
        toAccountId: member.savingsAccountId,
      };
      await tx.query(
        `insert into core_orders (institution_id, key, state, content, from_account_id, to_account_id, amount, effective_on,
            from_description, to_description, member_id, asked_at, deadline, sent_at, sends, ended_at, ended_on_server,
            reference, balances, refusal)
          values ($1, $2, $3, $4, $5, $6, $7, '2026-11-23', '', '', $8, $9, $9, $9, 1, $9, now(),
            case when $3 = 'posted' then 'R-1' end, case when $3 = 'posted' then '{}'::jsonb end,
            case when $3 = 'refused' then 'account_closed' end)`,
        [
          institution.id,
          key,
          state,
          contentOf({ ...moves, amount }),
          moves.fromAccountId,
          moves.toAccountId,
          amount,
          member.id,
          service.clock.now(),
        ],
      );
    };
    const found = async (...order: [key: string, state: 'posted' | 'refused', amount: bigint]) =>
      changed(async (tx) => insert(tx, ...order), institution.id);
    expect(await found('x:booked', 'posted', 500n)).toEqual([]);
    expect(await found('x:none', 'refused', 500n)).toEqual([]);
    expect(await found('x:none', 'posted', 500n)).toEqual([
      'order x:none: it is posted, but our books have no transaction of its key',
    ]);
    expect(await found('x:booked', 'refused', 500n)).toEqual([
      'order x:booked: it is refused, but our books have its transaction',
    ]);
    expect(await found('x:booked', 'posted', 501n)).toEqual([
      'order x:booked: our books have its key for another transfer',
    ]);
  });
});
