import { expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import {
  back,
  header,
  rowsOf,
  sentPostings,
  shares,
  since,
} from '../../../test/support/sent-postings.ts';
import { post } from '../../ledger/post.ts';
import { openShares } from '../../shares/open-shares.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { present } from '../../kernel/assert.ts';
import { balance } from './balancing.ts';
import { decideWaiting } from './decide-waiting.ts';
import { silentFiles } from './list-postings.ts';
import { readPostingFile } from './make-file.ts';
import { endToEndId } from './end-to-end-id.ts';

onSampledEngines('what members moved here', (db) => {
  it('goes into one file, each line once, and the same file can be written again', async () => {
    const { send, place, move, id } = await sentPostings(db());
    const [one, two] = await Promise.all([send(), send()]);
    const file = present(one ?? two, 'one of them has the lines');
    expect([one, two].filter(Boolean)).toHaveLength(1);
    expect(new Set(file.lines.map(({ amount }) => amount))).toEqual(new Set([-2000n, 2000n]));
    expect(new Set(file.lines.map((line) => endToEndId(line.transactionId)))).toEqual(
      new Set([id]),
    );
    expect(await readPostingFile(db(), place.institutionId, file.number)).toEqual(file);
    expect(await send()).toBeUndefined();
    const next = await move('web:2');
    expect((await send())?.lines.map((line) => endToEndId(line.transactionId))).toEqual([
      next,
      next,
    ]);
  });

  it('is missed after two days without an answer', async () => {
    const { send, bring, place, today, id } = await sentPostings(db());
    const { number, madeAt } = present(await send(), 'there is a transfer');
    const next = (hours: number) => ({ number: number + 1, madeAt: madeAt.add({ hours }) });
    const missed = async (hours: number) => silentFiles(db(), place.institutionId, next(hours));
    expect([await missed(47), await missed(49)]).toEqual([[], [number]]);
    await bring({ transactions: back({ today, id }) }, { since });
    expect(await missed(49)).toEqual([]);
  });

  it('settles when it comes back with its id, and moves nothing', async () => {
    const { send, bring, balances, linesOf, today, id, institution, keyring } =
      await sentPostings(db());
    await send();
    const before = await balances();
    for (const [settled, already] of [
      [2, 0],
      [0, 2],
    ]) {
      const report = await bring({ transactions: back({ today, id }) }, { since });
      expect(report).toMatchObject({ errors: [], transactions: { posted: 0, settled, already } });
      expect(await balances()).toEqual(before);
      expect(await linesOf()).toEqual([
        { state: 'settled', externalId: '7' },
        { state: 'settled', externalId: '8' },
      ]);
    }
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });

  it('is counted in the balance that the core must show, sent or not', async () => {
    const { bring, balances, move, send } = await sentPostings(db());
    const day = `${header}5,104,9,2026-11-20,-10.00,SHOP,90.00,\n`;
    // Not sent, then sent: the core has it in neither case.
    expect((await bring({ transactions: day }, { since })).errors).toEqual([]);
    await send();
    await move('web:2');
    const more = `${header}6,104,9,2026-11-21,-10.00,SHOP,80.00,\n`;
    expect((await bring({ transactions: more }, { since })).errors).toEqual([]);
    expect(await balances()).toEqual({ '104/1': 4_500n, '104/9': 4_000n });
    const gap = `${header}9,104,9,2026-11-22,-10.00,SHOP,60.00,\n`;
    const refused = await bring({ transactions: gap }, { since });
    expect(refused.errors).toEqual([
      expect.objectContaining({
        line: 2,
        reason: expect.stringContaining(
          '104/9 does not balance: after this file the core shows 60.00, and our books would have 70.00',
        ),
      }),
    ]);
    expect(await balances()).toEqual({ '104/1': 4_500n, '104/9': 4_000n });
  });

  it.each([['with another amount', { amount: '21.00' }, /was sent with another amount/]])(
    'stops the file when it comes back %s',
    async (_name, other, says) => {
      const { send, bring, balances, today, id } = await sentPostings(db());
      await send();
      const before = await balances();
      const report = await bring({ transactions: back({ today, id, ...other }) }, { since });
      expect(report.isRefused).toBe(true);
      expect(report.errors).toContainEqual(
        expect.objectContaining({ line: 2, reason: expect.stringMatching(says) }),
      );
      expect(await balances()).toEqual(before);
    },
  );

  it('stops the file when the core posted it twice', async () => {
    const { send, bring, balances, today, id } = await sentPostings(db());
    await send();
    const twice = `${back({ today, id })}17,104,9,${today.toString()},-20.00,TO 1,60.00,${id}\n`;
    const inOne = await bring({ transactions: twice }, { since });
    expect(inOne.errors).toContainEqual(
      expect.objectContaining({ line: 4, reason: expect.stringContaining('in this file twice') }),
    );
    await bring({ transactions: back({ today, id }) }, { since });
    const before = await balances();
    const later = `${header}18,104,9,${today.toString()},-20.00,TO 1,60.00,${id}\n`;
    const report = await bring({ transactions: later }, { since });
    expect(report.errors).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('posted it twice') }),
    ]);
    expect(await balances()).toEqual(before);
  });

  it.each([true, false])(
    'without its id waits for staff, who decide once (ours: %s)',
    async (isOurs) => {
      const { send, bring, balances, linesOf, today, deciding, institution, keyring } =
        await sentPostings(db());
      await send();
      const before = await balances();
      const night = `${header}7,104,9,${today.toString()},-20.00,TO 1,80.00,\n`;
      for (let run = 0; run < 2; run += 1) {
        const report = await bring({ transactions: night }, { since });
        expect(report).toMatchObject({ errors: [], transactions: { posted: 0, waiting: 1 } });
      }
      expect(await balances()).toEqual(before);
      const tasks = await db().query(
        `select kind, subject from tasks where institution_id = $1 and kind = 'core_entry'`,
        [institution.id],
      );
      expect(tasks).toHaveLength(1);
      const both = await Promise.all(
        [isOurs, !isOurs, isOurs].map(async (ours, index) =>
          index === 1
            ? undefined
            : decideWaiting(db(), deciding, { externalId: '7', isOurs: ours }),
        ),
      );
      expect(both.filter((one) => one && 'done' in one)).toHaveLength(1);
      const after = await balances();
      expect(after['104/9']).toBe((before['104/9'] ?? 0n) - (isOurs ? 0n : 2000n));
      expect((await linesOf())[0]).toEqual(
        isOurs ? { state: 'settled', externalId: '7' } : { state: 'sent', externalId: null },
      );
      const again = await bring(
        { transactions: night.replace('80.00', isOurs ? '80.00' : '80.00') },
        { since },
      );
      expect(again).toMatchObject({
        errors: [],
        transactions: { posted: 0, waiting: 0, already: 1 },
      });
      expect(await balances()).toEqual(after);
      expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
    },
  );

  it('posts an entry that has another system’s id, even if it looks like ours', async () => {
    const { send, bring, balances, today } = await sentPostings(db());
    await send();
    const other = `${header}7,104,9,${today.toString()},-20.00,RENT,80.00,SEPA-4711\n`;
    const report = await bring({ transactions: other }, { since });
    expect(report).toMatchObject({ errors: [], transactions: { posted: 1, waiting: 0 } });
    expect(await balances()).toEqual({ '104/1': 2_500n, '104/9': 6_000n });
  });

  it('has the reversals of imported entries, which the core lacks', async () => {
    const { send, institution, place, keyring, today, bring, move } = await sentPostings(db());
    await send();
    const [imported] = await db().query<{ id: string }>(
      `select id from transactions where institution_id = $1 and key = 'import:1'`,
      [institution.id],
    );
    const transactionId = present(imported, 'the payroll was imported').id;
    await move('web:3');
    const [outcome] = await post(db(), {
      ...place,
      keyring,
      orders: [
        {
          order: 'reversal',
          key: 'staff:1',
          effectiveOn: today,
          transactionId,
          description: 'REVERSED',
          forced: true,
        },
      ],
    });
    expect(outcome?.outcome).toBe('posted');
    const day = `${header}5,104,9,2026-11-20,-10.00,SHOP,90.00,\n`;
    expect((await bring({ transactions: day }, { since })).errors).toEqual([]);
    const lines = (await send())?.lines ?? [];
    expect(lines.map(({ amount }) => amount)).toContainEqual(-10000n);
    expect(lines).toHaveLength(3);
  });

  it('is not sent where the core’s name fits two accounts', async () => {
    const { send, institution, move, world } = await sentPostings(db());
    await send();
    await move('web:2');
    // The member calls the core’s 9 here 8, and opens another account as 9.
    await db().query(
      `update share_owners set suffix = '8' where institution_id = $1 and suffix = '9'`,
      [institution.id],
    );
    await db().transaction(async (tx) => {
      const [member] = await tx.query<{ id: string }>(
        `select id from members where institution_id = $1 and number = '104'`,
        [institution.id],
      );
      await openShares(tx, world, institution.id, [
        {
          memberId: present(member, 'the file has 104').id,
          accountId: world.ids.next(),
          kind: 'savings',
          currency: 'USD',
          suffix: '9',
        },
      ]);
    });
    await expect(send()).rejects.toMatchObject({ name: 'SharedName' });
    const files = await db().query('select number from posting_files where institution_id = $1', [
      institution.id,
    ]);
    expect(files).toHaveLength(1);
  });

  it('is set apart when both books are compared, by account', async () => {
    const { send, institution, world } = await sentPostings(db());
    await send();
    const file = `${shares.replace('5.00', '6.00')}104,7,share,1.00\n`;
    const { accounts } = await balance(db(), { institution, world }, rowsOf(file));
    expect(accounts.map(({ digits: _digits, ...one }) => one)).toEqual([
      { share: '104/1', core: 600n, ours: 2500n, outstanding: 2000n, difference: -100n },
      { share: '104/7', core: 100n, ours: undefined, outstanding: 0n, difference: -100n },
      { share: '104/9', core: 10000n, ours: 8000n, outstanding: -2000n, difference: 0n },
    ]);
  });
});
