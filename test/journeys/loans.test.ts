import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import type { LoanTerms } from '../../src/core/core.ts';
import { readShare } from '../../src/operations/shares/read-share.ts';
import { perform } from '../../src/operations/perform.ts';
import { loadShares } from '../../src/shares/load-shares.ts';
import { setLoanTerms } from '../../src/shares/loan-terms.ts';
import { moved, openShare, postOrders } from '../support/furnish-accounts.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { memberRequest } from '../support/member-request.ts';
import { startService, type Service } from '../support/service.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const terms: LoanTerms = {
  rate: 5490,
  payment: 312_00n,
  dueDay: 20,
  dueOn: day('2026-12-20'),
  original: 18_500_00n,
  payoff: 8_723_11n,
  payoffOn: day('2026-12-03'),
};

/** Questions about loans, on Monday 23 November 2026. */
onSampledEngines('loan questions', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 5, settings: { phone: '314-555-0100' } });
    for (const person of [0, 1, 2, 3]) await lend(person, { suffix: '3', nickname: 'Car' });
    await lend(1, { suffix: '5', nickname: 'Home' });
    await setTerms(0, '3', terms);
    await setTerms(1, '3', terms);
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const lend = async (person: number, share: { suffix: string; nickname: string }) => {
    const accountId = await openShare(place(), person, { ...share, kind: 'loan' });
    await postOrders(place(), [
      moved(place(), { accountId, amount: -8_684_94n, kind: 'advance', description: 'LOAN' }),
    ]);
  };
  const setTerms = async (person: number, suffix: string, given: LoanTerms) => {
    const { id } = present(service.fixture.members[person], 'they exist');
    const { id: institutionId } = service.fixture.institution;
    const shares = (await loadShares(db(), institutionId, [id])).get(id) ?? [];
    const share = present(
      shares.find((one) => one.suffix === suffix),
      'the loan exists',
    );
    await db().transaction(async (tx) =>
      setLoanTerms(tx, institutionId, [{ shareId: share.id, terms: given }]),
    );
  };
  const answer = async (person: number, text: string) =>
    present((await service.say(person, text)).text, 'it is answered');

  it.each([
    ['when is my loan payment due', 'Car 3: payment $312.00, due 12/20.'],
    ['how much is my loan payment', 'Car 3: payment $312.00, due 12/20.'],
    ['whats the payoff on my car loan', 'Car 3: payoff $8,723.11 through 12/3.'],
    ['what is the interest rate on my loan', 'Car 3: 5.49% a year.'],
    ['¿cuándo vence mi préstamo?', 'Car 3: pago de $312.00, vence el 20/12.'],
    ['¿qué tasa tiene mi préstamo?', 'Car 3: 5.49% al año.'],
    ['cuánto necesito para liquidar mi préstamo', 'Car 3: se liquida con $8,723.11 hasta el 3/12.'],
    ['échéance de mon prêt', 'Car 3 : paiement de 312,00 $, dû le 20/12.'],
    ['quel est le taux de mon prêt', 'Car 3 : 5,49 % par an.'],
    ['solder mon prêt', "Car 3 : remboursement complet 8 723,11 $ jusqu'au 3/12."],
  ])('are answered where the books know: %s', async (text, said) => {
    expect((await answer(0, text)).slice(0, said.length)).toBe(said);
  });

  it('say so where the books don’t, and name the telephone', async () => {
    for (const text of [
      'when is my loan payment due',
      'how much is my loan payment',
      'my loan rate',
    ])
      expect(await answer(2, text)).toMatch(/^We can't see your loan's .*here\. .*314-555-0100/);
    expect(await answer(2, 'loan payoff')).toMatch(
      /^Car 3: \$8,684\.94 owed, .*adds interest up to the day you pay\. .*314-555-0100/,
    );
    expect(await answer(2, '¿cuándo vence mi préstamo?')).toMatch(
      /^Aquí no podemos ver la fecha.*314-555-0100/,
    );
    expect(await answer(2, 'échéance de mon prêt')).toMatch(
      /^Nous ne voyons pas l'échéance.*314-555-0100/,
    );
  });

  it('say that there is no loan', async () => {
    expect(await answer(4, 'when is my loan payment due')).toMatch(
      /^You have no loan.*314-555-0100/,
    );
    expect(await answer(4, 'liquidar mi préstamo')).toMatch(
      /^No tiene ningún préstamo.*314-555-0100/,
    );
    expect(await answer(4, 'solder mon prêt')).toMatch(/^Vous n'avez aucun prêt.*314-555-0100/);
  });

  it('name each of several loans, and only the one that is asked about', async () => {
    expect(await answer(1, 'how much is my loan payment')).toMatch(
      /^Car 3: payment \$312\.00, due 12\/20; Home 5: please call us\./,
    );
    expect(await answer(1, 'whats the rate on my loan 3')).toMatch(/^Car 3: 5\.49% a year\./);
    expect(await answer(1, 'when is my home loan due')).toMatch(
      /^We can't see your loan's due date here/,
    );
  });

  it('never give a past payoff, nor a payment of a paid loan, and tell a past due date as past', async () => {
    await setTerms(3, '3', { ...terms, dueOn: day('2026-11-20'), payoffOn: day('2026-11-22') });
    expect(await answer(3, 'when is my loan payment due')).toMatch(
      /^Car 3: payment \$312\.00, was due 11\/20\./,
    );
    expect(await answer(3, '¿cuándo vence mi préstamo?')).toMatch(/venció el 20\/11\./);
    expect(await answer(3, 'échéance de mon prêt')).toMatch(/était dû le 20\/11\./);
    expect(await answer(3, 'loan payoff')).toMatch(/^Car 3: \$8,684\.94 owed/);
    await setTerms(3, '3', { dueDay: 20, payment: 312_00n });
    expect(await answer(3, 'when is my loan payment due')).toMatch(
      /^Car 3: payment \$312\.00, due on day 20 of each month\./,
    );
    const { id } = present(service.fixture.members[3], 'they exist');
    const shares = (await loadShares(db(), service.fixture.institution.id, [id])).get(id) ?? [];
    const loan = present(
      shares.find(({ kind }) => kind === 'loan'),
      'the loan exists',
    );
    await postOrders(place(), [
      moved(place(), {
        accountId: loan.accountId,
        amount: 8_684_94n,
        kind: 'payment',
        description: 'PAID',
      }),
    ]);
    for (const text of ['when is my loan payment due', 'loan payoff'])
      expect(await answer(3, text)).toMatch(/^Car 3: nothing owed\./);
  });

  it('are answered on the account’s page and in the API', async () => {
    const shown = async (person: number, suffix: string) =>
      (await perform(await memberRequest(place(), person), readShare, { suffix })).done?.loan;
    expect(await shown(0, '3')).toEqual({
      rate: '5.49',
      payment: '312.00',
      dueDay: 20,
      dueOn: '2026-12-20',
      original: '18500.00',
      payoff: '8723.11',
      payoffOn: '2026-12-03',
    });
    expect(await shown(2, '3')).toEqual({
      rate: null,
      payment: null,
      dueDay: null,
      dueOn: null,
      original: null,
      payoff: null,
      payoffOn: null,
    });
    expect(await shown(0, '7')).toBeNull();
  });

  it('keep terms to loans, within what they can be', async () => {
    const change = async (column: string, value: unknown, kind: string) =>
      db().query(`update shares set ${column} = $2 where institution_id = $1 and kind = $3`, [
        service.fixture.institution.id,
        value,
        kind,
      ]);
    await expect(change('loan_rate', 5490, 'checking')).rejects.toThrow(/shares_loan_terms/);
    await expect(change('loan_due_day', 32, 'loan')).rejects.toThrow(/check/);
    await expect(change('loan_payment', -1n, 'loan')).rejects.toThrow(/check/);
    await expect(change('loan_payoff_on', day('2026-12-01'), 'loan')).rejects.toThrow(
      /check|payoff/,
    );
  });
});
