import { beforeEach, expect, it } from 'vitest';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { foreignJourney } from '../support/foreign-journey.ts';
import { startForeignService, type ForeignService } from '../support/foreign-service.ts';

/** Questions with limits where another core keeps the books: we page through its history, and refuse what it has not. */
onSampledEngines('a question with limits, at another core', (db) => {
  let service: ForeignService;
  beforeEach(async () => {
    await db().query('delete from core_orders');
    service = await startForeignService(db(), { people: 3 });
  });
  const { answer } = foreignJourney(db, () => service);

  it('is answered from its history', async () => {
    await answer(0, '#trans 50 7 0');
    await service.sender().drain();
    expect(await answer(0, 'deposits over 40 this year')).toMatch(
      /^Deposits over \$40\.00 since Jan 1: 11\/23 .*\+\$50\.00\.$/,
    );
    expect(await answer(0, 'hist 7 since nov 1')).toMatch(
      /^Checking 7: transactions since Nov 1: 11\/23 .*-\$50\.00\.$/,
    );
    expect(await answer(0, 'deposits over 5000 this year')).toBe(
      'No deposits over $5,000.00 since Jan 1.',
    );
    expect(await answer(0, 'how much did i spend at schnucks last month')).toBe(
      'No purchases at Schnucks, Oct 1–31.',
    );
  });

  it('is refused if the history is too long to add up, in each language', async () => {
    Object.assign(service.foreign, {
      historyPage: async () => ({
        entries: [
          {
            accountId: service.fixture.members[0]?.checkingAccountId,
            sequence: 1n,
            amount: -100n,
            balanceAfter: 0n,
            effectiveOn: Temporal.PlainDate.from('2026-11-20'),
            postedAt: service.clock.now(),
            kind: 'card',
            description: 'SHOP',
          },
        ],
        more: true,
      }),
    });
    expect(await answer(0, 'how much did i spend last month')).toMatch(
      /^We can't add up that much at once/,
    );
    expect(await answer(0, 'cuánto gasté el mes pasado')).toMatch(/^No podemos sumar tanto/);
    expect(await answer(0, "combien j'ai dépensé le mois dernier")).toMatch(
      /^Nous ne pouvons pas additionner autant/,
    );
  });

  it('gets no balance of a past day, and says so in each language', async () => {
    expect(await answer(0, 'balance yesterday')).toMatch(/^We can only show your balance now/);
    expect(await answer(0, 'saldo ayer')).toMatch(/^Solo podemos mostrar su saldo de ahora/);
    expect(await answer(0, 'solde hier')).toMatch(/^Nous ne donnons ici que le solde actuel/);
    expect(await answer(0, 'bal 7 today')).toMatch(/^Checking 7: \$1,000\.00 available/);
  });
});
