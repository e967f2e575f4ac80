import { describe, expect, it } from 'vitest';
import { createTwilioClient } from '../../src/channels/twilio/client.ts';
import { lookUpNumber } from '../../src/channels/twilio/lookup-number.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import {
  createTwilioSimulator,
  type TwilioSimulator,
} from '../../dev/simulators/twilio/simulator.ts';
import { morning } from '../support/service.ts';
import { accountSid, authToken } from './twilio-parts.ts';

const phone = '+13145550123';

describe('carriers’ facts about numbers', () => {
  const clock = manualClock(morning);
  const world = createWorld({ clock, random: seededRandom('lookup') });
  const client = (simulator: TwilioSimulator) =>
    createTwilioClient({
      base: 'https://api.twilio.example',
      lookupsBase: 'https://lookups.twilio.example',
      accountSid,
      credentials: { username: accountSid, password: authToken },
      fetch: async (input, init) => simulator.app.fetch(new Request(input, init)),
    });
  const verifiedOn = Temporal.PlainDate.from('2026-01-05');

  it('returns the carriers’ facts, and null for missing ones', async () => {
    const simulator = createTwilioSimulator({
      world,
      fetch: async () => new Response(''),
      accountSid,
      authToken,
    });
    const simChangedAt = Temporal.Instant.from('2026-11-22T08:00:00Z');
    simulator.addPhone({
      number: phone,
      lineType: 'nonFixedVoip',
      simChangedAt,
      reassigned: true,
    });
    const asked = { client: client(simulator), clock };
    expect(await lookUpNumber(asked, { e164: phone, verifiedOn })).toEqual({
      lineType: 'nonFixedVoip',
      simChangedAt,
      simSameSince: simChangedAt,
      reassigned: true,
    });
    expect(await lookUpNumber(asked, { e164: phone })).toMatchObject({ reassigned: null });
    expect(await lookUpNumber(asked, { e164: '+13145550188', verifiedOn })).toEqual({
      lineType: 'mobile',
      simChangedAt: null,
      simSameSince: null,
      reassigned: null,
    });
    const wrong = lookUpNumber(asked, { e164: '+0' });
    await expect(wrong).rejects.toMatchObject({ code: 'twilio_20404', retryable: false });
    await expect(wrong).rejects.toBeInstanceOf(Fault);
  });

  it.each([
    [{ swapped_in_period: true, swapped_period: 'PT24H' }, '2026-11-23T16:42:00Z', null],
    [{ swapped_in_period: false, swapped_period: 'PT24H' }, null, '2026-11-22T16:42:00Z'],
    [{ swapped_in_period: false, swapped_period: 'P7D' }, null, '2026-11-16T16:42:00Z'],
    [{ swapped_in_period: false, swapped_period: 'soon' }, null, null],
    [{ swapped_in_period: null, swapped_period: 'PT24H' }, null, null],
    [{ last_sim_swap_date: 'never' }, null, null],
  ])('reads %j', async (said, changed, same) => {
    const answering = createTwilioClient({
      base: 'https://api.twilio.example',
      lookupsBase: 'https://lookups.twilio.example',
      accountSid,
      credentials: { username: accountSid, password: authToken },
      fetch: async () => Response.json({ sim_swap: { last_sim_swap: said } }),
    });
    const facts = await lookUpNumber({ client: answering, clock }, { e164: phone });
    expect(facts.simChangedAt?.toString() ?? null).toBe(changed);
    expect(facts.simSameSince?.toString() ?? null).toBe(same);
  });
});
