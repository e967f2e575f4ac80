import { beforeAll, expect, it } from 'vitest';
import { opening } from '../support/fixture/books.ts';
import { openShare, postOrders } from '../support/furnish-accounts.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';

onSampledEngines('a share in a currency other than the institution’s', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 1, settings: { languages: ['en', 'es', 'fr'] } });
    const place = { ...service, db: db() };
    const yen = await openShare(place, 0, { suffix: '8', kind: 'savings', currency: 'JPY' });
    await openShare(place, 0, { suffix: '9', kind: 'savings', currency: 'JPY' });
    const cash = service.world.ids.next();
    const effectiveOn = service.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
    await postOrders(place, [
      opening({ accountId: cash, kind: 'cash', currency: 'JPY', effectiveOn }),
      {
        order: 'entries',
        key: 'yen in',
        kind: 'deposit',
        effectiveOn,
        entries: [
          { accountId: cash, amount: 5_000n, description: 'CASH' },
          { accountId: yen, amount: -5_000n, description: 'CASH' },
        ],
      },
    ]);
  });
  const said = async (text: string) => (await service.say(0, text)).text;

  it.each([
    ['#bal 8', 'Savings 8: JPY 5,000 available now'],
    ['#hist 8', '+JPY 5,000'],
    ['#details 8', 'JPY 5,000'],
    ['solde 8', 'JPY 5 000'],
    ['saldo 8', 'JPY 5.000'],
  ])('appears in its own: %s', async (text, shown) => {
    const reply = await said(text);
    expect(reply).toContain(shown);
    expect(reply).not.toMatch(/\$|50[.,]00/);
  });

  it('appears next to the others in its own', async () => {
    expect(await said('#bal all')).toContain('Savings 8 JPY 5,000');
  });

  // We read the figure in dollars, and 50.00 of them are not 5,000 yen.
  it.each(['#trans 50 8 9', '#trans 50 7 8', '#trans 50 8 7', 'move 50 from 8 to 9'])(
    'moves no money by message: %s',
    async (text) => {
      const outcome = await service.say(0, text);
      expect(outcome.outcome).toBe('currency_mismatch');
      expect(outcome.text).toMatch(/^Nothing moved/);
      expect(await said('#bal 8')).toContain('JPY 5,000');
    },
  );
});
