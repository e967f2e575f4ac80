import { expect, it } from 'vitest';
import type { SendAnswer } from '../../src/core/adapter.ts';
import { seededRandom, type Random } from '../../src/kernel/random.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { hang, type Behavior } from '../support/foreign-core.ts';
import { startForeignService } from '../support/foreign-service.ts';

const people = 6;
const orders = 24;

/** Half of the calls fail, each in its own way. No answer lies on purpose. */
function chaos(random: Random): Behavior {
  const lost = new Error('the answer was lost');
  return {
    send: async (_order, post, signal): Promise<SendAnswer> => {
      switch (random.below(10)) {
        case 0:
        case 1:
          post();
          throw lost;
        case 2:
          throw lost;
        case 3:
          return { outcome: 'unsent' };
        case 4:
          post();
          return hang(signal);
        case 5:
          return hang(signal);
        default:
          return post();
      }
    },
    find: async (_order, look) => {
      const chance = random.below(10);
      if (chance < 2) throw lost;
      const found = look();
      return chance < 4 && found.outcome === 'absent' ? { outcome: 'absent' } : found;
    },
  };
}

onSampledEngines('a core at which half of the calls fail', (db) => {
  it.each(['a', 'b'])(
    'posts each order once or not at all, and tells the truth once (%s)',
    async (seed) => {
      await db().query('delete from core_orders');
      const service = await startForeignService(db(), { people, seed });
      const { fixture, foreign, clock } = service;
      const random = seededRandom(`chaos ${seed}`);
      foreign.behavior = chaos(random);
      const senders = [service.sender(20), service.sender(20)];
      const drain = async () => Promise.all(senders.map(async (one) => one.drain()));
      for (let count = 0; count < orders; count += 1) {
        const outcome = await service.say(count % people, `#trans ${count + 5} 7 0`);
        expect(outcome.outcome).toBe('transfer_pending');
        if (random.below(2) === 0) await drain();
        clock.advance({ seconds: random.below(60) });
        await service.leave();
      }
      for (let round = 0; round < 20; round += 1) {
        await drain();
        clock.advance({ seconds: 60 + random.below(120) });
        await service.leave();
      }
      foreign.behavior = {};
      for (let round = 0; round < 8; round += 1) {
        clock.advance({ minutes: 16 });
        await drain();
      }
      await service.leave();

      const rows = await db().query<{ key: string; state: string; told: string[]; open: number }>(
        `select k.key, k.state,
          (select array_agg(o.text) from outbound o where o.institution_id = $1 and o.in_reply_to = k.key
            and o.status in ('wired', 'sent', 'delivered')) as told,
          (select count(*)::int from outbound o where o.institution_id = $1 and o.in_reply_to = k.key
            and o.status not in ('wired', 'sent', 'delivered', 'expired')) as open
        from core_orders k where k.institution_id = $1`,
        [fixture.institution.id],
      );
      expect(rows).toHaveLength(orders);
      for (const { key, state, told, open } of rows) {
        const posted = foreign.postings.filter((one) => one.key === key);
        expect([key, posted.length, open]).toEqual([key, state === 'posted' ? 1 : 0, 0]);
        const ends = told.filter((text) => /^Moved|nothing moved/.test(text));
        expect(ends).toEqual([
          expect.stringMatching(state === 'posted' ? /^Moved/ : /nothing moved/),
        ]);
        if (state === 'posted') expect(ends[0]).toContain(posted[0]?.reference);
        else expect(state).toBe('refused');
      }
      expect(foreign.postings.length).toBeGreaterThan(orders / 2);
      for (const [person, { checkingAccountId, savingsAccountId }] of fixture.members.entries()) {
        const sum = foreign.balanceOf(checkingAccountId) + foreign.balanceOf(savingsAccountId);
        expect(sum).toBe(150_000n);
        const [dollars = ''] =
          /(?<=Checking 7 \$)[\d,.]+\d/.exec((await service.say(person, '#bal')).text ?? '') ?? [];
        expect(dollars.replaceAll(/[,.]/g, '')).toBe(String(foreign.balanceOf(checkingAccountId)));
      }
      const used = await db().query<{ moved: bigint }>(
        'select coalesce(sum(amount), 0)::int8 as moved from transfer_usage where institution_id = $1',
        [fixture.institution.id],
      );
      const moved = fixture.members.reduce(
        (sum, { savingsAccountId }) => sum + foreign.balanceOf(savingsAccountId) - 50_000n,
        0n,
      );
      expect(used[0]?.moved).toBe(moved);
    },
    60_000,
  );
});
