import { describe, expect, it } from 'vitest';
import { createXClient } from '../../src/channels/x/client.ts';
import { outcomeOf } from '../../src/channels/x/outcome.ts';
import { createXChannel } from '../../src/channels/x/x-channel.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { morning } from '../support/service.ts';
import { bankUserId } from '../support/fixture.ts';
import { createNetwork, wireMessage } from './channel-harness.ts';

const clock = manualClock(morning);
const problems = 'https://api.twitter.com/2/problems';
const forAll = { outcome: 'refused', retryable: true, forAll: true, staffMust: expect.any(String) };
const forMember = { outcome: 'refused', retryable: false };
const errors = (code: number) => ({ errors: [{ code, message: 'm' }] });

describe('X’s answers to sending', () => {
  it.each([
    [403, errors(64), { ...forAll, code: 'x_403_64' }],
    [403, errors(326), { ...forAll, code: 'x_403_326' }],
    [403, errors(453), forAll],
    [403, errors(261), forAll],
    [
      403,
      {
        title: 'Client Forbidden',
        type: `${problems}/client-forbidden`,
        reason: 'client-not-enrolled',
      },
      { ...forAll, code: 'x_403_client_not_enrolled' },
    ],
    [403, { type: `${problems}/client-forbidden` }, forAll],
    [403, { errors: [{ reason: 'client-not-enrolled' }] }, forAll],
    [
      403,
      { type: 'https://api.x.com/2/problems/usage-capped' },
      { ...forAll, code: 'x_403_usage_capped' },
    ],
    // Not for a minute: until staff raise the cap, or its period ends.
    [
      429,
      { type: `${problems}/usage-capped`, title: 'UsageCapExceeded', period: 'Monthly' },
      forAll,
    ],
    [402, { title: 'CreditsDepleted' }, forAll],
    [401, {}, forAll],
    [403, errors(349), forMember],
    [403, errors(476), { ...forMember, code: 'x_403_476' }],
    [403, errors(150), forMember],
    [400, {}, forMember],
    [404, {}, forMember],
    [403, errors(88), { outcome: 'throttled' }],
    [429, errors(88), { outcome: 'throttled' }],
    [429, {}, { outcome: 'throttled' }],
    [403, {}, { outcome: 'refused', retryable: true }],
    [403, 'no JSON', { outcome: 'refused', retryable: true }],
    [403, { errors: 'odd', type: 7 }, { outcome: 'refused', retryable: true }],
    [503, {}, { outcome: 'unknown' }],
    [503, errors(130), { outcome: 'unknown' }],
  ])('means by %i and %j what is written', (status, body, meaning) => {
    expect(outcomeOf({ status, body, headers: new Headers() }, clock)).toMatchObject(meaning);
  });

  it('contains none of X’s own words', () => {
    const body = { title: 'member 2000000000', detail: 'K7Q2MX', ...errors(64) };
    const said = JSON.stringify(outcomeOf({ status: 403, body, headers: new Headers() }, clock));
    expect(said).not.toMatch(/2000000000|K7Q2MX/);
  });
});

describe('a channel on X', () => {
  const member = '2000000000';
  const open = () => {
    const world = createWorld({ clock, random: seededRandom('x outcome') });
    const simulator = createXSimulator({
      world,
      fetch: async () => new Response(),
      consumerSecret: 'secret',
      clientId: 'test',
    });
    simulator.createUser({ id: bankUserId, username: 'bank', name: 'Bank' });
    simulator.createUser({ id: member, username: 'member', name: 'Member' });
    const network = createNetwork(async (request) => simulator.app.fetch(request));
    let renewals = 0;
    const token = () => simulator.giveToken(bankUserId).accessToken;
    const channel = createXChannel({
      client: createXClient({ base: 'https://api.x.example', fetch: network.fetch }),
      tokens: {
        current: async () => token(),
        renew: async () => {
          renewals += 1;
          return token();
        },
      },
      clock,
      bankUserId,
    });
    return { simulator, network, channel, renewals: () => renewals };
  };
  const message = (text: string) =>
    wireMessage({ institutionId: 1, id: 'm', address: member }, text);

  it('renews its token once, and calls staff if X refuses the new one too', async () => {
    const { channel, simulator, renewals } = open();
    await channel.ready?.();
    simulator.faults.sends.push('unauthorized', 'unauthorized');
    expect((await channel.send(message('hello'))).outcome).toBe('throttled');
    expect(await channel.send(message('hello'))).toMatchObject(forAll);
    expect(renewals()).toBe(1);
    expect((await channel.send(message('hello'))).outcome).toBe('accepted');
  });

  it('finds a lost text behind hundreds of others, and reports it missing only after reading all', async () => {
    const { channel, simulator, network } = open();
    const earlier = clock.now();
    await channel.send(message('another text'));
    clock.advance({ minutes: 5 });
    const before = clock.now();
    network.faults.push('lost');
    expect((await channel.send(message('the lost one'))).outcome).toBe('unknown');
    for (let count = 0; count < 450; count += 1) {
      clock.advance({ milliseconds: 100 });
      await simulator.memberSends({ from: member, to: bankUserId, text: `n ${count}` });
    }
    const found = await channel.lookup(message('the lost one'), before);
    expect(found.found).toBe(true);
    expect(await channel.lookup(message('never sent'), before)).toEqual({ found: false });
    // Older than the sending: another message.
    expect(await channel.lookup(message('another text'), before)).toEqual({ found: false });
    expect((await channel.lookup(message('another text'), earlier)).found).toBe(true);
    // An unreadable page proves nothing.
    network.isDown = true;
    expect(await channel.lookup(message('never sent'), before)).toEqual({
      found: 'unknown',
      away: true,
    });
  });
});
