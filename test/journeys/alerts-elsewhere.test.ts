import { beforeEach, expect, it } from 'vitest';
import { recording } from '../../src/audit/changes/recording.ts';
import type { CoreBalance } from '../../src/core/core.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { channelNames } from '../../src/kernel/vocabulary/channel.ts';
import { raiseDatedAlerts } from '../../src/notices/alerts/raise-dated.ts';
import { sendAlerts } from '../../src/notices/alerts/send-alerts.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { startForeignService, type ForeignService } from '../support/foreign-service.ts';
import { openShare } from '../support/furnish-accounts.ts';

/** Alerts of loan payments where another core knows when they are due. */
onSampledEngines('alerts of loan payments at another core', (db) => {
  let service: ForeignService;
  let loan: string;
  /** What the core says of the loan. Absent: it does not answer. */
  let given: CoreBalance | undefined;
  beforeEach(async () => {
    service = await startForeignService(db(), { people: 2, settings: { core: 'foreign' } });
    loan = await openShare({ ...service, db: db() }, 0, { suffix: '3', kind: 'loan' });
    given = balance();
    const { foreign } = service;
    const usual: typeof foreign.fetch = foreign.fetch.bind(foreign);
    Object.assign(foreign, {
      fetch: async (...[id, needs, signal]: Parameters<typeof usual>) => {
        const { balances = [], ...rest } = needs;
        if (!given) throw new Fault({ code: 'away', message: 'away', retryable: true });
        const others = balances.filter((one) => one !== loan);
        const figures = await usual(id, { ...rest, balances: others }, signal);
        const all = new Map(figures.balances);
        if (balances.includes(loan)) all.set(loan, given);
        return { ...figures, balances: all };
      },
    });
  });
  const balance = (more: Partial<CoreBalance> = {}): CoreBalance => ({
    ledger: 900_000n,
    held: 0n,
    available: 900_000n,
    overdraftLimit: 0n,
    currency: 'USD',
    openedOn: Temporal.PlainDate.from('2026-01-05'),
    closed: false,
    loan: { payment: 31_200n, dueOn: Temporal.PlainDate.from('2026-11-26') },
    ...more,
  });
  const causes = async () => {
    const { world, core, fixture } = service;
    await raiseDatedAlerts(db(), { world, core, institution: fixture.institution });
    const events = await db().query<{ cause: string }>(
      'select cause from alert_events where institution_id = $1 order by cause',
      [fixture.institution.id],
    );
    return events.map(({ cause }) => cause);
  };
  /** The alerts that were told a minute later. */
  const told = async () => {
    const { world, core, clock, fixture } = service;
    const { keyring, institution } = fixture;
    clock.advance({ seconds: 61 });
    await sendAlerts(recording(db(), { world, keyringOf: () => keyring }), {
      world,
      institution,
      keyring,
      core,
      channels: channelNames,
    });
    const rows = await db().query<{ text: string }>(
      `select text from outbound where institution_id = $1 and purpose = 'alert' order by queued_at, id`,
      [institution.id],
    );
    return rows.map(({ text: said }) => said);
  };
  const text = async (message: string) => (await service.say(0, message)).text;

  it('come from the core’s terms, once it answers', async () => {
    expect(await text('ALERT DUE 3')).toContain('Alert 1 is on: loan payments, 3 days before');
    given = undefined;
    expect(await causes()).toEqual([]);
    given = balance();
    expect(await causes()).toEqual([`due ${loan}/2026-11-26`]);
    const alert = 'Alert: Loan 3: payment of $312.00 due 11/26.';
    expect(await told()).toEqual([alert]);
    expect(await causes()).toHaveLength(1);
    expect(await told()).toEqual([alert]);
  });

  it('are refused if it knows no date, and wait for it if it does not answer', async () => {
    given = balance({ loan: {} });
    expect(await text('ALERT DUE 3')).toMatch(/^Nothing was set: .* due dates/);
    given = undefined;
    expect(await text('ALERT DUE 3')).toContain('cannot reach your accounts');
  });

  it.each<[string, Partial<CoreBalance>]>([
    ['closed', { closed: true }],
    ['paid off', { ledger: 0n }],
  ])('are not raised for a loan that is %s', async (_name, more) => {
    await text('ALERT DUE 3');
    given = balance(more);
    expect(await causes()).toEqual([]);
  });

  it('are looked for in a few hours of the day', async () => {
    await text('ALERT DUE 2');
    given = balance({ loan: { dueOn: Temporal.PlainDate.from('2026-11-26') } });
    expect(await causes()).toEqual([]);
    // 10:42 on Monday was the beginning. Tuesday at 7:59, 9:00 and 12:00 in Chicago.
    const until = async (at: string) => {
      const now = service.world.clock.now();
      service.clock.advance(now.until(Temporal.Instant.from(at)));
      return causes();
    };
    expect(await until('2026-11-24T13:59:00Z')).toEqual([]);
    expect(await until('2026-11-24T15:00:00Z')).toEqual([]);
    expect(await until('2026-11-24T18:00:00Z')).toEqual([`due ${loan}/2026-11-26`]);
  });
});
