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
import { verify } from '../../ledger/verify/verify.ts';
import { present } from '../../kernel/assert.ts';
import { balance } from './balancing.ts';
import { decideWaiting } from './decide-waiting.ts';
import { endToEndId } from './end-to-end-id.ts';

onSampledEngines('an entry of the core', (db) => {
  it('lets each of two equal entries wait for a line of its own', async () => {
    const { send, move, bring, balances, linesOf, today, deciding } = await sentPostings(db());
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
    const { send, bring, today, institution, world } = await sentPostings(db());
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
    const { send, move, bring, balances, today, deciding, linesOf } = await sentPostings(db());
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
    const settled = (await linesOf()).flatMap(({ externalId }) =>
      typeof externalId === 'string' ? [externalId] : [],
    );
    expect(new Set(settled)).toEqual(new Set(['7', '9']));
  });

  it.each([
    ['amount', (line: string) => line.replace('-20.00', '-30.00')],
    ['account', (line: string) => line.replace('104,9', '104,1')],
    ['id', (line: string) => `${line}OTHER-1`],
  ])(
    'stops the file when a settled entry’s id comes back with another %s',
    async (_what, other) => {
      const { send, bring, balances, today, id } = await sentPostings(db());
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
    const { send, bring, balances, linesOf, today, id, institution, keyring } =
      await sentPostings(db());
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
});
