import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { buildTown } from '../../test/support/town.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import { importBooks } from '../ledger/import/import-books.ts';
import { findMemberByNumber } from '../members/members.ts';
import { loadShares } from '../shares/load-shares.ts';
import { changeSuffix } from '../shares/share-names.ts';
import { createImportTarget } from './import-target.ts';

const world = createWorld({ random: seededRandom('import target') });

onBothEngines('imported accounts', (db) => {
  const bring = async (institutionId: number, accounts: readonly string[]) =>
    importBooks(db(), {
      institutionId,
      accounts: pieces([
        'member_number,suffix,kind,currency,nickname,overdraft_limit',
        ...accounts,
      ]),
      transactions: pieces([
        'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance',
      ]),
      target: createImportTarget(world, institutionId),
      today: Temporal.PlainDate.from('2026-11-28'),
      world,
    });

  it('find their shares again, and say what they could not take', async () => {
    const { institution } = await buildTown(db(), world, { people: 1 });
    const lines = [
      '5001,7,checking,USD,House,',
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
    const again = await bring(institution.id, [
      ...lines.slice(0, 2),
      '5002,7,savings,USD,,',
      '900001,7,checking,USD,,',
    ]);
    expect(again.accounts).toMatchObject({ opened: 0, already: 3 });
    expect([again.errors, again.notes]).toEqual([
      [
        {
          file: 'accounts',
          line: 4,
          reason: 'it is there already, and is not savings in USD but checking in USD',
        },
      ],
      [],
    ]);
  });

  it('take no suffix that a member gave up lately, and lose no other line for it', async () => {
    const { institution } = await buildTown(db(), world, { people: 1 });
    await bring(institution.id, ['5001,7,checking,USD,,']);
    await db().transaction(async (tx) => {
      const member = await findMemberByNumber(tx, institution.id, '5001');
      const memberId = member?.id ?? '';
      const [share] = (await loadShares(tx, institution.id, [memberId])).get(memberId) ?? [];
      await changeSuffix(
        tx,
        { institutionId: institution.id, memberId, shareId: share?.id ?? '' },
        { suffix: '8', now: world.clock.now() },
      );
    });
    const report = await bring(institution.id, ['5001,7,checking,USD,,', '5002,7,checking,USD,,']);
    expect(report.errors).toEqual([
      { file: 'accounts', line: 2, reason: expect.stringContaining('given up') },
    ]);
    expect(report.accounts.opened).toBe(1);
  });
});

async function* pieces(lines: readonly string[]): AsyncGenerator<string> {
  yield `${lines.join('\n')}\n`;
}
