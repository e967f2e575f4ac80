import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { verify } from '../../src/ledger/verify/verify.ts';
import { verifyRecord } from '../../src/audit/verify-record.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { hang } from '../support/foreign-core.ts';
import { foreignJourney } from '../support/foreign-journey.ts';
import { startForeignService, type ForeignService } from '../support/foreign-service.ts';

/**
 * Transfers at another core: prompt, slow, away. `foreign-core-lost.test.ts` covers lost messages.
 */
onGuardedEngines('a member of a credit union whose books are at another core', (db) => {
  let service: ForeignService;
  beforeEach(async () => {
    // A sender serves all institutions, and those of earlier tests have another core.
    await db().query('delete from core_orders');
    service = await startForeignService(db(), { people: 3 });
  });
  const { answer, checking, states, wait } = foreignJourney(db, () => service);

  describe('whose core answers at once', () => {
    it('gets one message with the result; figures carry their time', async () => {
      expect(await answer(0, '#bal')).toBe(
        'Available: Savings 0 $500.00; Checking 7 $1,000.00. As of 10:42am.',
      );
      expect((await service.say(0, '#trans 50 7 0')).outcome).toBe('transfer_pending');
      expect(await service.leave()).toEqual([expect.stringMatching(/^Available/)]);
      await service.sender().drain();
      expect(await service.leave()).toEqual([
        'Moved $50.00, Checking 7 to Savings 0. Now available: 7: $950.00; 0: $550.00. Receipt FC-1, 10:42am.',
      ]);
      wait(10);
      expect(await service.leave()).toEqual([]);
      expect(await answer(0, '#bal 7')).toBe('Checking 7: $950.00 available as of 10:42am.');
      expect(await answer(0, '#hist 7')).toMatch(/-\$50\.00/);
      expect(service.foreign.postings).toHaveLength(1);
    });

    it('gets Spanish and French, too', async () => {
      expect(await answer(0, 'saldo 7')).toMatch(/según datos de las 10:42/);
      expect(await answer(0, 'solde 7')).toMatch(/selon les données de 10 h 42/);
      await answer(1, 'pasar 20 de 7 a 0');
      await answer(2, 'virer 20 de 7 vers 0');
      await service.sender().drain();
      const texts = await service.leave();
      expect(texts.find((text) => text.startsWith('Transferimos'))).toMatch(/\$20\.00/);
      expect(texts.find((text) => text.startsWith('Virement fait'))).toMatch(/20,00/);
    });

    it('gets the core’s refusal once, and the amount counts toward no limit', async () => {
      await answer(0, '#trans 400 7 0');
      service.foreign.withdraw(checking(), 90_000n);
      await service.sender().drain();
      expect(await service.leave()).toEqual([
        'Your transfer of $400.00, Checking 7 to Savings 0, was refused for lack of funds, so nothing moved. #bal shows what is available.',
      ]);
      expect(await answer(0, '#bal 7')).toMatch(/\$100\.00 available/);
      const [usage] = await db().query<{ amount: bigint }>(
        'select coalesce(sum(amount), 0)::int8 as amount from transfer_usage where institution_id = $1',
        [service.fixture.institution.id],
      );
      expect(usage?.amount).toBe(0n);
    });

    it('leaves an audit log that agrees with itself', async () => {
      await answer(0, '#trans 50 7 0');
      await service.sender().drain();
      const { institution, keyring } = service.fixture;
      const report = await verifyRecord(db(), {
        institutionId: institution.id,
        parts: [messagesPart],
        keyring,
      });
      expect(report.problems.filter(({ what }) => what.includes('message'))).toEqual([]);
      expect((await verify(db(), { institutionId: institution.id })).problems).toEqual([]);
    });
  });

  describe('whose core is slow', () => {
    it('gets a first reply after 3 seconds, and a second with the result', async () => {
      const answered = Promise.withResolvers<void>();
      service.foreign.behavior = {
        send: async (_order, post) => {
          const answer = post();
          await answered.promise;
          return answer;
        },
      };
      await answer(0, '#trans 50 7 0');
      const sender = service.sender(50);
      await sender.drain();
      expect(await states()).toEqual(['unknown']);
      expect(await service.leave()).toEqual([]);
      expect(await answer(0, '#bal 7')).toMatch(/\$950\.00|\$900\.00/);
      wait(3);
      expect((await service.leave())[0]).toBe(
        'Your transfer of $50.00, Checking 7 to Savings 0, is being processed. We will message you when it is done. Please do not send it again.',
      );
      answered.resolve();
      await expect.poll(states).toEqual(['posted']);
      expect(await service.leave()).toEqual([expect.stringMatching(/^Moved \$50\.00.*FC-1/)]);
      wait(60);
      await sender.drain();
      expect(await service.leave()).toEqual([]);
      expect(service.foreign.postings).toHaveLength(1);
    });

    it('delays no other member, and nothing that needs no books', async () => {
      const patient = await startForeignService(db(), { people: 3, fetchMilliseconds: 60_000 });
      const slow = present(patient.fixture.members[0], 'they live there').checkingAccountId;
      const given = Promise.withResolvers<never>();
      patient.foreign.behavior = {
        fetch: async ({ balances = [] }) => {
          if (balances.includes(slow)) await given.promise;
        },
      };
      let isSlowDone = false;
      const waits = patient.say(0, '#trans 50 7 0').then((done) => {
        isSlowDone = true;
        return done;
      });
      const others = await Promise.all([
        patient.say(1, '#bal'),
        patient.say(2, 'HELP'),
        patient.say(2, '#hist 7'),
      ]);
      expect(others.map(({ outcome }) => outcome)).toEqual(['balances', 'help', 'history']);
      expect(isSlowDone).toBe(false);
      given.reject(new Error('gone'));
      expect((await waits).outcome).toBe('books_away');
      expect(await states()).toEqual([]);
    });

    it('does not block other members’ orders while one order hangs', async () => {
      const slow = checking(0);
      service.foreign.behavior = {
        send: async ({ fromAccountId }, post, signal) =>
          fromAccountId === slow ? hang(signal) : post(),
      };
      await answer(0, '#trans 50 7 0');
      await answer(1, '#trans 60 7 0');
      const sender = service.sender(1_500);
      sender.wake();
      await expect.poll(async () => (await states()).toSorted()).toEqual(['posted', 'sent']);
      expect(await service.leave()).toEqual([expect.stringMatching(/^Moved \$60\.00/)]);
      await sender[Symbol.asyncDispose]();
    });

    it('gets replies at each address in the order of its messages', async () => {
      service.foreign.behavior = { fetch: async () => setTimeout(30) };
      const order: string[] = [];
      const say = async (text: string) =>
        service.say(0, text).then(({ intent }) => order.push(intent));
      await Promise.all([say('#bal 7'), say('HELP'), say('#hist 7')]);
      expect(order).toEqual(['balance', 'help', 'history']);
    });
  });

  describe('whose core can’t be reached', () => {
    it.each([
      ['#bal', /^Nothing was done: we cannot reach your accounts right now/],
      ['#trans 5 7 0', /^Nothing was done: we cannot reach/],
      ['saldo', /^No se hizo nada: ahora no podemos consultar sus cuentas/],
      ['solde', /^Rien n'a été fait : nous n'avons pas accès à vos comptes/],
    ])('gets a reply that says so for %s, and nothing else is asked', async (text, told) => {
      service.foreign.behavior = {
        fetch: async () => {
          throw new Error('connect ECONNREFUSED');
        },
      };
      expect(await answer(0, text)).toMatch(told);
      expect((await service.say(0, 'agent')).outcome).toBe('agent');
      expect((await service.say(0, '#lock')).outcome).toBe('locked');
      expect(await states()).toEqual([]);
    });

    it('has an order sent once the core is back, once', async () => {
      service.foreign.behavior = { send: async () => ({ outcome: 'unsent' }) };
      await answer(0, '#trans 50 7 0');
      const sender = service.sender();
      await sender.drain();
      expect(await states()).toEqual(['asked']);
      service.foreign.behavior = {};
      wait(10);
      await sender.drain();
      expect(await states()).toEqual(['posted']);
      expect(service.foreign.postings).toHaveLength(1);
    });

    it('gets a message that nothing moved if it was too late to send, and may order again', async () => {
      service.foreign.behavior = { send: async () => ({ outcome: 'unsent' }) };
      await answer(0, '#trans 50 7 0');
      const sender = service.sender();
      await sender.drain();
      wait(3);
      await service.leave();
      wait(600);
      await sender.drain();
      expect(await states()).toEqual(['refused']);
      expect(await service.leave()).toEqual([
        'Your transfer of $50.00, Checking 7 to Savings 0, did not go through, so nothing moved. If you still want it, send it again.',
      ]);
      service.foreign.behavior = {};
      expect(await answer(0, '#bal 7')).toMatch(/\$1,000\.00/);
      await answer(0, '#trans 50 7 0');
      await sender.drain();
      expect(service.foreign.postings).toHaveLength(1);
    });
  });
});
