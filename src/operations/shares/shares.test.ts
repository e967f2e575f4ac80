import { Readable } from 'node:stream';
import { parseSync } from 'ofx-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { furnishAccounts, moved, postOrders } from '../../../test/support/furnish-accounts.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { unzip } from '../../../test/support/unzip.ts';
import type { Core } from '../../core/core.ts';
import { ledgerCore } from '../../core/local/ledger-core.ts';
import { readCsv } from '../../ledger/import/read-csv.ts';
import { present } from '../../kernel/assert.ts';
import { isRefused } from '../refusals.ts';
import type { Operation } from '../operation.ts';
import { perform } from '../perform.ts';
import { accountsOperations } from './index.ts';
import { listChecks } from './list-checks.ts';
import { listDisputes } from './list-disputes.ts';
import { listLetters } from './letters.ts';
import { listHistory } from './list-history.ts';
import { listHolds } from './list-holds.ts';
import { listShares } from './list-shares.ts';
import { changeSuffix, renameShare, setDefaultShare, setTransferSource } from './names.ts';
import { readBalances } from './read-balances.ts';
import { readShare } from './read-share.ts';
import { searchEntries } from './search-entries.ts';
import {
  downloadStatement,
  downloadStatementYear,
  listStatementMonths,
  readStatement,
} from './statements.ts';

const byText = (a: string, b: string) => (a < b ? -1 : 1);

onSampledEngines('the member’s own shares', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 6 });
    await furnishAccounts(place(), 0);
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const request = async (person: number) => memberRequest(place(), person);
  const refusalOf = (result: unknown) => (isRefused(result) ? result.refused : undefined);
  const history = async (more: Record<string, unknown> = {}) =>
    allowed(
      await listHistory.run(await request(0), listHistory.input.parse({ suffix: '7', ...more })),
    );
  const amounts = async (more: Record<string, unknown>) =>
    (await history(more)).entries.map(({ amount }) => amount);

  it('are listed with the reason why posted and available differ', async () => {
    const { shares } = allowed(await listShares.run(await request(0), {}));
    expect(
      shares.map(({ suffix, kind, currency, ledger, held, available, closed }) =>
        [suffix, kind, currency, ledger, held, available, closed].join(' '),
      ),
    ).toEqual([
      '0 savings USD 501.25 0.00 501.25 false',
      '7 checking USD 939.50 25.00 914.50 false',
      '3 loan USD 200.00 0.00 200.00 false',
      '4 certificate USD 300.00 0.00 300.00 false',
      '5 savings EUR 0.00 0.00 0.00 false',
      '6 savings USD 0.00 0.00 0.00 true',
    ]);
    expect(shares.find(({ suffix }) => suffix === '7')).toMatchObject({
      overdraftLimit: '100.00',
      isDefault: true,
      isTransferSource: false,
      mayMoveFrom: true,
      openedOn: '2026-11-23',
    });
    expect(shares.find(({ suffix }) => suffix === '3')).toMatchObject({
      nickname: 'Car',
      mayMoveFrom: false,
      mayMoveTo: true,
    });
  });

  it('have a history to search, filter and page through', async () => {
    expect(await amounts({})).toEqual(['-3.00', '-12.50', '-45.00', '1000.00']);
    expect(await amounts({ text: 'cafe' })).toEqual(['-12.50']);
    expect(await amounts({ text: '1042' })).toEqual(['-45.00']);
    expect(await amounts({ text: '%' })).toEqual([]);
    expect(await amounts({ only: 'in' })).toEqual(['1000.00']);
    expect(await amounts({ only: 'out' })).toEqual(['-3.00', '-12.50', '-45.00']);
    expect(await amounts({ only: 'checks' })).toEqual(['-45.00']);
    expect(await amounts({ only: 'cards' })).toEqual(['-12.50']);
    expect(await amounts({ only: 'fees' })).toEqual(['-3.00']);
    expect(await amounts({ only: 'transfers' })).toEqual([]);
    expect(await amounts({ to: '2026-11-22' })).toEqual([]);
    expect(await amounts({ from: '2026-11-23', to: '2026-11-23' })).toHaveLength(4);
    const first = await history({ count: 3 });
    const second = await history({ count: 3, before: first.next });
    expect(second.entries.map(({ balance }) => balance)).toEqual(['1000.00']);
    expect(second.next).toBeNull();
  });

  it('have holds and checks, and a check by its number', async () => {
    expect(allowed(await listHolds.run(await request(0), { suffix: '7' }))).toMatchObject({
      currency: 'USD',
      holds: [
        { amount: '25.00', description: 'SHELL OIL 5751', expiresAt: '2026-11-26T16:42:00Z' },
      ],
    });
    const checks = async (number?: string) =>
      allowed(await listChecks.run(await request(0), { suffix: '7', number })).checks;
    expect(await checks()).toMatchObject([{ checkNumber: '1042', amount: '-45.00' }]);
    expect(await checks('1042')).toHaveLength(1);
    expect(await checks('001042')).toHaveLength(1);
    expect(await checks('104')).toHaveLength(0);
  });

  it('are hidden from everybody else, in every operation', async () => {
    const stranger = await request(1);
    const given: Record<string, string> = {
      suffix: '3',
      month: '2026-11',
      as: 'csv',
      chosen: '2',
      nickname: 'Mine',
      nonce: service.world.ids.next(),
      from: '3',
      to: '7',
      amount: '1',
      number: '1',
      words: 'Not me',
      reference: 'D-1123-1234',
      id: service.world.ids.next(),
      year: '2026',
    };
    // Lists give a stranger nothing of it.
    const lists: ReadonlySet<string> = new Set([listShares.id, listDisputes.id, listLetters.id]);
    const byDay: ReadonlySet<string> = new Set([listHistory.id, searchEntries.id]);
    const tried: string[] = [];
    for (const operation of accountsOperations.filter(({ id }) => !lists.has(id))) {
      const asked = Object.entries(given).filter(
        ([name]) =>
          name in operation.input.shape &&
          // There, both are days.
          !(byDay.has(operation.id) && (name === 'from' || name === 'to')),
      );
      const { refused } = await perform(
        stranger,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each checks its own input
        operation as Operation,
        Object.fromEntries(asked),
      );
      tried.push(`${operation.id}: ${refused?.code}`);
    }
    expect(tried).toHaveLength(accountsOperations.length - lists.size);
    expect(tried.filter((one) => !one.endsWith(': not_found'))).toEqual([]);
    const { shares } = allowed(await listShares.run(stranger, {}));
    expect(shares.map(({ suffix }) => suffix)).toEqual(['0', '7']);
  });

  describe('month by month', () => {
    beforeAll(async () => {
      service.clock.advance({ hours: 10 * 24 });
      await postOrders(place(), [
        moved(place(), {
          accountId: present(service.fixture.members[0], 'they live here').checkingAccountId,
          amount: 30_000n,
          kind: 'deposit',
          description: '=PAYROLL, "ACME"',
        }),
      ]);
    });

    it('have balances by day to plot', async () => {
      const read = allowed(await readBalances.run(await request(0), { suffix: '7', days: 30 }));
      expect(read).toMatchObject({
        from: '2026-11-04',
        to: '2026-12-03',
        opening: '0.00',
        days: [
          { on: '2026-11-23', balance: '939.50' },
          { on: '2026-12-03', balance: '1239.50' },
        ],
      });
    });

    it('have statements, each closing with the next one’s opening balance', async () => {
      const { months } = allowed(await listStatementMonths.run(await request(0), { suffix: '7' }));
      expect(months).toEqual(['2026-12', '2026-11']);
      const november = allowed(
        await readStatement.run(await request(0), { suffix: '7', month: '2026-11' }),
      );
      expect(november).toMatchObject({
        opening: '0.00',
        closing: '939.50',
        totals: { in: '1000.00', out: '60.50', dividends: '0.00', fees: '3.00' },
      });
      const december = allowed(
        await readStatement.run(await request(0), { suffix: '7', month: '2026-12' }),
      );
      expect(december).toMatchObject({
        opening: '939.50',
        closing: '1239.50',
        from: '2026-12-01',
        to: '2026-12-03',
      });
      for (const month of ['2026-10', '2027-01'])
        expect(refusalOf(await readStatement.run(await request(0), { suffix: '7', month }))).toBe(
          'not_found',
        );
    });

    it('come as the archive of a year, which names a month that is too long', async () => {
      // Our own books, with a lower maximum for one month.
      const core = (longFrom: string): Core => ({
        ...ledgerCore,
        period: async (q, id, asked) =>
          ledgerCore.period(q, id, {
            ...asked,
            count: asked.from.toString() >= longFrom && asked.to.month < 12 ? 1 : asked.count,
          }),
      });
      const filesOf = async (longFrom: string) => {
        const member = await memberRequest(place(), 0, { core: core(longFrom) });
        const asked = { suffix: '7', year: '2026' };
        const { content } = allowed(await downloadStatementYear.run(member, asked));
        return unzip(Buffer.from(content));
      };
      const december = ['pdf', 'csv', 'ofx'].map((as) => `checking-7-2026-12.${as}`);
      const november = december.map((name) => name.replace('12', '11'));
      expect([...(await filesOf('2027-01-01')).keys()]).toEqual([...november, ...december]);
      const short = await filesOf('2026-11-01');
      expect([...short.keys()]).toEqual([...december, 'missing.txt']);
      expect(String(short.get('missing.txt'))).toMatch(/^2026-11\n\nThis month has more/);
    });

    it('can be downloaded as CSV and as OFX for other programs, without any account number', async () => {
      const file = async (as: 'csv' | 'ofx', suffix = '7', month = '2026-12') =>
        allowed(await downloadStatement.run(await request(0), { suffix, month, as }));
      const csv = await file('csv');
      expect(csv).toMatchObject({
        name: 'checking-7-2026-12.csv',
        type: 'text/csv; charset=utf-8',
      });
      const rows: (readonly string[])[] = [];
      for await (const { fields } of readCsv(Readable.from([String(csv.content)])))
        rows.push(fields ?? []);
      expect(rows.slice(1)).toEqual([
        ['2026-12-03', '\'=PAYROLL, "ACME"', 'deposit', '', '300.00', '1239.50', '5'],
      ]);
      const ofx = await file('ofx');
      const statement = parseSync(String(ofx.content)).OFX['BANKMSGSRSV1']['STMTTRNRS']['STMTRS'];
      expect(statement).toMatchObject({
        CURDEF: 'USD',
        BANKACCTFROM: {
          ACCTTYPE: 'CHECKING',
          ACCTID: expect.stringMatching(/^[0-9A-Za-z]{8,22}$/),
        },
        BANKTRANLIST: { STMTTRN: { TRNAMT: '300.00', NAME: '=PAYROLL, "ACME"' } },
        LEDGERBAL: { BALAMT: '1239.50' },
        AVAILBAL: { BALAMT: '1214.50' },
      });
      const again = await file('ofx', '7', '2026-11');
      const person = present(service.fixture.members[0], 'they live here');
      for (const { content } of [csv, ofx, again]) {
        expect(content).not.toContain(person.number);
        expect(content).not.toContain(person.checkingAccountId);
      }
      const idIn = (text: string) => /<ACCTID>([^<]+)/.exec(text)?.[1];
      expect(idIn(String(again.content))).toBe(idIn(String(ofx.content)));
      expect(idIn(String((await file('ofx', '0')).content))).not.toBe(idIn(String(ofx.content)));
    });
  });

  describe('have names of the member’s own', () => {
    it('a nickname, distinct from the others’ and from commands', async () => {
      const rename = async (suffix: string, nickname: string) =>
        renameShare.run(await request(2), { suffix, nickname });
      expect(allowed(await rename('0', 'Rainy day'))).toMatchObject({ nickname: 'Rainy day' });
      expect(await rename('7', 'rainy DAY')).toMatchObject({
        refused: 'nickname_taken',
        field: 'nickname',
      });
      for (const nickname of ['balance', '4821', 'x', '<b>bold</b>'])
        expect(refusalOf(await rename('7', nickname))).toBe('nickname_malformed');
      expect(allowed(await rename('0', ''))).toMatchObject({ nickname: null });
    });

    it('a suffix, unique among theirs, with the old one retired; messages know the new one', async () => {
      const change = async (suffix: string, chosen: string) =>
        changeSuffix.run(await request(3), changeSuffix.input.parse({ suffix, chosen }));
      expect(allowed(await change('7', 's12'))).toMatchObject({ suffix: 'S12', kind: 'checking' });
      expect(refusalOf(await change('7', '1'))).toBe('not_found');
      expect(await change('S12', '0')).toMatchObject({ refused: 'suffix_taken', field: 'chosen' });
      expect(refusalOf(await change('0', '7'))).toBe('suffix_retired');
      expect(refusalOf(await change('0', '123'))).toBe('suffix_malformed');
      const reply = await service.say(3, '#bal S12');
      expect(reply.text).toContain('$1,000.00');
      const both = await Promise.all([change('0', '1'), change('S12', '1')]);
      expect(both.map((one) => refusalOf(one) ?? 'done').toSorted(byText)).toEqual([
        'done',
        'suffix_taken',
      ]);
    });

    it('the default for messages, and the source of transfers', async () => {
      expect(allowed(await setDefaultShare.run(await request(4), { suffix: '0' }))).toMatchObject({
        isDefault: true,
      });
      expect(allowed(await readShare.run(await request(4), { suffix: '7' })).isDefault).toBe(false);
      expect(allowed(await setTransferSource.run(await request(4), { suffix: '7' }))).toMatchObject(
        {
          isTransferSource: true,
        },
      );
      expect(refusalOf(await setTransferSource.run(await request(0), { suffix: '3' }))).toBe(
        'share_fixed',
      );
      expect((await service.say(4, '#bal')).text).toContain('$500.00');
    });

    it('the audit log has each change', async () => {
      const acts = await db().query<{ what: string }>(
        'select distinct what from acts where institution_id = $1 order by what',
        [service.fixture.institution.id],
      );
      expect(acts.map(({ what }) => what)).toEqual([
        'default_share_set',
        'share_renamed',
        'share_suffix_changed',
        'transfer_source_set',
      ]);
    });
  });
});
