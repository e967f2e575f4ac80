import { beforeEach, expect, it } from 'vitest';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { hang } from '../support/foreign-core.ts';
import { startForeignService, type ForeignService } from '../support/foreign-service.ts';
import { allowed, memberRequest } from '../support/member-request.ts';
import { searchEntries } from '../../src/operations/shares/search-entries.ts';
import { listHistory } from '../../src/operations/shares/list-history.ts';
import { listHolds } from '../../src/operations/shares/list-holds.ts';
import { listShares } from '../../src/operations/shares/list-shares.ts';
import { makeTransfer } from '../../src/operations/shares/make-transfer.ts';
import { renameShare } from '../../src/operations/shares/names.ts';
import { reviewTransfer } from '../../src/operations/shares/review-transfer.ts';
import { tryText } from '../../src/operations/messages/try-text.ts';
import { present } from '../../src/kernel/assert.ts';
import { asOf } from '../../src/web/site/accounts/as-of.ts';
import { perform } from '../../src/operations/perform.ts';

/** The same on the site and by the API: an operation may answer that a transfer is pending. */
onSampledEngines('the site of a credit union whose books are at another core', (db) => {
  let service: ForeignService;
  beforeEach(async () => {
    await db().query('delete from core_orders');
    service = await startForeignService(db(), { people: 2 });
  });
  const act = async () =>
    memberRequest({ db: db(), fixture: service.fixture, world: service.world }, 0, {
      core: service.core,
    });
  const order = (amount = '50.00', more: object = {}) => ({
    from: '7',
    to: '0',
    amount,
    nonce: service.world.ids.next(),
    agreedTo: [],
    ...more,
  });
  const make = async (input: ReturnType<typeof order>) => perform(await act(), makeTransfer, input);
  const shares = async () => allowed(await listShares.run(await act(), {})).shares;

  it('says that a transfer is pending, and later the result to the same nonce', async () => {
    const input = order();
    expect((await make(input)).done).toMatchObject({
      state: 'pending',
      receipt: null,
      already: false,
      from: { suffix: '7', available: null },
    });
    expect((await make(input)).done).toMatchObject({ state: 'pending', already: true });
    await service.sender().drain();
    expect((await make(input)).done).toMatchObject({
      state: 'posted',
      receipt: 'FC-1',
      already: true,
      from: { available: '950.00' },
      to: { available: '550.00' },
    });
    expect(service.foreign.postings).toHaveLength(1);
    // A member who asked on the page sees it there.
    expect(await service.leave()).toEqual([]);
  });

  it('answers a known nonce while the core is away, and refuses a new one', async () => {
    const input = order();
    await make(input);
    await service.sender().drain();
    service.foreign.behavior = { fetch: async (_needs, signal) => hang(signal) };
    expect((await make(input)).done).toMatchObject({ state: 'posted', receipt: 'FC-1' });
    expect((await make(order())).refused).toMatchObject({ code: 'books_away', status: 503 });
    const review = await perform(await act(), reviewTransfer, { from: '7', to: '0', amount: '5' });
    expect(review.refused?.code).toBe('books_away');
    expect((await perform(await act(), listShares, {})).refused?.code).toBe('books_away');
    const holds = await perform(await act(), listHolds, { suffix: '7' });
    expect(holds.refused?.code).toBe('books_away');
    expect((await perform(await act(), searchEntries, {})).refused?.code).toBe('books_away');
    const history = await perform(await act(), listHistory, { suffix: '7' });
    expect(history.done?.entries).toHaveLength(1);
  });

  it('refuses the same transfer by another nonce while the first is open, and holds its amount', async () => {
    await make(order());
    expect((await make(order())).refused?.code).toBe('already_pending');
    expect((await service.say(0, '#trans 50 7 0')).outcome).toBe('already_pending');
    const [, checking] = await shares();
    expect(checking).toMatchObject({
      suffix: '7',
      ledger: '1000.00',
      held: '50.00',
      available: '950.00',
      asOf: '2026-11-23T16:42:00Z',
    });
    const holds = allowed(await listHolds.run(await act(), { suffix: '7' }));
    expect(JSON.stringify(holds)).toContain('50.00');
    expect((await make(order('51.00'))).done?.state).toBe('pending');
  });

  it('reports by message that a transfer was refused, and the nonce says so', async () => {
    const input = order('400.00');
    await make(input);
    service.foreign.withdraw(service.fixture.members[0]?.checkingAccountId ?? '', 90_000n);
    await service.sender().drain();
    expect((await make(input)).refused?.code).toBe('funds_insufficient');
    expect(await service.leave()).toEqual([expect.stringMatching(/was refused for lack of funds/)]);
    const [usage] = await db().query<{ amount: bigint }>(
      'select coalesce(sum(amount), 0)::int8 as amount from online_usage where institution_id = $1',
      [service.fixture.institution.id],
    );
    expect(usage?.amount).toBe(0n);
  });

  it('reports by message a transfer without confirmation after 15 minutes, and its result in the end', async () => {
    service.foreign.behavior = {
      send: async (_order, post) => {
        post();
        throw new Error('lost');
      },
      find: async () => {
        throw new Error('away');
      },
    };
    const input = order();
    await make(input);
    const sender = service.sender();
    for (let round = 0; round < 31; round += 1) {
      await sender.drain();
      service.clock.advance({ seconds: 30 });
    }
    await sender.drain();
    expect(await service.leave()).toEqual([expect.stringMatching(/is not confirmed yet/)]);
    expect((await make(input)).done).toMatchObject({ state: 'pending' });
    service.foreign.behavior = {};
    service.clock.advance({ minutes: 30 });
    await sender.drain();
    expect(await service.leave()).toEqual([expect.stringMatching(/^Moved \$50\.00/)]);
    expect(service.foreign.postings).toHaveLength(1);
  });

  it.each([
    ['en', 'As of 10:42am'],
    ['es', 'Según datos de las 10:42'],
    ['fr', 'Selon les données de 10 h 42'],
  ] as const)('shows on its pages the time of its figures (%s)', async (language, text) => {
    const visit = { request: { ...(await act()), language } };
    const [share] = await shares();
    expect(String(await asOf(visit, present(share, 'they have shares')))).toContain(text);
    expect(String(await asOf(visit, { asOf: null }))).not.toContain('10');
  });

  it('renames a share, and tries a text, without asking the core inside a transaction', async () => {
    const renamed = await perform(await act(), renameShare, { suffix: '7', nickname: 'Bills' });
    expect(renamed.done).toMatchObject({ nickname: 'Bills', available: '1000.00' });
    const tried = await perform(await act(), tryText, { text: '#bal 7' });
    expect(tried.done?.reply).toMatch(/\$1,000\.00 available as of 10:42am/);
    service.foreign.behavior = {
      fetch: async () => {
        throw new Error('away');
      },
    };
    const away = await perform(await act(), tryText, { text: '#bal 7' });
    expect(away.done?.reply).toMatch(/we cannot reach your accounts/);
  });
});
