import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { startService } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { importBooks } from '../ledger/import/import-books.ts';
import { loadShares } from '../shares/load-shares.ts';
import { changeSuffix } from '../shares/share-names.ts';
import { createImportTarget } from './import-target.ts';

const accounts = `member_number,suffix,kind,currency,nickname,overdraft_limit
5001,7,checking,USD,,0
5001,0,savings,USD,,0
`;
const header =
  'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance\n';
const first = `${header}a1,5001,7,2026-11-02,100.00,deposit,,PAYROLL,100.00
a2,5001,0,2026-11-02,5.00,deposit,,CASH,5.00
`;

async function* whole(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

onBothEngines('import', (db) => {
  it('knows an account again by the suffix that the old system gives it, whatever its member calls it now', async () => {
    const { town, world, clock } = await startService(db(), { people: 1 });
    const institutionId = town.institution.id;
    const bring = async (transactions: string) =>
      importBooks(db(), {
        institutionId,
        accounts: whole(accounts),
        transactions: whole(transactions),
        target: createImportTarget(world, institutionId),
        today: Temporal.PlainDate.from('2026-11-23'),
        world,
        seals: town.seals,
      });
    const balances = async () =>
      db().query(
        `select a.kind, a.ledger_balance as balance from accounts a join shares s on s.institution_id = $1 and s.account_id = a.id
          join share_owners o on o.institution_id = $1 and o.share_id = s.id
          join members m on m.institution_id = $1 and m.id = o.member_id
          where a.institution_id = $1 and m.number = '5001' order by a.kind`,
        [institutionId],
      );
    expect((await bring(first)).accounts).toMatchObject({ opened: 2 });
    const [member] = await db().query<{ id: string }>(
      `select id from members where institution_id = $1 and number = '5001'`,
      [institutionId],
    );
    const memberId = present(member, 'the member was made').id;
    const shareOf = async (kind: string) =>
      present(
        (await loadShares(db(), institutionId, [memberId]))
          .get(memberId)
          ?.find((s) => s.kind === kind),
        'the share',
      ).id;
    const call = async (kind: string, suffix: string) =>
      changeSuffix(
        db(),
        { institutionId, memberId, shareId: await shareOf(kind) },
        { suffix, now: clock.now() },
      );
    expect(await call('checking', '8')).toBeUndefined();
    const again = await bring(first);
    expect([again.errors, again.accounts.opened, again.transactions.already]).toEqual([[], 0, 2]);
    // Half a year later 7 is what the member calls the savings; to the old system it is the checking still.
    clock.advance({ hours: 24 * 180 });
    expect(await call('savings', '7')).toBeUndefined();
    clock.advance({ hours: 24 * 100 });
    const later = await bring(`${first}a3,5001,7,2026-11-20,10.00,deposit,,INTEREST,110.00\n`);
    expect([later.errors, later.differences]).toEqual([[], []]);
    expect(await balances()).toEqual([
      { kind: 'checking', balance: 11_000n },
      { kind: 'savings', balance: 500n },
    ]);
  });
});
