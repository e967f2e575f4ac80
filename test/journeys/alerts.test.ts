import { describe, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import type { Order } from '../../src/ledger/order.ts';
import { setLanguages } from '../../src/members/set-languages.ts';
import { raiseDatedAlerts } from '../../src/notices/alerts/raise-dated.ts';
import { loadShares } from '../../src/shares/load-shares.ts';
import { setLoanTerms } from '../../src/shares/loan-terms.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { moved, openShare } from '../support/furnish-accounts.ts';
import { alertTests } from '../support/alert-tests.ts';

/** Alerts from the message that sets one to the message that tells what happened. */
onGuardedEngines('alerts by message', (db) => {
  const {
    service,
    place,
    institutionId,
    member,
    answer,
    recorded,
    postAll,
    entry,
    postOne,
    context,
    send,
    sendLater,
    sent,
    alertsOf,
    outcomes,
  } = alertTests(db);

  it('tell once that a balance is low, and again only after it recovered', async () => {
    expect(await answer(0, 'ALERT LOW 7 100')).toBe(
      'Alert 1 is on: Checking 7 below $100.00. We message you each time, until you send #alert off 1. #alerts lists all of yours.',
    );
    await postOne(0, -95_000n, 'RENT');
    await send();
    // It waits a minute for others.
    expect(await alertsOf(0)).toEqual([]);
    await sendLater();
    await send();
    expect(await alertsOf(0)).toEqual(['Alert: Checking 7 is low, $50.00 available.']);
    // Up, but by less than a tenth more than the limit.
    await postOne(0, 5_500n, 'CASH');
    await postOne(0, -1_000n, 'LUNCH');
    await sendLater();
    expect(await alertsOf(0)).toHaveLength(1);
    await postOne(0, 50_000n, 'CASH');
    await postOne(0, -55_000n, 'RENT');
    await sendLater();
    expect(await alertsOf(0)).toHaveLength(2);
    expect((await sent(0))[0]).toMatchObject({ channel: 'x', priority: 1 });
  });

  it('tell of each account whose balance one batch made low, and of none twice', async () => {
    await answer(0, 'ALERT LOW 7 100');
    await answer(0, 'ALERT LOW 0 100');
    const savings = moved(place(), {
      accountId: member(0).savingsAccountId,
      amount: -45_000n,
      kind: 'withdrawal',
      description: 'CASH',
    });
    await postAll([entry(0, -95_000n, 'RENT'), savings]);
    await sendLater();
    const [both = '', more] = await alertsOf(0);
    expect(both).toContain('Savings 0 is low, $50.00 available');
    expect(both).toContain('Checking 7 is low, $50.00 available');
    expect(more).toBeUndefined();
  });

  it('say what is available when they leave, and nothing of a balance that recovered', async () => {
    for (const person of [0, 1]) {
      await answer(person, 'ALERT LOW 7 100');
      await answer(person, 'QUIET 9AM 12PM');
    }
    await postAll([entry(0, -95_000n, 'RENT'), entry(1, -95_000n, 'RENT')]);
    await sendLater({ minutes: 30 });
    await postAll([entry(0, 3_000n, 'CASH'), entry(1, 5_000n, 'CASH')]);
    await sendLater({ minutes: 60 });
    expect([await alertsOf(0), await alertsOf(1)]).toEqual([
      ['Alert: Checking 7 is low, $80.00 available.'],
      [],
    ]);
    expect(await outcomes()).toEqual(expect.arrayContaining(['sent', 'recovered']));
  });

  it('for all accounts pass over loans, except deposits', async () => {
    for (const text of ['ALERT OUT 40', 'ALERT PAY', 'ALERT HOLD', 'ALERT DEP 40'])
      await answer(0, text);
    const loan = await openShare(place(), 0, { suffix: '3', nickname: 'Car', kind: 'loan' });
    const onLoan = (amount: bigint, description: string) =>
      moved(place(), { accountId: loan, amount, kind: 'loan', description });
    await postAll([onLoan(-20_000n, 'LOAN ADVANCE'), onLoan(5_000n, 'PAYROLL PAYMENT')]);
    await sendLater();
    expect(await alertsOf(0)).toEqual(['Alert: $50.00 came in to Car 3 (Payroll Payment).']);
  });

  it('gather what happens within a minute, each entry once, in order', async () => {
    for (const text of ['ALERT DEP 100', 'ALERT PAY', 'ALERT CHECK 7', 'ALERT OUT 40'])
      await answer(0, text);
    await postOne(0, 81_240n, 'ACH DEPOSIT CITY SCHOOLS PAYROLL');
    await postOne(0, -4_500n, 'CHECK', 'check');
    await postOne(0, -5_000n, 'POS PURCHASE SHELL OIL 57442', 'card');
    // Below both limits, and no pay.
    await postOne(0, 2_000n, 'CASH');
    await sendLater();
    expect(await alertsOf(0)).toEqual([
      'Alert: pay of $812.40 came in to Checking 7 (City Schools Payroll); check 1042 for $45.00 cleared from Checking 7; $50.00 left Checking 7 (Shell Oil).',
    ]);
    expect(new Set(await outcomes())).toEqual(new Set(['sent', 'not_pay']));
  });

  it('wait for the end of quiet hours in the member’s zone, and then make one message', async () => {
    await answer(0, 'ALERT DEP 100');
    expect(await answer(0, 'QUIET 9AM 12PM')).toContain('no alerts from 9:00am to 12:00pm');
    await postOne(0, 10_000n, 'FIRST');
    await sendLater();
    await postOne(0, 20_000n, 'SECOND');
    await sendLater({ minutes: 30 });
    expect(await alertsOf(0)).toEqual([]);
    // 10:42 in Chicago was the beginning; now it is noon.
    await sendLater({ minutes: 47 });
    expect(await alertsOf(0)).toEqual([
      'Alert: $100.00 came in to Checking 7 (First); $200.00 came in to Checking 7 (Second).',
    ]);
  });

  it('happen once under redelivery, two senders and two batches at once', async () => {
    await answer(0, 'ALERT DEP 100');
    const order = entry(0, 50_000n, 'CASH');
    await Promise.all([postAll([order]), postAll([order]), postAll([order])]);
    service().clock.advance({ minutes: 2 });
    await Promise.all([send(), send(), send()]);
    expect(await alertsOf(0)).toHaveLength(1);
  });

  it('are lost with the posting that was rolled back, and with nothing else', async () => {
    await answer(0, 'ALERT DEP 100');
    await expect(
      db().transaction(async (tx) => {
        const { postIn } = await import('../../src/ledger/post.ts');
        const { world, fixture } = service();
        await postIn(tx, {
          institutionId: institutionId(),
          world,
          keyring: fixture.keyring,
          orders: [entry(0, 50_000n, 'CASH')],
        });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await sendLater();
    expect(await alertsOf(0)).toEqual([]);
  });

  it('of a nightly file come as one message, and of older entries not at all', async () => {
    await answer(0, 'ALERT DEP 100');
    const today = Temporal.PlainDate.from('2026-11-23');
    const on = (effectiveOn: Temporal.PlainDate, description: string): Order => ({
      ...entry(0, 20_000n, description),
      effectiveOn,
    });
    await postAll([on(today, 'ONE'), on(today.subtract({ days: 40 }), 'LONG AGO')], true);
    await sendLater({ minutes: 2 });
    await postAll([on(today, 'TWO')], true);
    expect(await alertsOf(0)).toEqual([]);
    await sendLater({ minutes: 9 });
    expect(await alertsOf(0)).toEqual([
      'Alert: $200.00 came in to Checking 7 (One); $200.00 came in to Checking 7 (Two).',
    ]);
  });

  it('stop with LOCK and with the rule, even for what waits already', async () => {
    await answer(0, 'ALERT DEP 100');
    await answer(1, 'ALERT DEP 100');
    await postAll([entry(0, 10_000n, 'CASH'), entry(1, 10_000n, 'CASH')]);
    await answer(0, 'LOCK');
    expect(await answer(1, 'ALERT OFF 1')).toBe(
      'Alert 1 is off: deposits of $100.00 or more. #alerts lists the ones that are on.',
    );
    await sendLater();
    expect([await alertsOf(0), await alertsOf(1)]).toEqual([[], []]);
    expect(new Set(await outcomes())).toEqual(new Set(['locked', 'removed']));
  });

  it('tell of a hold, of pay that recurs, of a loan payment and of the week', async () => {
    for (const text of ['ALERT HOLD', 'ALERT PAY', 'WEEKLY MON']) await answer(0, text);
    expect(await answer(0, 'ALERT DUE 3')).toContain('no account for such an alert');
    const loan = await openShare(place(), 0, { suffix: '3', nickname: 'Car', kind: 'loan' });
    const shares = (await loadShares(db(), institutionId(), [member(0).id])).get(member(0).id);
    const share = present(
      shares?.find(({ accountId }) => accountId === loan),
      'it was opened',
    );
    expect(await answer(0, 'ALERT DUE 3')).toMatch(/^Nothing was set: .* due dates/);
    await db().transaction(async (tx) =>
      setLoanTerms(tx, institutionId(), [
        {
          shareId: share.id,
          terms: { payment: 31_200n, dueOn: Temporal.PlainDate.from('2026-11-26') },
        },
      ]),
    );
    expect(await answer(0, 'ALERT DUE 3')).toContain('Alert 4 is on: loan payments, 3 days before');
    // A loan that is paid off has no payment.
    await raiseDatedAlerts(recorded(), context());
    await sendLater();
    expect(await alertsOf(0)).toEqual([]);
    await postAll([
      moved(place(), {
        accountId: loan,
        amount: -20_000n,
        kind: 'loan',
        description: 'LOAN ADVANCE',
      }),
    ]);
    const today = Temporal.PlainDate.from('2026-11-23');
    await postAll(
      [5, 4, 3, 2, 1].map((weeks) => ({
        ...entry(0, 60_000n, 'ACME WIDGETS'),
        effectiveOn: today.subtract({ weeks }),
      })),
      true,
    );
    await postAll([
      { ...entry(0, 60_000n, 'ACME WIDGETS'), effectiveOn: today },
      {
        order: 'place_hold',
        key: 'hold 1',
        effectiveOn: today,
        accountId: member(0).checkingAccountId,
        amount: 5_000n,
        description: 'SHELL OIL 57442',
      },
    ]);
    // Set after eight on this Monday: the summary begins next week.
    await raiseDatedAlerts(recorded(), context());
    await raiseDatedAlerts(recorded(), context());
    await sendLater();
    expect(await alertsOf(0)).toEqual([
      'Alert: hold of $50.00 on Checking 7 (Shell Oil); pay of $600.00 came in to Checking 7 (Acme Widgets); Car 3: payment of $312.00 due 11/26.',
    ]);
    service().clock.advance({ hours: 24 * 7 });
    await raiseDatedAlerts(recorded(), context());
    await raiseDatedAlerts(recorded(), context());
    await send();
    expect((await alertsOf(0)).slice(1)).toEqual([
      'Alert: your week: Savings 0: $500.00; Checking 7: $4,550.00; Car 3: $200.00 owed.',
    ]);
  });

  it('are numbered, changed, listed and ended by message', async () => {
    expect(await answer(0, 'ALERTS')).toContain('You have no alerts.');
    await answer(0, 'ALERT LOW 7 100');
    await answer(0, 'ALERT HOLD');
    expect(await answer(0, 'ALERT LOW 7 250')).toBe(
      'Alert 1 now says: Checking 7 below $250.00. #alert off 1 ends it, #alerts lists all.',
    );
    expect(await answer(0, 'ALERT LOW 7 250')).toContain('Alert 1 was on already');
    expect(await answer(0, 'ALERTS')).toContain('1) Checking 7 below $250.00; 2) new holds.');
    await answer(0, 'ALERT OFF 1');
    await answer(0, 'ALERT CHECK');
    expect(await answer(0, 'ALERTS')).toContain('1) checks that clear; 2) new holds.');
    expect(await answer(0, 'ALERT OFF 7')).toContain('no such alert');
    expect(await answer(0, 'ALERT OFF ALL')).toContain('All your alerts are off.');
    expect(await answer(0, 'ALERT LOW 9 100')).toContain('You have no account "9"');
    const consents = await db().query<{ kind: string }>(
      `select kind from consents where institution_id = $1 and member_id = $2 and kind like 'alerts%' order by at, id`,
      [institutionId(), member(0).id],
    );
    expect(consents.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 4 }, () => 'alerts_on'),
      'alerts_off',
    ]);
  });

  it('are twenty at most', async () => {
    for (let index = 0; index < 9; index += 1)
      await openShare(place(), 1, { suffix: `S${index}`, kind: 'savings' });
    for (let index = 0; index < 9; index += 1) {
      await answer(1, `ALERT LOW S${index} 100`);
      await answer(1, `ALERT DEP S${index} 100`);
    }
    await answer(1, 'ALERT HOLD');
    await answer(1, 'ALERT PAY');
    expect(await answer(1, 'ALERT CHECK')).toContain('You have 20 alerts');
  });

  describe('speak the member’s language', () => {
    it.each<[Language, string, string, string]>([
      [
        'es',
        'ALERTA BAJO 7 100',
        'Alerta 1 activa',
        'Alerta: corriente 7 tiene poco saldo, $50.00 disponible.',
      ],
      [
        'fr',
        'ALERTE BAS 7 100',
        'Alerte 1 activée',
        'Alerte : courant 7 est bas, 50,00 $ disponible.',
      ],
    ])('%s', async (language, text, set, told) => {
      await db().transaction(async (tx) =>
        setLanguages(tx, institutionId(), new Map([[member(2).id, language]])),
      );
      expect(await answer(2, text)).toContain(
        set === 'Alerta 1 activa' ? 'alerta 1 está activa' : set,
      );
      await postOne(2, -95_000n, 'RENT');
      await sendLater();
      expect(await alertsOf(2)).toEqual([told]);
    });
  });
});
