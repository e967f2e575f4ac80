import { beforeEach, describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import { present } from '../../src/kernel/assert.ts';
import { abandonOrder, confirmOrder, listOrders } from '../../src/operations/staff/orders.ts';
import { perform } from '../../src/operations/perform.ts';
import { makeTransfer } from '../../src/operations/shares/make-transfer.ts';
import { verify } from '../../src/ledger/verify/verify.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { foreignJourney } from '../support/foreign-journey.ts';
import { startForeignService, type ForeignService } from '../support/foreign-service.ts';
import { memberRequest } from '../support/member-request.ts';
import { staffRequest } from '../support/staff-request.ts';

const confirmed: Readonly<Record<Language, RegExp>> = {
  en: /^Confirmed: \$50\.00 was moved, Checking 7 to Savings 0\. Receipt JRN-4711, /,
  es: /^Confirmado: se pasaron \$50\.00 de .* 7 a .* 0\. Recibo JRN-4711, /,
  fr: /^Confirmé : 50,00 \$ viré de .* 7 vers .* 0\. Re[cç]u JRN-4711, /,
};

/** An order whose answer is lost for good: a person looks into the core and says what became of it. */
onSampledEngines('staff of a credit union whose books another core keeps', (db) => {
  let service: ForeignService;
  beforeEach(async () => {
    await db().query('delete from core_orders');
    service = await startForeignService(db(), { people: 2 });
    service.foreign.behavior = {
      send: async () => {
        throw new Error('lost on the way');
      },
      find: async () => ({ outcome: 'absent' }),
    };
  });
  const { answer, states, tasks, wait } = foreignJourney(db, () => service);
  const staff = (more?: Parameters<typeof staffRequest>[1]) =>
    staffRequest({ db: db(), fixture: service.fixture, world: service.world }, more);
  const keyOfOrder = async () => present((await orders())[0], 'an order is open').key;
  const orders = async () => (await perform(staff(), listOrders, {})).done?.orders ?? [];
  const acts = async () =>
    db().query<{ who: string; why: string; what: string; detail: object }>(
      'select who, why, what, detail from acts where institution_id = $1',
      [service.fixture.institution.id],
    );
  const lost = async () => {
    await answer(0, '#trans 50 7 0');
    const sender = service.sender();
    await sender.drain();
    await service.leave();
    return sender;
  };

  describe('end an order as posted', () => {
    it.each(languages)('and the member gets the receipt, in %s', async (language) => {
      await db().query('update members set language = $2 where institution_id = $1', [
        service.fixture.institution.id,
        language,
      ]);
      const sender = await lost();
      const key = await keyOfOrder();
      const ended = await perform(staff(), confirmOrder, { key, reference: ' JRN-4711 ' });
      expect(ended).toEqual({ done: { ended: 'posted' } });
      expect(await service.leave()).toEqual([expect.stringMatching(confirmed[language])]);
      expect(await states()).toEqual(['posted']);
      expect(await acts()).toEqual([
        {
          who: 'ann',
          why: 'asked at the branch',
          what: 'core_order_posted',
          detail: { reference: 'JRN-4711' },
        },
      ]);
      // Nobody looks for it any more, and it is never sent again.
      wait(3_600);
      await sender.drain();
      expect(await states()).toEqual(['posted']);
      expect(await orders()).toEqual([]);
      const report = await verify(db(), {
        institutionId: service.fixture.institution.id,
        keyring: service.fixture.keyring,
        parts: [messagesPart],
      });
      expect(report.problems).toEqual([]);
    });

    it('counts it against the day, and the same transfer may be made again', async () => {
      await lost();
      expect((await service.say(0, '#trans 50 7 0')).outcome).toBe('already_pending');
      await perform(staff(), confirmOrder, { key: await keyOfOrder(), reference: 'A 1' });
      const [used] = await db().query<{ amount: bigint }>(
        'select amount from transfer_usage where institution_id = $1',
        [service.fixture.institution.id],
      );
      expect(used?.amount).toBe(5_000n);
      wait(600);
      expect((await service.say(0, '#trans 50 7 0')).outcome).toBe('transfer_pending');
    });

    it('tells the site’s nonce the receipt, and no balance that nobody knows', async () => {
      const input = { from: '7', to: '0', amount: '50.00', agreedTo: [] };
      const order = { ...input, nonce: service.world.ids.next() };
      const make = async () => {
        const place = { db: db(), fixture: service.fixture, world: service.world };
        return perform(await memberRequest(place, 0, { core: service.core }), makeTransfer, order);
      };
      expect((await make()).done).toMatchObject({ state: 'pending' });
      await service.sender().drain();
      await perform(staff(), confirmOrder, { key: await keyOfOrder(), reference: 'JRN-4711' });
      expect((await make()).done).toMatchObject({
        state: 'posted',
        already: true,
        receipt: 'JRN-4711',
        from: { suffix: '7', available: null },
        to: { suffix: '0', available: null },
      });
    });

    it.each([
      ['JRN-4711', 0],
      ['JRN-9', 1],
    ])('and learns it where the core later says %s', async (reference, alarms) => {
      const answered = Promise.withResolvers<void>();
      service.foreign.behavior = {
        ...service.foreign.behavior,
        send: async (_order, post) => {
          const posted = post();
          await answered.promise;
          return { ...posted, reference };
        },
      };
      await answer(0, '#trans 50 7 0');
      await service.sender(50).drain();
      await perform(staff(), confirmOrder, { key: await keyOfOrder(), reference: 'JRN-4711' });
      answered.resolve();
      // What must not come is waited for as long as what must.
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      expect(await tasks()).toHaveLength(alarms);
      for (const { detail } of await tasks())
        expect(detail).toContain('recorded: posted as JRN-4711, now told: posted as JRN-9');
      expect((await service.leave()).filter((text) => text.startsWith('Confirmed'))).toHaveLength(
        1,
      );
    });
  });

  it('end it as abandoned: nothing moved, and it may be made again', async () => {
    const sender = await lost();
    const key = await keyOfOrder();
    expect(await perform(staff(), abandonOrder, { key })).toEqual({ done: { ended: 'abandoned' } });
    expect(await service.leave()).toEqual([
      expect.stringMatching(/did not go through, so nothing moved/),
    ]);
    expect(await answer(0, '#bal 7')).toMatch(/\$1,000\.00/);
    expect(await acts()).toMatchObject([{ what: 'core_order_abandoned', detail: {} }]);
    wait(3_600);
    await sender.drain();
    expect(await states()).toEqual(['abandoned']);
  });

  it('are refused in one sentence what can’t be ended', async () => {
    const confirm = async (key: string, more?: Parameters<typeof staffRequest>[1]) =>
      (await perform(staff(more), confirmOrder, { key, reference: 'JRN-1' })).refused;
    const abandon = async (key: string) => (await perform(staff(), abandonOrder, { key })).refused;
    expect(await confirm('x:none')).toMatchObject({
      code: 'order_unknown',
      text: 'There is no transfer x:none at another core.',
    });
    await answer(0, '#trans 50 7 0');
    const key = await keyOfOrder();
    for (const refused of [await confirm(key), await abandon(key)])
      expect(refused).toMatchObject({
        code: 'order_under_way',
        text: `Transfer ${key} is still on its way to the core: its outcome is not unknown yet.`,
      });
    await service.sender().drain();
    expect(await confirm(key, { roles: ['teller'] })).toMatchObject({ code: 'role_missing' });
    expect(await confirm(key, { why: null })).toMatchObject({ code: 'why_missing' });
    expect(await confirm(key)).toBeUndefined();
    for (const refused of [await confirm(key), await abandon(key)])
      expect(refused).toMatchObject({
        code: 'order_ended',
        text: `Transfer ${key} has already ended: it is posted.`,
      });
    expect(await states()).toEqual(['posted']);
    for (const reference of ['', ' ', 'x'.repeat(41), 'a\nb', 'ünder'])
      expect((await perform(staff(), confirmOrder, { key, reference })).refused).toBeDefined();
  });

  it('can’t end the order of another institution', async () => {
    await lost();
    const key = await keyOfOrder();
    const other = await startForeignService(db(), { people: 1, seed: 'another' });
    const request = staffRequest({ db: db(), fixture: other.fixture, world: other.world });
    const { refused } = await perform(request, confirmOrder, { key, reference: 'JRN-1' });
    expect(refused?.code).toBe('order_unknown');
    expect(await states()).toEqual(['unknown']);
  });
});
