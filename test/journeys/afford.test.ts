import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { tryText } from '../../src/operations/messages/try-text.ts';
import { perform } from '../../src/operations/perform.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';
import { moved, openShare, postOrders } from '../support/furnish-accounts.ts';
import { loadShares } from '../../src/shares/load-shares.ts';
import { setLoanTerms } from '../../src/shares/loan-terms.ts';
import { memberRequest } from '../support/member-request.ts';
import { startService, type Service } from '../support/service.ts';

const sms = { channel: 'sms', address: '+13145550111' } as const;

/** Rent on the 1st and pay every other Friday, for half a year. */
const rent = ['2026-07-01', '2026-08-03', '2026-09-01', '2026-10-01', '2026-11-02'];
const pay = [
  '2026-08-28',
  '2026-09-11',
  '2026-09-25',
  '2026-10-09',
  '2026-10-23',
  '2026-11-06',
  '2026-11-20',
];

onGuardedEngines('CAN', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 5 });
    const place = { ...service, db: db() };
    const { cashAccountId, members } = service.fixture;
    const { id, checkingAccountId } = present(members[0], 'they live here');
    await enrollMembers(place, [{ memberId: id, ...sms }]);
    const order = (on: string, amount: bigint, description: string, kind: string) =>
      ({
        order: 'entries',
        key: `history:${on}:${amount}`,
        kind,
        effectiveOn: Temporal.PlainDate.from(on),
        entries: [
          { accountId: cashAccountId, amount, description },
          { accountId: checkingAccountId, amount: -amount, description },
        ],
      }) as const;
    await postOrders(place, [
      ...pay.map((on) => order(on, 50_000n, 'ACH DEPOSIT ACME PAYROLL', 'deposit')),
      ...rent.map((on) => order(on, -70_000n, 'ACH PAYMENT ARSENAL APTS', 'withdrawal')),
      {
        order: 'place_hold',
        key: 'hold',
        effectiveOn: Temporal.PlainDate.from('2026-11-22'),
        accountId: checkingAccountId,
        amount: 10_000n,
        description: 'CITY BIKES',
      },
    ]);
  });
  const place = () => ({ ...service, db: db() });
  const said = async (text: string, person = 0) => (await service.say(person, text)).text ?? '';

  // $1,000 + $3,500 - $3,500, less the hold: $900 available. Pay by 12/4, rent from 11/29 on.
  it.each([
    // Until payday, the 4th: the rent of the 1st comes before.
    [
      'CAN 60',
      /^Yes on what we know: after \$60\.00, Checking 7 keeps \$140\.00 or more until 12\/4, payday/,
    ],
    ['can i afford $300', /^Not on what we know: after \$300\.00, .*\$100\.00 short by 12\/4/],
    ['can i afford $901?', /^Not on what we know/],
    [
      'how much can i spend until friday',
      /up to \$900\.00 from Checking 7 until 11\/27: we see no payments/,
    ],
    [
      'can i spend 850 until friday',
      /^Yes on what we know: after \$850\.00, Checking 7 keeps \$50\.00/,
    ],
    ['can i spend 950 until friday', /^No: Checking 7 has \$900\.00 available now, \$50\.00 less/],
    ['#can', /^On what we know, you can spend up to \$200\.00 from Checking 7 until 12\/4, payday/],
    [
      'alcanza 60',
      /^Sí, según lo que sabemos: tras \$60\.00, en corriente 7 quedan \$140\.00 .*Arsenal Apts/,
    ],
    [
      '¿cuánto puedo gastar hasta el viernes?',
      /\$900\.00 de corriente 7 hasta el 27\/11: no vemos pagos/,
    ],
    [
      "puis-je dépenser 60 $ d'ici vendredi?",
      /^Oui, à notre connaissance : après 60,00\s\$, 840,00\s\$ dans 7/,
    ],
    [
      'combien puis-je dépenser',
      /200,00\s\$ de (?:courant )?7 d'ici le 4\/12, jour de paie. Compté : Arsenal Apts 700,00\s\$/,
    ],
  ])('%s', async (text, answer) => {
    expect(await said(text)).toMatch(answer);
  });

  it.each([
    ['en', 'can i afford $300', /^Not on what we know/],
    ['en', 'how much can i spend until friday', /\$900\.00/],
    ['es', 'puedo gastar 300', /^No seg[uú]n lo que sabemos/],
    ['es', 'cuánto puedo gastar hasta el viernes', /\$900\.00/],
    ['fr', 'puis-je dépenser 300 $', /^Non/],
    ['fr', "combien puis-je dépenser d'ici vendredi", /900,00\s\$/],
  ] as const)(
    'is answered by text message and in a rehearsal, %s: %s',
    async (language, text, answer) => {
      expect((await service.say(0, text, sms)).text).toMatch(answer);
      const request = { ...(await memberRequest(place(), 0)), language };
      expect((await perform(request, tryText, { text })).done?.reply).toMatch(answer);
    },
  );

  it('says what it counted, with its evidence, and what it did not', async () => {
    const text = await said('can 60');
    expect(text).toContain('Counted: Arsenal Apts $700.00. ');
    expect(text).toContain('Other spending is not.');
  });

  it('names a check that is expected without the number of the last one', async () => {
    const { cashAccountId, members } = service.fixture;
    const { checkingAccountId } = present(members[4], 'they live here');
    await postOrders(
      place(),
      rent.map((on, index) => ({
        order: 'entries',
        key: `rent by check:${on}`,
        kind: 'check',
        effectiveOn: Temporal.PlainDate.from(on),
        entries: [
          { accountId: cashAccountId, amount: -10_000n, description: `CHECK ${1040 + index}` },
          { accountId: checkingAccountId, amount: 10_000n, description: `CHECK ${1040 + index}` },
        ],
      })),
    );
    expect(await said('can 60 until 12/5', 4)).toMatch(/Counted: a check \$100\.00\./);
    expect(await said('alcanza 60', 4)).toMatch(/Contamos: un cheque \$100\.00/);
    expect(await said('puis-je dépenser 60 $', 4)).toMatch(/Compté : un chèque 100,00/);
  });

  it('counts a loan payment that only the contract shows', async () => {
    const { cashAccountId, members, institution } = service.fixture;
    const { id, checkingAccountId } = present(members[2], 'they live here');
    const accountId = await openShare(place(), 2, { suffix: '9', kind: 'loan', nickname: 'Car' });
    await postOrders(place(), [
      moved(place(), { accountId, amount: -900_000n, kind: 'advance', description: 'LOAN' }),
      {
        order: 'entries',
        key: 'long ago',
        kind: 'card',
        effectiveOn: Temporal.PlainDate.from('2026-07-01'),
        entries: [
          { accountId: cashAccountId, amount: -10_000n, description: 'SHELL' },
          { accountId: checkingAccountId, amount: 10_000n, description: 'SHELL' },
        ],
      },
    ]);
    expect(await said('can 700', 2)).toMatch(/^Yes/);
    const shares = (await loadShares(db(), institution.id, [id])).get(id) ?? [];
    const loan = present(
      shares.find(({ suffix }) => suffix === '9'),
      'the loan exists',
    );
    const terms = { payment: 31_200n, dueOn: Temporal.PlainDate.from('2026-12-01') };
    await db().transaction(async (tx) =>
      setLoanTerms(tx, institution.id, [{ shareId: loan.id, terms }]),
    );
    expect(await said('can 700', 2)).toMatch(/^Not on what we know: .*Counted: Car 9 \$312\.00/);
    expect(await said('alcanza 700', 2)).toMatch(/^No según lo que sabemos: .*Car 9/);
    expect(await said('puis-je dépenser 700 $', 2)).toMatch(/^Non, .*Car 9/);
    // Before its day it is not due.
    expect(await said('can i spend 700 until friday', 2)).toMatch(/^Yes/);
  });

  it('takes the one with the least of several accounts that a name means', async () => {
    const accountId = await openShare(place(), 3, { suffix: '8', kind: 'savings' });
    await postOrders(place(), [
      moved(place(), { accountId, amount: 2_500n, kind: 'deposit', description: 'CASH' }),
    ]);
    expect(await said('can i afford 30 from savings', 3)).toMatch(/Savings 8.*\$25\.00/);
  });

  it.each([
    ['can i afford 300 euros', /not in that currency/],
    ['¿puedo gastar 30 euros?', /^(?!Sí)/],
    ['puis-je dépenser 30 euros?', /^(?!Oui)/],
  ])('refuses foreign money: %s', async (text, answer) => {
    const reply = await service.say(0, text);
    expect(reply.text).toMatch(answer);
    expect(reply.text).not.toContain('Counted');
  });

  it('never says yes where there is too little history', async () => {
    expect(await said('CAN 1', 1)).toMatch(/^We can't tell: .* Available now: \$1,000\.00\./);
    expect(await said('alcanza 1', 1)).toMatch(/^No podemos saberlo/);
    expect(await said('puis-je dépenser 1 $', 1)).toMatch(/^Impossible à dire/);
  });

  it('moves nothing, and refuses what is no amount or no account', async () => {
    expect(await said('can 0')).not.toMatch(/^Yes/);
    expect((await service.say(0, 'can i spend 5 from vacation')).text).not.toMatch(/^Yes/);
    expect(await said('#bal 7')).toContain('$900.00');
  });
});
