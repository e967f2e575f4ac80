import { expect, it } from 'vitest';
import { raiseDatedAlerts } from '../../src/notices/alerts/raise-dated.ts';
import { alertTests } from '../support/alert-tests.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { bringingFiles } from '../support/import-files.ts';

/** Alerts of loan payments from the file that brings a loan’s terms to the message that tells of them. */
onSampledEngines('alerts of loan payments from files', (db) => {
  const { service, member, answer, recorded, context, sendLater, alertsOf } = alertTests(db);
  const header =
    'member_number,suffix,kind,loan_rate,loan_payment,loan_due_day,loan_due_on,closed_on';
  /** @param since a nightly file's first day; absent: the first load */
  const bring = async (day: string, loan: string, amounts: readonly string[], since?: string) => {
    const { fixture, world } = service();
    const { number } = member(0);
    const report = await bringingFiles(db(), { ...fixture, world })(
      {
        shares: `${header}\n${number},60,auto loan,${loan}\n`,
        transactions: [
          'external_id,member_number,suffix,effective_on,amount,description,balance',
          ...amounts.map((amount, index) => `${day}/${index},${number},60,${day},${amount}`),
          '',
        ].join('\n'),
      },
      since === undefined ? {} : { since: Temporal.PlainDate.from(since) },
    );
    expect(report.errors).toEqual([]);
  };
  const tell = async () => {
    await raiseDatedAlerts(recorded(), context());
    await sendLater();
    return alertsOf(0);
  };
  /** Payments are looked for at noon in Chicago, among other hours. */
  const until = (at: string) =>
    service().clock.advance(service().world.clock.now().until(Temporal.Instant.from(at)));

  it('tell the payment and day of the latest file, each day once', async () => {
    expect(await answer(0, 'ALERT DUE 3')).toContain('no account for such an alert');
    await bring('2026-11-02', '5.49,250.00,26,,', ['-250.00,PAYMENT,1750.00']);
    expect(await answer(0, 'ALERT DUE 3')).toContain('Alert 1 is on: loan payments, 3 days before');
    const first = 'Alert: Loan 60: payment of $250.00 due 11/26.';
    expect(await tell()).toEqual([first]);
    expect(await tell()).toEqual([first]);

    // A nightly file brings another payment, and a date instead of a day of the month.
    until('2026-12-02T18:00:00Z');
    await bring(
      '2026-12-01',
      '4.99,260.00,,2026-12-20,',
      ['-250.00,PAYMENT,1500.00'],
      '2026-12-01',
    );
    until('2026-12-16T18:00:00Z');
    expect(await tell()).toEqual([first]);
    until('2026-12-17T18:00:00Z');
    const second = 'Alert: Loan 60: payment of $260.00 due 12/20.';
    expect(await tell()).toEqual([first, second]);

    // The file says that the loan was paid off, so nothing more is due.
    until('2026-12-21T18:00:00Z');
    await bring('2026-12-21', '4.99,260.00,20,,2026-12-21', ['-1500.00,PAYOFF,0.00'], '2026-12-21');
    until('2027-01-18T18:00:00Z');
    expect(await tell()).toEqual([first, second]);
  });
});
