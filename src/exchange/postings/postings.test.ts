import { describe, expect, it } from 'vitest';
import { staffActor } from '../../../test/support/actor.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { institutionFromFiles } from '../../../test/support/import-files.ts';
import { present } from '../../kernel/assert.ts';
import { post } from '../../ledger/post.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { canonicalRows } from '../files/canonical-rows.ts';
import { csvRows } from '../files/csv-rows.ts';
import { formatOf, ownMapping, readMapping, type Mapping } from '../files/mapping.ts';
import { listAccounts } from '../listed-accounts.ts';
import { balance } from './balancing.ts';
import { decideWaiting } from './decide-waiting.ts';
import { endToEndId, transactionOf } from './end-to-end-id.ts';
import { makePostingFile, readPostingFile } from './make-file.ts';
import { nameLines, type NamedLine } from './named-lines.ts';
import { rejectPosting } from './reject-posting.ts';
import { writePain } from './write-pain.ts';
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
    const lines = await nameLines(db(), institution.id, file.lines);
    expect(writeRows(lines, ownMapping).toString().split('\r\n').sort()).toEqual(
      [
        'member_number,suffix,effective_on,amount,kind,check_number,description,end_to_end_id',
        `104,1,${today.toString()},20.00,transfer,,FROM 9,${id}`,
        `104,9,${today.toString()},-20.00,transfer,,TO 1,${id}`,
        '',
      ].sort(),
    );
    const { xml, left } = writePain({ ...file, lines }, institution);
    expect(left).toEqual([]);
    expect(xml).toContain(`<EndToEndId>${id}</EndToEndId>`);
    expect(xml).toContain('<InstdAmt Ccy="USD">20.00</InstdAmt>');
    expect(xml).toMatch(/<DbtrAcct><Id><Othr><Id>104\/9<[^]*<CdtrAcct><Id><Othr><Id>104\/1</);
    expect(xml).toContain('<CtrlSum>20.00</CtrlSum>');
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

  it('knows its ids again, however they are written', () => {
    const id = endToEndId(line.transactionId);
    expect(id).toHaveLength(32);
    for (const written of [id, id.toUpperCase(), line.transactionId, ` ${id} `])
      expect(transactionOf(written)).toBe(line.transactionId);
    expect(transactionOf('NOTPROVIDED')).toBeUndefined();
    expect(transactionOf(undefined)).toBeUndefined();
  });
});
