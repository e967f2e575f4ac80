import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { furnishAccounts, moved, postOrders } from '../../../test/support/furnish-accounts.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { addJointOwners } from '../../shares/open-shares.ts';
import { isRefused } from '../refusals.ts';
import { listHistory } from './list-history.ts';
import { makeTransfer } from './make-transfer.ts';
import { changeSuffix } from './names.ts';
import { readShare } from './read-share.ts';
import { reviewTransfer } from './review-transfer.ts';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

onSampledEngines('transfers in the online bank', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), {
      people: 8,
      settings: { onlineLimits: { perTransfer: 90_000, perDay: 120_000 } },
    });
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const request = async (person: number) => memberRequest(place(), person);
  const review = async (person: number, asked: Asked) =>
    reviewTransfer.run(await request(person), reviewTransfer.input.parse(asked));
  const make = async (person: number, asked: Asked, nonce: string = service.world.ids.next()) =>
    makeTransfer.run(await request(person), makeTransfer.input.parse({ ...asked, nonce }));
  const availableOf = async (person: number, suffix: string) =>
    allowed(await readShare.run(await request(person), { suffix })).available;

  it('are previewed with both sides before, and reported with both after; the history shows them', async () => {
    const asked = { from: '7', to: '0', amount: '250.00' };
    const read = allowed(await review(0, asked));
    expect(read).toMatchObject({
      amount: '250.00',
      currency: 'USD',
      from: { suffix: '7', before: '1000.00', after: '750.00' },
      to: { suffix: '0', before: '500.00', after: '750.00' },
      overdraws: false,
    });
    expect(await availableOf(0, '7')).toBe('1000.00');
    const done = allowed(await make(0, asked, read.nonce));
    expect(done).toEqual({
      amount: '250.00',
      currency: 'USD',
      state: 'posted',
      from: { suffix: '7', available: '750.00' },
      to: { suffix: '0', available: '750.00' },
      receipt: expect.stringMatching(/^\d+-\d+$/),
      already: false,
    });
    const { entries } = allowed(
      await listHistory.run(await request(0), listHistory.input.parse({ suffix: '0', count: 1 })),
    );
    expect(entries).toMatchObject([
      { amount: '250.00', balance: '750.00', description: 'TRANSFER FROM CHECKING 7' },
    ]);
  });

  it('are made once for a nonce: again, after another day, after the account has another name', async () => {
    const asked = { from: '7', to: '0', amount: '700' };
    const nonce = service.world.ids.next();
    const first = allowed(await make(1, asked, nonce));
    // We could not make it again: the balance is too low.
    expect(allowed(await make(1, asked, nonce))).toMatchObject({
      already: true,
      receipt: first.receipt,
    });
    allowed(await changeSuffix.run(await request(1), { suffix: '0', chosen: '8' }));
    service.clock.advance({ hours: 24 });
    const later = allowed(await make(1, { ...asked, to: '8' }, nonce));
    expect(later).toMatchObject({ already: true, receipt: first.receipt });
    expect(await availableOf(1, '7')).toBe('300.00');
    expect(await make(1, { ...asked, to: '8', amount: '1' }, nonce)).toMatchObject({
      refused: 'transfer_reused',
    });
    expect(await availableOf(1, '7')).toBe('300.00');
  });

  it('are made once for a nonce even when sent simultaneously', async () => {
    const nonce = service.world.ids.next();
    const made = await Promise.all(
      Array.from({ length: 6 }, async () => make(2, { from: '7', to: '0', amount: '80' }, nonce)),
    );
    const done = made.map((one) => allowed(one));
    expect(done.filter(({ already }) => !already)).toHaveLength(1);
    expect(new Set(done.map(({ receipt }) => receipt)).size).toBe(1);
    expect(await availableOf(2, '7')).toBe('920.00');
  });

  it('at the same moment share the day’s limit and the money, in either direction', async () => {
    // Enough on either side for all transfers in one direction, so that only the limit decides.
    const { savingsAccountId } = present(service.fixture.members[3], 'they live here');
    await postOrders(place(), [
      moved(place(), {
        accountId: savingsAccountId,
        amount: 100_000n,
        kind: 'deposit',
        description: 'PAYROLL',
      }),
    ]);
    const made = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        make(
          3,
          index % 2 ? { from: '0', to: '7', amount: '200' } : { from: '7', to: '0', amount: '200' },
        ),
      ),
    );
    // $1,200.00 a day: six of $200.00.
    expect(made.filter((one) => !isRefused(one))).toHaveLength(6);
    expect(made.filter(isRefused).map(({ refused }) => refused)).toEqual([
      'transfer_limit_day',
      'transfer_limit_day',
    ]);
    const left = [await availableOf(3, '7'), await availableOf(3, '0')].map(Number);
    expect((left[0] ?? 0) + (left[1] ?? 0)).toBe(2_500);
    service.clock.advance({ hours: 24 });
    allowed(await make(3, { from: '7', to: '0', amount: '1' }));
  });

  describe('are refused, in review as when made, and nothing moves', () => {
    beforeAll(async () => furnishAccounts(place(), 4));
    const figures = async () =>
      Promise.all(
        ['0', '3', '4', '5', '6', '7'].map(async (suffix) =>
          allowed(await readShare.run(await request(4), { suffix })),
        ),
      );

    it.each([
      [{ from: '7', to: '0', amount: 'fifty' }, 'amount_malformed', 'amount'],
      [{ from: '7', to: '0', amount: '1.234' }, 'amount_malformed', 'amount'],
      [{ from: '7', to: '0', amount: '0' }, 'amount_not_positive', 'amount'],
      [{ from: '7', to: '0', amount: '-5' }, 'amount_not_positive', 'amount'],
      [{ from: '7', to: '7', amount: '5' }, 'same_share', 'to'],
      [{ from: '3', to: '7', amount: '5' }, 'share_fixed', 'from'],
      [{ from: '4', to: '7', amount: '5' }, 'share_fixed', 'from'],
      [{ from: '7', to: '4', amount: '5' }, 'share_fixed', 'to'],
      [{ from: '7', to: '5', amount: '5' }, 'currencies_differ', 'to'],
      [{ from: '7', to: '6', amount: '5' }, 'share_closed', 'to'],
      [{ from: '6', to: '7', amount: '5' }, 'share_closed', 'from'],
      [{ from: '7', to: '0', amount: '900.01' }, 'transfer_limit', 'amount'],
      [{ from: '7', to: '3', amount: '200.01' }, 'more_than_owed', 'amount'],
      [{ from: '0', to: '7', amount: '501.26' }, 'funds_insufficient', 'amount'],
      [{ from: '9', to: '7', amount: '5' }, 'not_found', 'from'],
      [{ from: '7', to: '9', amount: '5' }, 'not_found', 'to'],
    ])('%o: %s', async (asked, refused, field) => {
      const before = await figures();
      expect(await review(4, asked)).toMatchObject({ refused, field });
      expect(await make(4, asked)).toMatchObject({ refused, field });
      expect(await figures()).toEqual(before);
    });

    it('without enough money say how much is available: with the overdraft limit, without holds', async () => {
      // 1000 − 45 − 12.50 − 3 − 25 held + 100 of limit.
      await make(4, { from: '7', to: '0', amount: '500' });
      const asked = { from: '7', to: '0', amount: '514.51' };
      expect(await make(4, asked)).toMatchObject({
        refused: 'funds_insufficient',
        facts: { amount: '$514.50' },
      });
      const most = { ...asked, amount: '514.50' };
      expect(allowed(await review(4, most))).toMatchObject({
        overdraws: true,
        from: { before: '414.50', after: '-100.00' },
      });
      expect(allowed(await make(4, most)).from.available).toBe('-100.00');
    });

    it('a loan is paid down, but no more than owed', async () => {
      service.clock.advance({ hours: 24 });
      const paid = allowed(await make(4, { from: '0', to: '3', amount: '150' }));
      expect(paid.to).toEqual({ suffix: '3', available: '50.00' });
      expect(await make(4, { from: '0', to: '3', amount: '50.01' })).toMatchObject({
        refused: 'more_than_owed',
        facts: { amount: '$50.00' },
      });
    });
  });

  it('a joint owner moves what the share allows, and no more', async () => {
    const owner = present(service.fixture.members[5], 'they live here');
    const joint = present(service.fixture.members[6], 'they live here');
    const id = service.fixture.institution.id;
    const share = present(
      (await loadShares(db(), id, [owner.id])).get(owner.id)?.find(({ suffix }) => suffix === '0'),
      'savings',
    );
    await db().transaction(async (tx) =>
      addJointOwners(tx, id, [
        { memberId: joint.id, shareId: share.id, kind: 'savings', suffix: '2', mayMove: false },
      ]),
    );
    expect(allowed(await readShare.run(await request(6), { suffix: '2' }))).toMatchObject({
      role: 'joint',
      available: '500.00',
      mayMoveFrom: false,
    });
    expect(await make(6, { from: '2', to: '7', amount: '5' })).toMatchObject({
      refused: 'share_fixed',
    });
    await db().query(
      'update share_owners set may_see = false where institution_id = $1 and member_id = $2 and share_id = $3',
      [id, joint.id, share.id],
    );
    expect(await make(6, { from: '2', to: '7', amount: '5' })).toMatchObject({
      refused: 'not_found',
    });
    expect(await readShare.run(await request(6), { suffix: '2' })).toMatchObject({
      refused: 'not_found',
    });
  });

  it('another member’s nonce has no effect, and their money stays', async () => {
    const nonce = service.world.ids.next();
    const asked = { from: '7', to: '0', amount: '10' };
    allowed(await make(5, asked, nonce));
    expect(allowed(await make(7, asked, nonce))).toMatchObject({ already: false });
    expect(await availableOf(5, '7')).toBe('990.00');
    expect(await availableOf(7, '7')).toBe('990.00');
  });

  it('leave books and audit log that agree with each other', async () => {
    const { problems } = await verify(db(), {
      institutionId: service.fixture.institution.id,
      keyring: service.fixture.keyring,
    });
    expect(problems).toEqual([]);
  });

  it('have one day, even if it ends meanwhile', async () => {
    const { institution, members } = service.fixture;
    const midnight = Temporal.PlainDate.from('2026-11-25').toZonedDateTime(institution.zone);
    const before = midnight.toInstant().subtract({ seconds: 1 });
    const asked = { from: '7', to: '0', amount: '10' };
    const days = async () =>
      db().query<{ day: Temporal.PlainDate; amount: bigint }>(
        `select day, amount from online_usage
          where institution_id = $1 and member_id = $2 and day in ('2026-11-24', '2026-11-25') order by day`,
        [institution.id, members[7]?.id],
      );
    // No matter how often we ask before midnight.
    for (let asks = 1; asks <= 8; asks += 1) {
      let times = 0;
      const clock = {
        now: () => {
          times += 1;
          return times <= asks ? before : midnight.toInstant();
        },
      };
      const given = await memberRequest({ ...place(), world: { ...service.world, clock } }, 7);
      times = 0;
      const nonce = service.world.ids.next();
      allowed(await makeTransfer.run(given, makeTransfer.input.parse({ ...asked, nonce })));
    }
    const posted = await db().query<{ day: Temporal.PlainDate; amount: bigint }>(
      `select effective_on as day, sum(amount)::int8 as amount from entries
        where institution_id = $1 and account_id = $2 and effective_on in ('2026-11-24', '2026-11-25')
        group by effective_on order by effective_on`,
      [institution.id, members[7]?.savingsAccountId],
    );
    const told = (rows: readonly { day: Temporal.PlainDate; amount: bigint }[]) =>
      rows.map(({ day, amount }) => `${day.toString()} ${amount < 0n ? -amount : amount}`);
    // A day without a posting does not count.
    expect(told(await days())).toEqual(told(posted));
  });
});
