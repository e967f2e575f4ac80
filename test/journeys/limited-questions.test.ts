import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import type { Order } from '../../src/ledger/order.ts';
import { searchEntries } from '../../src/operations/shares/search-entries.ts';
import { tryText } from '../../src/operations/messages/try-text.ts';
import { perform } from '../../src/operations/perform.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { postAll } from '../support/fixture/books.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';
import { memberRequest } from '../support/member-request.ts';
import { startService, type Service } from '../support/service.ts';

/** Member 0's entries on checking 7: day, cents, description. Today is Monday, 23 November 2026. */
const entries: readonly (readonly [
  on: string,
  cents: bigint,
  description: string,
  kind: string,
])[] = [
  ['2026-10-02', -4_210n, 'SCHNUCKS #142 ST LOUIS MO', 'card'],
  ['2026-10-09', -6_105n, 'POS PURCHASE SCHNUCKS 142 ST LOUIS', 'card'],
  ['2026-10-12', 1_000n, 'SCHNUCKS #142 REFUND', 'card'],
  ['2026-10-14', -2_599n, 'SHELL OIL 57442 ST LOUIS MO', 'card'],
  ['2026-10-30', -45_000n, 'OAKWOOD PROPERTIES WEB PMT', 'payment'],
  ['2026-11-05', 81_240n, 'ACME WIDGETS DIRECT DEP PAYROLL', 'deposit'],
  ['2026-11-06', 60_000n, 'MOBILE DEPOSIT', 'deposit'],
  ['2026-11-12', -3_050n, 'SCHNUCKS #142 ST LOUIS MO', 'card'],
  ['2026-11-20', -1_899n, 'WALMART SUPERCENTER 0313', 'card'],
];

const sms = { channel: 'sms', address: '+13145550111' } as const;

onGuardedEngines('a question with limits', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 4, settings: { historyCount: 3 } });
    const { fixture, world } = service;
    const { checkingAccountId: accountId, savingsAccountId } = present(
      fixture.members[0],
      'the first member',
    );
    const orders = entries.map(([on, amount, description, kind], index): Order => ({
      order: 'entries',
      key: `limited:${index}`,
      kind,
      effectiveOn: Temporal.PlainDate.from(on),
      entries: [
        { accountId: fixture.cashAccountId, amount, description },
        { accountId, amount: -amount, description },
      ],
    }));
    await enrollMembers({ db: db(), world, fixture }, [
      { memberId: present(fixture.members[0], 'the first member').id, ...sms },
    ]);
    const place = { db: db(), world, institutionId: fixture.institution.id };
    await postAll(place, [
      ...orders,
      // Between the member's own accounts: no sum counts it.
      {
        order: 'transfer',
        key: 'limited:own',
        kind: 'transfer',
        fromAccountId: accountId,
        toAccountId: savingsAccountId,
        amount: 20_000n,
        fromDescription: 'TRANSFER TO SAVINGS 0',
        toDescription: 'TRANSFER FROM CHECKING 7',
        effectiveOn: Temporal.PlainDate.from('2026-10-20'),
      },
    ]);
    await postAll(place, [
      {
        order: 'place_hold',
        key: 'limited:hold',
        accountId,
        amount: 5_000n,
        description: 'SHELL OIL 57442',
        effectiveOn: Temporal.PlainDate.from('2026-11-23'),
        expiresAt: world.clock.now().add({ hours: 72 }),
      },
    ]);
  });
  it('says a returned deposit apart, and takes it for no purchase', async () => {
    const { fixture, world } = service;
    const { checkingAccountId: accountId } = present(fixture.members[3], 'they live here');
    const rows = [
      ['2026-10-05', 500_000n, 'MOBILE DEPOSIT', 'deposit'],
      ['2026-10-07', -500_000n, 'MOBILE DEPOSIT', 'deposit'],
      ['2026-10-09', -4_210n, 'SCHNUCKS #142', 'card'],
    ] as const;
    await postAll(
      { db: db(), world, institutionId: fixture.institution.id },
      rows.map(([on, amount, description, kind]): Order => ({
        order: 'entries',
        key: `returned:${on}`,
        kind,
        effectiveOn: Temporal.PlainDate.from(on),
        entries: [
          { accountId: fixture.cashAccountId, amount, description },
          { accountId, amount: -amount, description },
        ],
      })),
    );
    for (const [text, said] of [
      [
        'how much did i spend in october',
        '1 payment, Oct 1–31: $42.10. Not counted: 1 returned deposit, $5,000.00.',
      ],
      ['cuánto gasté en octubre', /\$42\.10\. .*1 depósito devuelto, \$5,000\.00\./],
      ["combien j'ai dépensé en octobre", /42,10\s\$\. À part : 1 dépôt retourné, 5\s000,00\s\$\./],
      ['biggest purchase in october', /10\/9 Schnucks -\$42\.10/],
    ] as const) {
      const reply = (await answer(text, 3)) ?? '';
      expect(reply).toMatch(said);
      expect(reply.length).toBeLessThanOrEqual(160);
    }
  });

  const answer = async (text: string, person = 0) => (await service.say(person, text)).text;

  it.each([
    ['en', 'how much did i spend at schnucks last month', /103\.15/],
    ['en', 'how much did i spend at costco last month', /^No purchases at Costco/],
    ['en', 'biggest purchase in october', /Oakwood/],
    ['en', 'deposits over 5000 this year', /^No deposits over \$5,000\.00/],
    ['es', 'cuánto gasté en schnucks el mes pasado', /103\.15/],
    ['es', 'cuánto gasté en costco el mes pasado', /^Ninguna compra en Costco/],
    ['es', 'la compra más grande de octubre', /Oakwood/],
    ['es', 'depósitos de más de 5000 este año', /^Ning[uú]n dep[oó]sito de m[aá]s de \$5,000\.00/],
    ['fr', "combien j'ai dépensé chez schnucks le mois dernier", /103,15/],
    ['fr', "combien j'ai dépensé chez costco le mois dernier", /^Aucun achat chez Costco/],
    ['fr', 'mon plus gros achat en octobre', /Oakwood/],
    ['fr', 'dépôts de plus de 5000 cette année', /^Aucun dép[oô]t de plus de 5\s000,00\s\$/],
  ] as const)(
    'is answered on X, by text message and in a rehearsal, %s: %s',
    async (language, text, said) => {
      const onX = await answer(text);
      expect(onX).toMatch(said);
      expect((await service.say(0, text, sms)).text).toMatch(said);
      const request = { ...(await memberRequest({ ...service, db: db() }, 0)), language };
      expect((await perform(request, tryText, { text })).done?.reply).toMatch(said);
    },
  );

  it.each([
    ['schnucks', '103.15', 2],
    ['groceries', '103.15', 2],
    ['comestibles', '103.15', 2],
    ['épicerie', '103.15', 2],
    ['costco', '0.00', 0],
  ])('counts what the search of the site and the API counts: %s', async (find, total, count) => {
    const request = await memberRequest({ ...service, db: db() }, 0);
    const input = { find, from: '2026-10-01', to: '2026-10-31', direction: 'out', sum: 'true' };
    const { done } = await perform(request, searchEntries, input);
    expect(done?.sums[0]?.out ?? { total: '0.00', count: 0 }).toEqual({ total, count });
  });

  it.each([
    [
      'how much did I spend at schnucks last month',
      '2 purchases at Schnucks, Oct 1–31: $103.15. Not counted: 1 refund, $10.00.',
    ],
    [
      'how much did i spend in october',
      '4 payments, Oct 1–31: $579.14. Not counted: 1 refund, $10.00.',
    ],
    [
      'how much did i spend on groceries in october',
      /^2 payments for groceries, Oct 1–31: \$103\.15\./,
    ],
    [
      'how much did I spend at shell since nov 1',
      'No purchases at Shell since Nov 1. Not counted: 1 hold, $50.00.',
    ],
    ['how much did I spend at costco since nov 1', 'No purchases at Costco since Nov 1.'],
    ['FIND walmart', 'Purchases at Walmart: 11/20 Walmart Supercenter -$18.99.'],
    ['find costco', 'No purchases at Costco.'],
    ['deposits over 700 this year', /^Deposits over \$700\.00 since Jan 1: /],
    ['deposits over 5000 this year', 'No deposits over $5,000.00 since Jan 1.'],
    [
      'biggest purchase in october',
      'Largest payment, Oct 1–31: 10/30 Oakwood Properties Web PMT -$450.00.',
    ],
    ['smallest purchase in october', /^Smallest payment, Oct 1–31: /],
    ['cual fue mi compra mas barata en octubre', /^[Ee]l pago menor, 1–31 oct: /],
    ["quel est mon plus petit achat d'octobre", /^[Ll]e plus petit paiement, 1er–31 oct.{1,3}: /],
    // A question with limits is answered in its language, whatever the member chose.
    ['cuanto gaste en costco desde el 1 de noviembre', /^[Nn]inguna compra en Costco/],
    ['combien depense chez costco depuis le 1er novembre', /^[Aa]ucun achat chez Costco/],
    ['balance since nov 1', /Not taken into account: since Nov 1\.$/],
    ['bal 7 since nov 1', /Not taken into account: since Nov 1\.$/],
    ['saldo desde el 1 de noviembre', /No se tomó en cuenta: .*1 nov\.$/],
    ['solde depuis le 1er novembre', /Pas pris en compte : depuis le 1er nov\.$/],
    [
      'deposits over 500 euros',
      /^Checking 7, last 3 deposits: .*Not taken into account: "over 500 euros"\.$/,
    ],
    ['dépôts de ACME depuis le 1er novembre', /^(?:.*: )?[Dd]épôts d'ACME depuis/],
    ['hist 7 since nov 20', /^Checking 7: transactions since Nov 20: /],
    ['checks in october', /^Checking 7: no checks, Oct 1–31\.$/],
    [
      'why is SHELL pending',
      /^1 hold, \$50\.00: 7 Shell Oil \$50\.00 till 11\/26\. Now, 10:42am\. On hold until/,
    ],
    ['why is costco pending', /^No holds at Costco, now, 10:42am\./],
    [
      'balance in savings and checking',
      /^Available: Savings 0 \$700\.00; Checking 7 \$[\d,.]+\. Now, 10:42am\.$/,
    ],
    [
      'how much did i spend at schnucks last month per week',
      /Not taken into account: "per week"\.$/,
    ],
  ])('%s', async (text, said) => {
    const reply = await answer(text);
    if (typeof said === 'string') expect(reply).toBe(said);
    else expect(reply).toMatch(said);
  });

  it.each([
    [
      'cuánto gasté en schnucks el mes pasado',
      '2 compras en Schnucks, 1–31 oct: $103.15. Aparte: 1 reembolso, $10.00.',
    ],
    ['cuánto gasté en costco desde el 1 de noviembre', 'Ninguna compra en Costco desde el 1 nov.'],
    ['depósitos de más de 5000 este año', 'Ningún depósito de más de $5,000.00 desde el 1 ene.'],
    ['la compra más grande de octubre', /^El pago mayor, 1–31 oct: 30\/10 Oakwood/],
    ['buscar walmart', 'Compras en Walmart: 20/11 Walmart Supercenter -$18.99.'],
    ['por qué está pendiente shell', /^1 retención, \$50\.00: 7 Shell Oil/],
    [
      "combien j'ai dépensé chez schnucks le mois dernier",
      '2 achats chez Schnucks, 1er–31 oct : 103,15 $. À part : 1 remboursement, 10,00 $.',
    ],
    [
      "combien j'ai dépensé chez costco depuis le 1er novembre",
      'Aucun achat chez Costco depuis le 1er nov.',
    ],
    ['dépôts de plus de 5000 cette année', 'Aucun dépôt de plus de 5 000,00 $ depuis le 1er janv.'],
    ['mon plus gros achat en octobre', /^Le plus gros paiement, 1er–31 oct : 30\/10 Oakwood/],
    ['chercher walmart', /^Achats chez Walmart : 20\/11 Walmart Supercenter -18,99 \$\.$/],
    ['pourquoi shell est en attente', /^1 retenue, 50,00 \$ : 7 Shell Oil/],
  ])('%s', async (text, said) => {
    const reply = await answer(text);
    if (typeof said === 'string') expect(reply).toBe(said);
    else expect(reply).toMatch(said);
  });

  it('continues a list with MORE, in the same limits', async () => {
    const first = await answer('hist 7 since oct 1 over 20');
    expect(first).toMatch(/^Checking 7: transactions over \$20\.00 since Oct 1: .*Next: MORE\.$/);
    const seen = [first];
    for (let page = 0; page < 5 && seen.at(-1)?.includes('MORE'); page += 1)
      seen.push(await answer('more'));
    expect(seen.join(' ').match(/\d\d?\/\d\d? /g)?.length).toBe(9);
    for (const page of seen.slice(1)) expect(page).toMatch(/^Checking 7: older transactions over/);
    expect(seen.join(' ')).not.toMatch(/Walmart/);
    expect(await answer('more')).toMatch(/^That is the whole list/);
  });

  it('gives the balance at the end of a past day', async () => {
    const { fixture, world, clock } = service;
    const account = present(fixture.members[1], 'the second member').checkingAccountId;
    clock.advance({ days: 1 });
    await postAll({ db: db(), world, institutionId: fixture.institution.id }, [
      {
        order: 'entries',
        key: 'limited:past',
        kind: 'card',
        effectiveOn: Temporal.PlainDate.from('2026-11-24'),
        entries: [
          { accountId: fixture.cashAccountId, amount: -1_000n, description: 'SHOP' },
          { accountId: account, amount: 1_000n, description: 'SHOP' },
        ],
      },
    ]);
    expect(await answer('bal 7 yesterday', 1)).toBe(
      'Checking 7: $1,000.00 at the end of Nov 23. #bal shows what is available now.',
    );
    expect(await answer('balance yesterday', 1)).toBe(
      'Balances at the end of Nov 23: Savings 0 $500.00; Checking 7 $1,000.00.',
    );
    expect(await answer('bal 7 today', 1)).toMatch(/^Checking 7: \$990\.00 available now/);
    expect(await answer('saldo ayer', 1)).toMatch(/^Saldos al final del 23 nov: /);
    expect(await answer('solde hier', 1)).toMatch(/^Soldes à la fin du 23 nov : /);
  });

  it('asks before it moves money, when an order has no verb', async () => {
    const reply = await answer('50 to savings', 2);
    expect(reply).toMatch(
      /^Nothing moved yet\. .*\$50\.00 from Checking 7 to Savings 0\? Reply OK \d{4}/,
    );
    const confirmation = /OK (\d{4})/.exec(reply ?? '')?.[1] ?? '';
    expect(await answer(`OK ${confirmation}`, 2)).toMatch(
      /^Moved \$50\.00, Checking 7 to Savings 0\./,
    );
  });
});
