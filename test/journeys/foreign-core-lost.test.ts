import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { hang } from '../support/foreign-core.ts';
import { foreignJourney } from '../support/foreign-journey.ts';
import { startForeignService, type ForeignService } from '../support/foreign-service.ts';

/** Losses between us and another core: a crash, an answer, the order itself. */
onSampledEngines('a member of a credit union whose books are at another core', (db) => {
  let service: ForeignService;
  beforeEach(async () => {
    // A sender serves all institutions, and those of earlier tests have another core.
    await db().query('delete from core_orders');
    service = await startForeignService(db(), { people: 3 });
  });
  const { answer, checking, states, tasks, wait } = foreignJourney(db, () => service);

  describe('whose service crashed on the way', () => {
    it('before the call: another process sends it', async () => {
      await answer(0, '#trans 50 7 0');
      await service.sender().drain();
      expect(service.foreign.postings).toHaveLength(1);
    });

    it('after the call: the order is found, never sent again', async () => {
      let sends = 0;
      service.foreign.behavior = {
        send: async (_order, post) => {
          sends += 1;
          post();
          return hang();
        },
      };
      await answer(0, '#trans 50 7 0');
      // This process dies during its call, so nobody hears the answer.
      const dead = service.sender(60_000);
      dead.wake();
      await expect.poll(states).toEqual(['sent']);
      await expect.poll(() => sends).toBe(1);
      const other = service.sender();
      await other.drain();
      expect(sends).toBe(1);
      wait(120);
      await other.drain();
      expect(sends).toBe(1);
      expect(await states()).toEqual(['posted']);
      expect(service.foreign.postings).toHaveLength(1);
      expect(await service.leave()).toEqual([expect.stringMatching(/^Moved \$50\.00/)]);
    });

    it('leaves the order to others after a freeze between marking and calling', async () => {
      await answer(0, '#trans 50 7 0');
      const stalls: Database = {
        ...db(),
        transaction: async (work) => {
          const result = await db().transaction(work);
          wait(5);
          return result;
        },
      };
      await service.sender(1_000, stalls).drain();
      expect(service.foreign.postings).toHaveLength(0);
      wait(60);
      const other = service.sender();
      await other.drain();
      expect(await states()).toEqual(['posted']);
      expect(service.foreign.postings).toHaveLength(1);
    });

    it('is found by two processes at once but reported once', async () => {
      service.foreign.behavior = {
        send: async (_order, post) => {
          post();
          throw new Error('socket hang up');
        },
      };
      await answer(0, '#trans 50 7 0');
      const senders = [service.sender(), service.sender()];
      await Promise.all(senders.map(async (one) => one.drain()));
      wait(6);
      await Promise.all(senders.map(async (one) => one.drain()));
      expect(service.foreign.postings).toHaveLength(1);
      expect((await service.leave()).filter((text) => text.startsWith('Moved'))).toHaveLength(1);
    });
  });

  describe('whose core answers twice', () => {
    it('gets one message; staff get any contradiction', async () => {
      const first = Promise.withResolvers<void>();
      service.foreign.behavior = {
        send: async (_order, post) => {
          post();
          await first.promise;
          return { outcome: 'refused', reason: 'account_closed' };
        },
      };
      await answer(0, '#trans 50 7 0');
      const sender = service.sender(50);
      await sender.drain();
      wait(6);
      await sender.drain();
      expect(await states()).toEqual(['posted']);
      first.resolve();
      await expect.poll(tasks).toHaveLength(1);
      expect(await tasks()).toMatchObject([{ kind: 'alarm', urgent: true }]);
      expect(await states()).toEqual(['posted']);
      expect(await service.leave()).toEqual([expect.stringMatching(/^Moved/)]);
    });
  });

  describe('whose core lost the order', () => {
    it('has it sent once more if its absence is proven, and only then', async () => {
      let sends = 0;
      service.foreign.behavior = {
        send: async (_order, post) => {
          sends += 1;
          if (sends === 1) throw new Error('lost on the way');
          return post();
        },
      };
      await answer(0, '#trans 50 7 0');
      const sender = service.sender();
      await sender.drain();
      wait(6);
      await sender.drain();
      // It may still be in flight for 30 seconds.
      expect(sends).toBe(1);
      wait(60);
      await sender.drain();
      expect(sends).toBe(2);
      expect(await states()).toEqual(['posted']);
      expect(service.foreign.postings).toHaveLength(1);
    });

    it('gets a message after the second loss that nothing moved', async () => {
      service.foreign.behavior = {
        send: async () => {
          throw new Error('lost on the way');
        },
      };
      await answer(0, '#trans 50 7 0');
      const sender = service.sender();
      for (let round = 0; round < 12; round += 1) {
        await sender.drain();
        wait(40);
      }
      expect(await states()).toEqual(['refused']);
      expect((await service.leave()).at(-1)).toMatch(/did not go through, so nothing moved/);
      expect(service.foreign.postings).toHaveLength(0);
    });
  });

  describe('whose core can’t prove that it has nothing', () => {
    const unprovable = async () => {
      let sends = 0;
      service.foreign.behavior = {
        send: async () => {
          sends += 1;
          throw new Error('lost on the way');
        },
        find: async () => ({ outcome: 'absent' }),
      };
      await answer(0, '#trans 50 7 0');
      const sender = service.sender();
      for (let round = 0; round < 32; round += 1) {
        await sender.drain();
        await service.leave();
        if (round < 29) wait(30);
      }
      return { sender, sends: () => sends };
    };

    it('never has it sent again; staff and the member learn of it after 15 minutes', async () => {
      const { sender, sends } = await unprovable();
      expect(await tasks()).toEqual([]);
      wait(60);
      await sender.drain();
      expect(sends()).toBe(1);
      expect(await tasks()).toMatchObject([{ kind: 'core_order', urgent: true }]);
      expect(await service.leave()).toEqual([
        expect.stringMatching(
          /^Your transfer of \$50\.00, Checking 7 to Savings 0, is not confirmed yet\. Do not send it again\. Reference T-1123-\d{4}: we are checking\.$/,
        ),
      ]);
      wait(3_600);
      await sender.drain();
      expect(await service.leave()).toEqual([]);
      expect(await tasks()).toHaveLength(1);
    });

    it('has the amount held meanwhile, and a repeat is refused', async () => {
      const { sender } = await unprovable();
      wait(60);
      await sender.drain();
      expect(await answer(0, '#bal 7')).toMatch(/^Checking 7: \$950\.00 available as of/);
      expect(await answer(0, '#bal 7')).toMatch(/Balance \$1,000\.00/);
      expect(await answer(0, '#holds 7')).toMatch(/\$50\.00/);
      expect((await service.say(0, '#trans 50 7 0')).outcome).toBe('already_pending');
      expect(await states()).toEqual(['unknown']);
      expect((await service.say(0, '#trans 51 7 0')).outcome).toBe('transfer_pending');
      expect(await states()).toEqual(['unknown', 'asked']);
      expect((await service.say(0, '#trans 940 7 0')).text).toMatch(/Nothing moved/);
    });

    it('gets a message of the posting when it is found after all', async () => {
      const { sender } = await unprovable();
      wait(60);
      await sender.drain();
      await service.leave();
      service.foreign.behavior = {};
      const [order] = await db().query<{ key: string }>(
        'select key from core_orders where institution_id = $1',
        [service.fixture.institution.id],
      );
      await service.foreign.send(
        {
          institutionId: service.fixture.institution.id,
          key: order?.key ?? '',
          fromAccountId: checking(),
          toAccountId: present(service.fixture.members[0], 'they do').savingsAccountId,
          amount: 5_000n,
          effectiveOn: Temporal.PlainDate.from('2026-11-23'),
          fromDescription: '',
          toDescription: '',
          askedAt: service.clock.now(),
        },
        new AbortController().signal,
      );
      wait(900);
      await sender.drain();
      expect(await states()).toEqual(['posted']);
      expect(await service.leave()).toEqual([expect.stringMatching(/^Moved \$50\.00/)]);
    });
  });
});
