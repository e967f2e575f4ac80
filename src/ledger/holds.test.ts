import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { expireHolds } from './expire-holds.ts';
import { internalKinds, openInternalAccounts } from './internal-accounts.ts';
import { smallBooks, booksKeyring } from '../../test/support/ledger/small-books.ts';
import { verify } from './verify/verify.ts';

onBothEngines('holds and internal accounts', (db) => {
  it('expires only due holds, once', async () => {
    const books = smallBooks(db());
    const { institutionId, world, day, clock } = books;
    const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
    const checking = await books.open({ kind: 'checking', overdraftLimit: 10_000n });
    const place = async (amount: bigint, minutes?: number) => {
      const placed = await books.must({
        order: 'place_hold',
        key: books.key(),
        effectiveOn: day,
        accountId: checking,
        amount,
        description: 'SHELL',
        ...(minutes === undefined ? {} : { expiresAt: clock.now().add({ minutes }) }),
      });
      return placed.holdId ?? '';
    };
    await place(100n, 10);
    const partly = await place(200n, 20);
    await place(400n, 30);
    await place(800n);
    await books.must({
      order: 'capture_hold',
      key: books.key(),
      effectiveOn: day,
      holdId: partly,
      accountId: checking,
      toAccountId: cash,
      amount: 50n,
      kind: 'purchase',
      description: 'SHELL',
    });
    const sweep = () =>
      expireHolds(db(), { institutionId, today: day, world, keyring: booksKeyring });
    const held = async () => {
      const [row] = await db().query<{ held: bigint }>(
        'select held from accounts where institution_id = $1 and id = $2',
        [institutionId, checking],
      );
      return row?.held;
    };
    expect([await sweep(), await held()]).toEqual([0, 1_450n]);
    clock.advance({ minutes: 20 });
    expect([await sweep(), await held()]).toEqual([2, 1_200n]);
    expect([await sweep(), await held()]).toEqual([0, 1_200n]);
    clock.advance({ minutes: 60 });
    const swept = await Promise.all([sweep(), sweep(), sweep()]);
    expect([swept.reduce((sum, one) => sum + one), await held()]).toEqual([1, 800n]);
    const report = await verify(db(), { institutionId, keyring: booksKeyring });
    expect(report.problems).toEqual([]);
  });

  it('opens each internal account once, even if many processes start together', async () => {
    const { institutionId, world, day } = smallBooks(db());
    const open = (currency: string) =>
      openInternalAccounts(db(), { institutionId, currency, openedOn: day, world });
    const opened = await Promise.all([open('USD'), open('USD'), open('USD'), open('EUR')]);
    expect(opened[1]).toEqual(opened[0]);
    expect(opened[2]).toEqual(opened[0]);
    expect([...(opened[0]?.keys() ?? [])].sort()).toEqual(Object.keys(internalKinds).sort());
    const [count] = await db().query(
      'select count(*)::int as accounts from accounts where institution_id = $1',
      [institutionId],
    );
    expect(count).toEqual({ accounts: 2 * Object.keys(internalKinds).length });
  });
});
