import { expect, it } from 'vitest';
import { onGuardedEngines } from '../../../test/support/sampled-engines.ts';
import { claimDue } from './due-orders.ts';

onGuardedEngines('due orders', (db) => {
  it('of an institution whose core hangs keep no other waiting', async () => {
    const now = Temporal.Instant.from('2026-11-23T16:00:00Z');
    // Older than the other's, and more than one look takes.
    await db().query(
      `insert into core_orders (institution_id, key, state, content, from_account_id, to_account_id, amount, effective_on,
          from_description, to_description, member_id, asked_at, deadline, next_at)
        select case when n < 250 then 900 else 901 end, 'key ' || n, 'asked', ''::bytea, gen_random_uuid(), gen_random_uuid(), 1,
          '2026-11-23', 'a', 'b', gen_random_uuid(), $1, $1::timestamptz + interval '10 minutes',
          $1::timestamptz + n * interval '1 millisecond'
        from generate_series(0, 250) as n`,
      [now],
    );
    const { due } = await claimDue(db(), {
      now: now.add({ seconds: 2 }),
      leaseSeconds: 30,
      roomFor: (institutionId) => (institutionId === 900 ? 0 : 8),
      full: [900],
    });
    expect(due.map(({ institutionId }) => institutionId)).toEqual([901]);
  });
});
