import { expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService } from '../../test/support/service.ts';
import { buildFixture } from '../../test/support/fixture.ts';
import { present } from '../kernel/assert.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import { importBooks } from '../ledger/import/import-books.ts';
import { readRecords } from '../ledger/import/read-csv.ts';
import { findMemberByNumber } from '../members/members.ts';
import { loadShares } from '../shares/load-shares.ts';
import { changeSuffix } from '../shares/share-names.ts';
import { createImportTarget } from './import-target.ts';

const csv = `member_number,suffix,kind,currency,nickname,overdraft_limit
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

onSampledEngines('import', (db) => {
  it('recognizes an account by its suffix in the old system, under any present name', async () => {
    const { fixture, world, clock } = await startService(db(), { people: 1 });
    const institutionId = fixture.institution.id;
    const bring = async (transactions: string) =>
      importBooks(db(), {
        institutionId,
        accounts: readRecords(whole(csv)),
        transactions: readRecords(whole(transactions)),
        target: createImportTarget(world, institutionId),
        today: Temporal.PlainDate.from('2026-11-23'),
        world,
        keyring: fixture.keyring,
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
    // Half a year later the member calls the savings 7. For the old system, 7 is still the checking
    // account.
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

const world = createWorld({ random: seededRandom('import target') });

onSampledEngines('imported accounts', (db) => {
  const bring = async (
    institutionId: number,
    accounts: readonly string[],
    { partial = false } = {},
  ) =>
    importBooks(db(), {
      partial,
      institutionId,
      accounts: records([
        'member_number,suffix,kind,currency,nickname,overdraft_limit',
        ...accounts,
      ]),
      transactions: records([
        'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance',
      ]),
      target: createImportTarget(world, institutionId),
      today: Temporal.PlainDate.from('2026-11-28'),
      world,
    });

  it('find their shares again, and report what they could not take', async () => {
    const { institution } = await buildFixture(db(), world, { people: 1 });
    const lines = [
      '5001,7,checking,USD,Service,',
      '5001,0,savings,USD,7,',
      '5002,7,checking,USD,stop,',
    ];
    const first = await bring(institution.id, lines);
    expect(first.errors).toEqual([]);
    expect(first.accounts).toMatchObject({ opened: 3, already: 0 });
    const note = { file: 'accounts', reason: expect.stringContaining('nickname') };
    expect(first.notes).toEqual([
      { ...note, line: 3 },
      { ...note, line: 4 },
    ]);
    const again = await bring(
      institution.id,
      [...lines.slice(0, 2), '5002,7,savings,USD,,', '900001,7,checking,USD,,'],
      { partial: true },
    );
    expect(again.accounts).toMatchObject({ opened: 0, already: 3 });
    expect([again.errors, again.notes]).toEqual([
      [
        {
          file: 'accounts',
          line: 4,
          reason: 'it exists already as checking in USD, not as savings in USD',
        },
      ],
      [],
    ]);
  });

  it('are no accounts of the core that a member only calls so here', async () => {
    const { institution } = await buildFixture(db(), world, { people: 1 });
    await bring(institution.id, ['5003,7,checking,USD,,']);
    await db().query(
      `update share_owners o set suffix = '8' from members m
        where m.institution_id = $1 and m.number = '5003' and o.institution_id = $1 and o.member_id = m.id`,
      [institution.id],
    );
    const report = await bring(institution.id, ['5003,8,checking,USD,,']);
    expect(report).toMatchObject({
      errors: [{ line: 2, reason: expect.stringContaining('which is the core’s 5003/7') }],
      isRefused: true,
    });
    const again = await bring(institution.id, ['5003,7,checking,USD,,']);
    expect(again).toMatchObject({ errors: [], accounts: { opened: 0, already: 1 } });
  });

  it('take no suffix that a member gave up lately, and lose no other line because of it', async () => {
    const { institution } = await buildFixture(db(), world, { people: 1 });
    // A share that no import made: the suffix alone can't identify it later.
    await db().transaction(async (tx) => {
      const member = await findMemberByNumber(tx, institution.id, '900001');
      const memberId = member?.id ?? '';
      const owned = (await loadShares(tx, institution.id, [memberId])).get(memberId);
      const share = owned?.find(({ suffix }) => suffix === '7');
      await changeSuffix(
        tx,
        { institutionId: institution.id, memberId, shareId: share?.id ?? '' },
        { suffix: '8', now: world.clock.now() },
      );
    });
    const lines = ['900001,7,checking,USD,,', '5002,7,checking,USD,,'];
    const errors = [
      { file: 'accounts', line: 2, reason: expect.stringContaining('in use recently') },
    ];
    const refused = await bring(institution.id, lines);
    expect(refused).toMatchObject({ errors, isRefused: true, accounts: { opened: 0 } });
    expect(await findMemberByNumber(db(), institution.id, '5002')).toBeUndefined();
    const report = await bring(institution.id, lines, { partial: true });
    expect(report).toMatchObject({ errors, leftOut: ['900001/7'], accounts: { opened: 1 } });
  });
});

const records = (lines: readonly string[]) => readRecords(whole(`${lines.join('\n')}\n`));
