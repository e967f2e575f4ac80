import { expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { migrate } from '../database/migrate.ts';
import { smallBooks, booksKeyring } from '../../test/support/ledger/small-books.ts';
import { verify } from './verify/verify.ts';

const name = '0011-counter-account';

onGuardedEngines('the account on the other side of an entry', (db) => {
  const stored = async (institutionId: number) =>
    db().query<{ account: string; counter: string | null; entries: number }>(
      `select account_id as account, counter_account_id as counter,
          (count(*) over (partition by transaction_id))::int as entries
        from entries where institution_id = $1 order by account_id, sequence`,
      [institutionId],
    );

  it('is stored for each posting with two entries, restored by the migration, and absent from old digests', async () => {
    const books = smallBooks(db());
    const { institutionId, day } = books;
    const [cash, one, two] = [
      await books.open({ class: 'asset', kind: 'cash', internal: true }),
      await books.open({ class: 'liability', kind: 'checking', internal: false }),
      await books.open({ class: 'liability', kind: 'savings', internal: false }),
    ];
    const move = async (from: string, to: string, amount: bigint) =>
      books.must({
        order: 'transfer',
        key: books.key(),
        fromAccountId: from,
        toAccountId: to,
        amount,
        kind: 'transfer',
        effectiveOn: day,
        fromDescription: 'OUT',
        toDescription: 'IN',
      });
    await move(cash, one, 500n);
    await move(one, two, 200n);
    await books.must({
      order: 'entries',
      key: books.key(),
      kind: 'deposit',
      effectiveOn: day,
      entries: [
        { accountId: cash, amount: 30n, description: 'THREE' },
        { accountId: one, amount: -10n, description: 'THREE' },
        { accountId: two, amount: -20n, description: 'THREE' },
      ],
    });
    const before = await stored(institutionId);
    expect(before.filter(({ entries }) => entries === 2)).toHaveLength(4);
    for (const { counter, entries, account } of before) {
      if (entries === 2) expect([cash, one, two]).toContain(counter);
      else expect(counter).toBeNull();
      expect(counter).not.toBe(account);
    }
    // The previous version's database: without the column and the migration.
    await db().query('alter table entries drop column counter_account_id');
    await db().query('delete from migrations where name = $1', [name]);
    expect(await migrate(db())).toEqual([name]);
    expect(await stored(institutionId)).toEqual(before);
    const report = await verify(db(), { institutionId, keyring: booksKeyring });
    expect(report.problems).toEqual([]);
  });

  it('is checked by verify against the other entry', async () => {
    const books = smallBooks(db());
    const { institutionId, day } = books;
    const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
    const one = await books.open({ class: 'liability', kind: 'checking', internal: false });
    await books.must({
      order: 'transfer',
      key: books.key(),
      fromAccountId: cash,
      toAccountId: one,
      amount: 500n,
      kind: 'transfer',
      effectiveOn: day,
      fromDescription: 'OUT',
      toDescription: 'IN',
    });
    for (const wrong of [one, null]) {
      await db().query(
        'update entries set counter_account_id = $3 where institution_id = $1 and account_id = $2',
        [institutionId, one, wrong],
      );
      const { problems } = await verify(db(), { institutionId, keyring: booksKeyring });
      expect(problems).toEqual([
        expect.objectContaining({ what: 'an entry names the wrong account on its other side' }),
        expect.objectContaining({ what: expect.stringMatching(/entry \d+ is not/) }),
      ]);
    }
  });
});
