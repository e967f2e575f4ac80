import { describe, expect, it } from 'vitest';
import { staffActor } from '../../../test/support/actor.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { institutionFromFiles } from '../../../test/support/import-files.ts';
import { present } from '../../kernel/assert.ts';
import { correctionOf } from '../../ledger/correction.ts';
import { post } from '../../ledger/post.ts';
import { openShares } from '../../shares/open-shares.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { canonicalRows } from '../files/canonical-rows.ts';
import { csvRows } from '../files/csv-rows.ts';
import { formatOf, ownMapping, readMapping, type Mapping } from '../files/mapping.ts';
import { listAccounts } from '../listed-accounts.ts';
import { balance } from './balancing.ts';
import { decideWaiting } from './decide-waiting.ts';
import { endToEndId, transactionOf } from './end-to-end-id.ts';
import { silentFiles } from './list-postings.ts';
import { makePostingFile, readPostingFile } from './make-file.ts';
import type { NamedLine } from './named-lines.ts';
import { rejectPosting } from './reject-posting.ts';
import { transfersIn, writePain } from './write-pain.ts';
import { writeRows } from './write-rows.ts';

const shares = `member_number,suffix,kind,balance
104,9,share draft,100.00
104,1,share,5.00
`;
const header =
  'external_id,member_number,suffix,effective_on,amount,description,balance,end_to_end_id\n';
const first = `${header}1,104,9,2026-11-02,100.00,PAYROLL,100.00,
2,104,1,2026-11-02,5.00,OPEN,5.00,
`;
const since = Temporal.PlainDate.from('2026-11-01');

onBothEngines('what members moved here', (db) => {
  /** Books from a file, and a transfer of 20.00 from 9 to 1 that was sent to the core. */
  const begin = async (amount = 2_000n) => {
    const books = await institutionFromFiles(db());
    const { institution, world, keyring } = books;
    await books.bring({ shares, transactions: first });
    const accounts = new Map(
      (await listAccounts(db(), institution.id)).map(({ share, accountId }) => [share, accountId]),
    );
    const place = { institutionId: institution.id, world };
    const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    const move = async (key: string) => {
      const [outcome] = await post(db(), {
        ...place,
        keyring,
        orders: [
          {
            order: 'transfer',
            key,
            effectiveOn: today,
            fromAccountId: accounts.get('104/9') ?? '',
            toAccountId: accounts.get('104/1') ?? '',
            amount,
            kind: 'transfer',
            fromDescription: 'TO 1',
            toDescription: 'FROM 9',
          },
        ],
      });
      if (outcome?.outcome !== 'posted') throw new Error('the transfer posts');
      return endToEndId(outcome.transactionId);
    };
    const id = await move('web:1');
    const actor = staffActor('Kim', 'daily file');
    const send = async () => makePostingFile(db(), place);
    const linesOf = async () =>
      db().query(
        'select state, external_id as "externalId" from posting_lines where institution_id = $1 order by amount',
        [institution.id],
      );
    return { ...books, place, id, move, send, linesOf, today, deciding: { ...books, actor } };
  };
  /** The core's file of the next day, after it posted ours. */
  const back = (given: { today: Temporal.PlainDate; id: string; amount?: string; to?: string }) =>
    `${header}7,104,9,${given.today.toString()},-${given.amount ?? '20.00'},TO 1,80.00,${given.id}
8,104,1,${given.today.toString()},20.00,FROM 9,${given.to ?? '25.00'},${given.id}
`;

  it('goes into one file, each line once, and the same file can be written again', async () => {
    const { send, place, move, id } = await begin();
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
    const { send, bring, place, today, id } = await begin();
    const { number, madeAt } = present(await send(), 'there is a transfer');
    const next = (hours: number) => ({ number: number + 1, madeAt: madeAt.add({ hours }) });
    const missed = async (hours: number) => silentFiles(db(), place.institutionId, next(hours));
    expect([await missed(47), await missed(49)]).toEqual([[], [number]]);
    await bring({ transactions: back({ today, id }) }, { since });
    expect(await missed(49)).toEqual([]);
  });

  it('settles when it comes back with its id, and moves nothing', async () => {
    const { send, bring, balances, linesOf, today, id, institution, keyring } = await begin();
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
    const { bring, balances, move, send } = await begin();
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
      const { send, bring, balances, today, id } = await begin();
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
    const { send, bring, balances, today, id } = await begin();
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
        await begin();
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
    const { send, bring, balances, today } = await begin();
    await send();
    const other = `${header}7,104,9,${today.toString()},-20.00,RENT,80.00,SEPA-4711\n`;
    const report = await bring({ transactions: other }, { since });
    expect(report).toMatchObject({ errors: [], transactions: { posted: 1, waiting: 0 } });
    expect(await balances()).toEqual({ '104/1': 2_500n, '104/9': 6_000n });
  });

  it('is reversed once when the core rejects it, and never sent again', async () => {
    const { send, bring, balances, id, deciding, institution, keyring, today } = await begin();
    await send();
    const rejected = `end_to_end_id,reason\n${id.toUpperCase()},closed\n`;
    const dry = await bring({ rejected }, { isDryRun: true });
    expect(dry.rejected).toEqual({ reversed: 1, already: 0 });
    expect((await bring({ rejected })).rejected).toEqual({ reversed: 1, already: 0 });
    expect(await balances()).toEqual({ '104/1': 500n, '104/9': 10_000n });
    expect((await bring({ rejected })).rejected).toEqual({ reversed: 0, already: 1 });
    expect(await send()).toBeUndefined();
    const events = await db().query(
      `select what from acts where institution_id = $1 and what = 'posting_rejected'`,
      [institution.id],
    );
    expect(events).toHaveLength(1);
    const late = await bring({ transactions: back({ today, id }) }, { since });
    expect(late.errors[0]?.reason).toContain('the core rejected and we reversed');
    expect((await bring({ rejected: 'end_to_end_id\nX\n' })).errors[0]?.reason).toMatch(
      /none of ours/,
    );
    expect(
      await rejectPosting(db(), deciding, {
        id: '0'.repeat(12) + '7' + '0'.repeat(3) + '8' + '0'.repeat(15),
        reason: '',
      }),
    ).toEqual({
      refused: expect.stringContaining('nothing with the id'),
    });
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });

  it('is not reversed once the core has a part of it', async () => {
    const { send, bring, balances, id, deciding, today } = await begin();
    await send();
    const [top = '', row = ''] = back({ today, id }).split('\n');
    await bring({ transactions: `${top}\n${row}\n` }, { since });
    const before = await balances();
    expect(await rejectPosting(db(), deciding, { id, reason: 'late' })).toEqual({
      refused: expect.stringContaining('a part of'),
    });
    expect(await balances()).toEqual(before);
  });

  it('lets each of two equal entries wait for a line of its own', async () => {
    const { send, move, bring, balances, linesOf, today, deciding } = await begin();
    await move('web:2');
    await send();
    const before = await balances();
    const day = today.toString();
    const night = `${header}7,104,9,${day},-20.00,TO 1,80.00,\n9,104,9,${day},-20.00,TO 1,60.00,\n`;
    for (let run = 0; run < 2; run += 1)
      expect(await bring({ transactions: night }, { since })).toMatchObject({
        errors: [],
        transactions: { posted: 0, waiting: 2 },
      });
    const waits = await db().query(
      `select count(distinct transaction_id)::int as lines from waiting_entries where institution_id = $1`,
      [deciding.institution.id],
    );
    expect(waits).toEqual([{ lines: 2 }]);
    for (const externalId of ['7', '9'])
      expect(await decideWaiting(db(), deciding, { externalId, isOurs: true })).toEqual({
        done: true,
      });
    expect(await balances()).toEqual(before);
    expect((await linesOf()).filter((line) => line['state'] === 'settled')).toHaveLength(2);
    // A third one in the core is another entry.
    const third = `${night}11,104,9,${day},-20.00,TO 1,40.00,\n`;
    expect(await bring({ transactions: third }, { since })).toMatchObject({
      errors: [],
      transactions: { posted: 1, waiting: 0, already: 2 },
    });
  });

  it('counts what waits as what the core has, when the file has it no more', async () => {
    const { send, bring, today, institution, world } = await begin();
    await send();
    const day = today.toString();
    await bring({ transactions: `${header}7,104,9,${day},-20.00,TO 1,80.00,\n` }, { since });
    // A later file begins after the entry that waits.
    const later = `${header}9,104,9,${day},-10.00,SHOP,70.00,X-1\n`;
    expect(await bring({ transactions: later }, { since })).toMatchObject({
      errors: [],
      transactions: { posted: 1 },
    });
    const file = shares.replace('100.00', '70.00');
    const { accounts } = await balance(db(), { institution, world }, rowsOf(file));
    expect(accounts.map(({ share, difference }) => [share, difference])).toEqual([
      ['104/1', 0n],
      ['104/9', 0n],
    ]);
  });

  it('settles another equal line if the entry’s own was settled meanwhile', async () => {
    const { send, move, bring, balances, today, deciding, linesOf } = await begin();
    const second = await move('web:2');
    const file = present(await send(), 'there are two transfers');
    const day = today.toString();
    await bring({ transactions: `${header}7,104,9,${day},-20.00,TO 1,80.00,\n` }, { since });
    const [waits] = await db().query<{ id: string }>(
      'select transaction_id as id from waiting_entries where institution_id = $1',
      [deciding.institution.id],
    );
    const own = endToEndId(present(waits, 'an entry waits').id);
    expect(file.lines.map((line) => endToEndId(line.transactionId))).toContain(own);
    expect(second).not.toBe(own);
    const named = `${header}9,104,9,${day},-20.00,TO 1,60.00,${own}\n`;
    expect(await bring({ transactions: named }, { since })).toMatchObject({
      errors: [],
      transactions: { settled: 1 },
    });
    const before = await balances();
    expect(await decideWaiting(db(), deciding, { externalId: '7', isOurs: true })).toEqual({
      done: true,
    });
    expect(await balances()).toEqual(before);
    expect(
      (await linesOf())
        .map((line) => line['externalId'])
        .filter(Boolean)
        .sort(),
    ).toEqual(['7', '9']);
  });

  it.each([
    ['amount', (line: string) => line.replace('-20.00', '-30.00')],
    ['account', (line: string) => line.replace('104,9', '104,1')],
    ['id', (line: string) => `${line}OTHER-1`],
  ])(
    'stops the file when a settled entry’s id comes back with another %s',
    async (_what, other) => {
      const { send, bring, balances, today, id } = await begin();
      await send();
      await bring({ transactions: back({ today, id }) }, { since });
      const before = await balances();
      const line = other(`7,104,9,${today.toString()},-20.00,TO 1,,`);
      const report = await bring({ transactions: `${header}${line}\n` }, { since });
      expect(report.errors).toEqual([
        expect.objectContaining({ reason: expect.stringContaining('never be used again') }),
      ]);
      expect(await balances()).toEqual(before);
    },
  );

  it('settles what the core has, although our books lost the file by a restore', async () => {
    const { send, bring, balances, linesOf, today, id, institution, keyring } = await begin();
    const before = await balances();
    // The books were restored to a moment before the file was made. One side comes back now, the other one later.
    const [top = '', row = '', other = ''] = back({ today, id }).split('\n');
    const report = await bring({ transactions: `${top}\n${row}\n` }, { since });
    expect(report).toMatchObject({ errors: [], transactions: { posted: 0, settled: 1 } });
    expect(await linesOf()).toEqual([
      { state: 'settled', externalId: '7' },
      { state: 'sent', externalId: null },
    ]);
    // Nothing of it is sent again.
    expect(await send()).toBeUndefined();
    const later = await bring({ transactions: `${top}\n${other}\n` }, { since });
    expect(later).toMatchObject({ errors: [], transactions: { posted: 0, settled: 1 } });
    expect(await balances()).toEqual(before);
    const twice = `${header}17,104,9,${today.toString()},-20.00,TO 1,60.00,${id}\n`;
    expect((await bring({ transactions: twice }, { since })).errors[0]?.reason).toContain(
      'posted it twice',
    );
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });

  it('has the reversals of imported entries, which the core lacks', async () => {
    const { send, institution, place, keyring, today, bring, move } = await begin();
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

  const undo = (given: Awaited<ReturnType<typeof begin>>) => {
    const { id, place, keyring, today } = given;
    const transactionId = present(transactionOf(id), 'it is ours');
    return {
      reverse: async (of = transactionId) => {
        const [outcome] = await post(db(), {
          ...place,
          keyring,
          orders: [
            {
              order: 'reversal',
              key: `staff:${of}`,
              effectiveOn: today,
              transactionId: of,
              description: 'REVERSED',
              forced: true,
            },
          ],
        });
        if (outcome?.outcome !== 'posted') throw new Error('the reversal posts');
        return outcome.transactionId;
      },
      correct: async () => {
        const found = await db().transaction(async (tx) =>
          correctionOf(tx, {
            ...place,
            transactionId,
            amount: 1_500n,
            description: 'CORRECTED',
            on: today,
          }),
        );
        if (!('order' in found)) throw new Error('it can be corrected');
        const [outcome] = await post(db(), { ...place, keyring, orders: [found.order] });
        if (outcome?.outcome !== 'posted') throw new Error('the correction posts');
        return outcome.transactionId;
      },
    };
  };

  it('is not reversed in full after a correction', async () => {
    const books = await begin();
    const { send, balances, id, deciding } = books;
    await send();
    const { correct, reverse } = undo(books);
    const correction = await correct();
    const before = await balances();
    expect(await rejectPosting(db(), deciding, { id, reason: 'closed' })).toEqual({
      refused: expect.stringContaining('it was corrected here'),
    });
    expect(await balances()).toEqual(before);
    await reverse(correction);
    expect(await rejectPosting(db(), deciding, { id, reason: 'closed' })).toEqual({ done: true });
    expect(await balances()).toEqual({ '104/1': 500n, '104/9': 10_000n });
  });

  it('ends when the core rejects what staff reversed here before, sent or not', async () => {
    const books = await begin();
    const { send, balances, id, deciding, linesOf } = books;
    await send();
    const reversal = endToEndId(await undo(books).reverse());
    await send();
    expect(await rejectPosting(db(), deciding, { id: reversal, reason: 'closed' })).toEqual({
      refused: expect.stringContaining('it is a reversal'),
    });
    for (const one of [id, reversal]) {
      expect(await rejectPosting(db(), deciding, { id: one, reason: 'closed' })).toEqual({
        done: true,
      });
      expect(await balances()).toEqual({ '104/1': 500n, '104/9': 10_000n });
    }
    expect(await send()).toBeUndefined();
    expect(new Set((await linesOf()).map((line) => line['state']))).toEqual(new Set(['rejected']));
  });

  it('is not sent where the core’s name fits two accounts', async () => {
    const { send, institution, move, world } = await begin();
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
    const { send, institution, world } = await begin();
    await send();
    const file = `${shares.replace('5.00', '6.00')}104,7,share,1.00\n`;
    const { accounts } = await balance(db(), { institution, world }, rowsOf(file));
    expect(accounts.map(({ digits: _digits, ...one }) => one)).toEqual([
      { share: '104/1', core: 600n, ours: 2500n, outstanding: 2000n, difference: -100n },
      { share: '104/7', core: 100n, ours: undefined, outstanding: 0n, difference: -100n },
      { share: '104/9', core: 10000n, ours: 8000n, outstanding: -2000n, difference: 0n },
    ]);
  });

  it('is written as the core’s own file, and as pain.001', async () => {
    const { send, institution, id, today } = await begin();
    const file = present(await send(), 'there is a transfer');
    expect(writeRows(file.lines, ownMapping).toString().split('\r\n').sort()).toEqual(
      [
        'member_number,suffix,effective_on,amount,kind,check_number,description,end_to_end_id',
        `104,1,${today.toString()},20.00,transfer,,FROM 9,${id}`,
        `104,9,${today.toString()},-20.00,transfer,,TO 1,${id}`,
        '',
      ].sort(),
    );
    expect(transfersIn(file.lines).left).toEqual([]);
    const xml = writePain(file, institution);
    expect(xml).toContain(`<EndToEndId>${id}</EndToEndId>`);
    expect(xml).toContain('<InstdAmt Ccy="USD">20.00</InstdAmt>');
    expect(xml).toMatch(/<DbtrAcct><Id><Othr><Id>104\/9<[^]*<CdtrAcct><Id><Othr><Id>104\/1</);
    expect(xml).toContain('<CtrlSum>20.00</CtrlSum>');
    const again = writePain({ ...file, madeAt: file.madeAt.add({ seconds: 1 }) }, institution);
    const messageId = (text: string) => /<MsgId>([^<]{1,35})<\/MsgId>/.exec(text)?.[1];
    expect(messageId(xml)).not.toBe(messageId(again));
  });
});

async function* rowsOf(text: string, mapping: Mapping = ownMapping) {
  const bytes = (async function* () {
    yield await Promise.resolve(new TextEncoder().encode(text));
  })();
  yield* canonicalRows(csvRows(bytes, formatOf(mapping, 'shares')), 'shares', mapping, {
    currency: 'USD',
  });
}

describe('a file for the core', () => {
  const line: NamedLine = {
    transactionId: '019ac000-0000-7000-8000-000000000001',
    accountId: 'a',
    effectiveOn: Temporal.PlainDate.from('2026-11-29'),
    amount: -123450n,
    kind: 'transfer',
    checkNumber: null,
    description: 'TO "9"; ünïque',
    account: { memberNumber: '104', suffix: '9', currency: 'USD', kind: 'checking', isLoan: false },
  };

  it('has the core’s columns, dates and signs, and comes back as it was', async () => {
    const mapping = readMapping(
      JSON.stringify({
        separator: ';',
        encoding: 'latin-1',
        dates: 'DD.MM.YY',
        decimal: ',',
        debts: 'negative',
        transactions: {
          columns: {
            external_id: ['REF', 'SEQ'],
            member_number: 'KTO',
            suffix: 'UK',
            effective_on: 'TAG',
            amount: { in: 'HABEN', out: 'SOLL' },
            kind: { columns: 'ART', values: { U: 'transfer' } },
            description: 'TEXT',
            end_to_end_id: 'REF',
          },
        },
      }),
    );
    if ('problems' in mapping) throw new Error(mapping.problems.join());
    const loan = {
      ...line,
      amount: -5000n,
      account: { ...line.account, suffix: '60', isLoan: true },
    };
    expect(writeRows([line, loan], mapping).toString('latin1').split('\r\n')).toEqual([
      'KTO;UK;TAG;HABEN;SOLL;ART;check_number;TEXT;REF',
      '104;9;29.11.26;;1234,50;U;;"TO ""9""; ünïque";019ac000000070008000000000000001',
      '104;60;29.11.26;50,00;;U;;"TO ""9""; ünïque";019ac000000070008000000000000001',
      '',
    ]);
  });

  it('has Windows-1252 where the mapping says Latin-1, and no character becomes a quote', () => {
    const mapping = { ...ownMapping, encoding: 'latin-1' as const };
    const text = 'CAF\u0045\u0301 \u20ac5 \u0122x\u0122, \u4e2d';
    const bytes = writeRows([{ ...line, description: text }], mapping);
    expect(new TextDecoder('windows-1252').decode(bytes)).toContain(',"CAFÉ €5 ?x?, ?",');
  });

  it('sums the figures of pain.001 with the digits of its currencies', () => {
    const place = { number: 1, madeAt: Temporal.Instant.from('2026-11-29T12:00:00Z') };
    const pair = (currency: string, amount: bigint, id: string): NamedLine[] =>
      [-amount, amount].map((one, index) => ({
        ...line,
        transactionId: id,
        amount: one,
        account: { ...line.account, suffix: String(index), currency },
      }));
    const lines = [...pair('JPY', 1_234n, 'a'), ...pair('USD', 150n, 'b')];
    const xml = writePain({ ...place, lines }, { name: 'North', zone: 'America/Chicago' });
    expect(xml.match(/<CtrlSum>[^<]*/g)).toEqual([
      '<CtrlSum>1235.50',
      '<CtrlSum>1234',
      '<CtrlSum>1.50',
    ]);
    const [alone = line] = pair('USD', 150n, 'c');
    expect(transfersIn([...lines, alone])).toMatchObject({ left: [{ transactionId: 'c' }] });
  });

  it('knows its ids again, however they are written', () => {
    const id = endToEndId(line.transactionId);
    expect(id).toHaveLength(32);
    for (const written of [id, id.toUpperCase(), line.transactionId, ` ${id} `])
      expect(transactionOf(written)).toBe(line.transactionId);
    expect(transactionOf('NOTPROVIDED')).toBeUndefined();
    expect(transactionOf(undefined)).toBeUndefined();
  });
});
