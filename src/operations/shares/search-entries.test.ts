import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { furnishAccounts, moved, postOrders } from '../../../test/support/furnish-accounts.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import { isRefused } from '../refusals.ts';
import { searchEntries } from './search-entries.ts';

onSampledEngines('the search of a member’s transactions', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    await furnishAccounts(place(), 0);
    const { savingsAccountId: accountId } = present(service.fixture.members[0], 'they live here');
    const walmart = { accountId, kind: 'card', description: 'WM SUPERCENTER #331 ST LOUIS MO' };
    await postOrders(place(), [
      moved(place(), { ...walmart, amount: -2_000n }),
      moved(place(), { ...walmart, amount: -8_150n }),
      moved(place(), { ...walmart, amount: 500n }),
    ]);
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const run = async (more: Record<string, unknown>, person = 0) =>
    searchEntries.run(await memberRequest(place(), person), searchEntries.input.parse(more));
  const found = async (more: Record<string, unknown>) => {
    const { entries } = allowed(await run(more));
    return entries.map(({ suffix, amount }) => `${suffix} ${amount}`);
  };
  const refusalOf = async (more: Record<string, unknown>) => {
    const result = await run(more);
    return isRefused(result) ? [result.refused, result.field] : undefined;
  };

  it('finds a merchant as people write it, on all accounts, and adds up', async () => {
    const result = allowed(await run({ find: 'Walmart', sum: 'true' }));
    expect(result.entries.map(({ amount }) => amount).toSorted()).toEqual(
      ['-20.00', '-81.50', '5.00'].toSorted(),
    );
    expect(result.sums.find(({ currency }) => currency === 'USD')).toMatchObject({
      out: { count: 2, total: '101.50' },
      refunds: { count: 1, total: '5.00' },
      own: { count: 0, total: '0.00' },
    });
    expect(result.next).toBeNull();
    expect(await found({ find: 'kroger' })).toEqual([]);
  });

  it('refuses days that are none', () => {
    for (const after of ['2026-13-99_7_1_1', '2026-02-30_7_1_1', '0000-01-01_7_1_1'])
      expect(searchEntries.input.safeParse({ after }).success).toBe(false);
    for (const day of ['0000-01-01', '2026-00-10', '1899-12-31'])
      for (const field of ['from', 'to'])
        expect(searchEntries.input.safeParse({ [field]: day }).success).toBe(false);
  });

  it('filters by account, direction, day and amount, and orders', async () => {
    expect(await found({ find: 'groceries', order: 'largest' })).toEqual([
      '0 -81.50',
      '0 -20.00',
      '0 5.00',
    ]);
    expect(await found({ find: 'walmart', direction: 'in' })).toEqual(['0 5.00']);
    expect(await found({ suffix: '7', atLeast: '40', atMost: '50.00' })).toEqual(['7 -45.00']);
    expect(await found({ suffix: '7', to: '2020-01-01' })).toEqual([]);
    expect(allowed(await run({ sum: 'true', to: '2020-01-01' })).sums[0]?.out.count).toBe(0);
  });

  it('continues where a page ended, without naming an account by its id', async () => {
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const page = allowed(await run({ count: 2, ...(after ? { after } : {}) }));
      seen.push(...page.entries.map(({ suffix, number }) => `${suffix}/${number}`));
      after = page.next;
      expect(after ?? '').not.toMatch(/-[0-9a-f]{4}-/);
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await found({ count: 200 })).length);
  });

  it('refuses what can’t be', async () => {
    expect(await refusalOf({ suffix: '9' })).toEqual(['not_found', undefined]);
    expect(await refusalOf({ from: '2026-12-01', to: '2026-11-01' })).toEqual([
      'days_reversed',
      'to',
    ]);
    expect(await refusalOf({ atLeast: 'much' })).toEqual(['amount_malformed', 'atLeast']);
    expect(await refusalOf({ atMost: '1.2.3' })).toEqual(['amount_malformed', 'atMost']);
    expect(await refusalOf({ after: '2026-11-23_9_1_100' })).toEqual(['not_found', undefined]);
    expect(() => searchEntries.input.parse({ after: 'x' })).toThrow();
    for (const day of ['2026-13-99', '2026-00-10', '2026-02-30', '0000-01-01']) {
      expect(searchEntries.input.safeParse({ after: `${day}_7_1_1` }).success).toBe(false);
      expect(searchEntries.input.safeParse({ from: day }).success).toBe(false);
      expect(searchEntries.input.safeParse({ to: day }).success).toBe(false);
    }
    expect(searchEntries.input.safeParse({ after: '2026-11-30_7_1_1' }).success).toBe(true);
  });

  it('shows nobody else’s', async () => {
    const other = allowed(await run({ find: 'walmart', sum: 'true' }, 1));
    expect(other.entries).toEqual([]);
    expect(other.sums[0]?.out.count).toBe(0);
  });
});
