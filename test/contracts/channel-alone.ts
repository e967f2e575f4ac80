import { afterEach, beforeEach, expect, it } from 'vitest';
import { manualClock, type ManualClock } from '../../src/kernel/clock.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import type { ChannelEvent, InboundMessage } from '../../src/messages/channel.ts';
import { morning } from '../support/service.ts';
import { listeningLogger, type ChannelHarness } from './channel-harness.ts';
import { descriptors } from '../../src/channels/descriptors.ts';
import { longest } from '../../src/wording/width.ts';
import { skipped, wire, type ChannelFacts } from './channel-facts.ts';

/** A channel alone. Records what it receives and passes on. */
export function receivesAndSends(facts: ChannelFacts): void {
  let harness: ChannelHarness;
  let clock: ManualClock;
  let received: InboundMessage[];
  let happened: ChannelEvent[];
  let logged: string[];
  let failing: Error | undefined;
  const fail = () => {
    const error = failing;
    failing = undefined;
    if (error) throw error;
  };
  afterEach(async () => harness.idle?.());
  beforeEach(async () => {
    clock = manualClock(morning);
    received = [];
    happened = [];
    logged = [];
    failing = undefined;
    harness = await facts.open({
      institutionId: 1,
      address: facts.address,
      clock,
      world: createWorld({ clock, random: seededRandom(facts.name) }),
      logger: listeningLogger(logged),
      inbox: {
        receive: async (messages) => {
          fail();
          received.push(...messages);
        },
        happened: async (events) => {
          fail();
          happened.push(...events);
        },
      },
    });
  });
  const deliver = async (request: Request) => (await harness.webhook(request.clone())).status;

  it('matches its descriptor', () => {
    const { encoding, recyclable, endToEndEncrypted, textMax } = descriptors[facts.channel];
    const { name, traits } = harness.channel;
    expect(name).toBe(facts.channel);
    expect(traits).toMatchObject({ encoding, recyclable, endToEndEncrypted });
    // A carrier may count differently, but must allow at least a reply of five segments.
    expect(traits.textMax).toBeGreaterThanOrEqual(Math.min(textMax, longest));
  });

  it.each([
    '#bal 7',
    'où est mon solde, s’il vous plaît ? 💸',
    'a+b=c & d%20\n#hist',
    '#trans 50 7 -> 0 <&lt;&amp;>',
    ' ',
  ])('receives %j as it was written', async (text) => {
    const delivery = await harness.memberSends(text);
    expect(await deliver(delivery)).toBe(200);
    expect(received).toHaveLength(1);
    const [message] = received;
    expect(message).toMatchObject({
      institutionId: 1,
      channel: facts.channel,
      address: facts.address,
      text,
    });
    expect(message?.externalId).toMatch(/^[\w:.-]{5,}$/);
    expect(message?.sentAt?.toString()).toBe(facts.givesTime ? morning : undefined);
    expect(message?.public ?? false).toBe(false);
  });

  it('gives a doubled delivery the same id, and two texts two', async () => {
    const first = await harness.memberSends('#bal');
    const second = await harness.memberSends('#bal');
    for (const delivery of [first, first, second, first]) expect(await deliver(delivery)).toBe(200);
    if (facts.takesOnce) {
      const ids = received.map(({ externalId }) => externalId);
      expect(new Set(ids).size).toBe(2);
      expect(ids).toHaveLength(2);
      return;
    }
    const [a, b, c, d] = received.map(({ externalId }) => externalId);
    expect([b, d]).toEqual([a, a]);
    expect(c).not.toBe(a);
  });

  it('keeps each message’s facts when they arrive in another order', async () => {
    const first = await harness.memberSends('first');
    clock.advance({ seconds: 5 });
    const second = await harness.memberSends('second');
    for (const delivery of [second, first]) expect(await deliver(delivery)).toBe(200);
    expect(received.map(({ text }) => text)).toEqual(['second', 'first']);
    if (facts.givesTime && !facts.timesReceipt)
      expect(received[1]?.sentAt?.until(received[0]?.sentAt ?? clock.now()).seconds).toBe(5);
  });

  it('accepts no forged delivery, and tells the forger nothing', async () => {
    const delivery = await harness.memberSends('#trans 50 7 0');
    const forgeries = await harness.forgeries(delivery.clone());
    expect(forgeries.length).toBeGreaterThan(1);
    for (const forgery of forgeries) {
      const answer = await harness.webhook(forgery);
      expect([401, 403]).toContain(answer.status);
      expect((await answer.text()).length).toBeLessThan(facts.tellsPeople ? 400 : 60);
    }
    expect(received).toEqual([]);
    expect(await deliver(delivery)).toBe(200);
    expect(received).toHaveLength(1);
  });

  it('refuses a delivery that is too long before reading it', async () => {
    expect((await harness.webhook(await harness.oversized())).status).toBe(413);
    expect(received).toEqual([]);
  });

  it('says 200 only for stored messages, so that others are delivered again', async () => {
    const delivery = await harness.memberSends('#bal');
    failing = new Fault({ code: 'database_unreachable', message: 'away', retryable: true });
    // A channel that stores what came before it hands it over answers 200, and hands it over later.
    expect(await deliver(delivery)).toBe(facts.storesFirst ? 200 : 503);
    expect(received).toEqual([]);
    failing = undefined;
    if (facts.storesFirst) clock.advance({ minutes: 2 });
    expect(await deliver(delivery)).toBe(200);
    expect(received).toHaveLength(1);
  });

  it('sends, and the text arrives unchanged', async () => {
    const texts = [
      'Checking 7: $1,000.00 available now. K7Q2MX',
      'Où ? é ñ € {7} & + = %41 K7Q2MX',
    ];
    for (const [index, text] of texts.entries()) {
      const id = `01926a00-0000-7000-8000-00000000001${index}`;
      const outcome = await harness.channel.send(wire(facts, text, id));
      expect(outcome.outcome).toBe('accepted');
      if (outcome.outcome === 'accepted') expect(outcome.carrierId).toMatch(/^[\w.-]{5,}$/);
    }
    expect(await harness.phone()).toEqual(texts);
  });

  skipped(facts, 'throttling')(
    'waits while it is throttled, and continues afterwards',
    async () => {
      harness.refuseNext('throttled');
      const outcome = await harness.channel.send(wire(facts, 'hello'));
      expect(outcome.outcome).toBe('throttled');
      if (outcome.outcome !== 'throttled') return;
      const wait = clock.now().until(outcome.until).total('seconds');
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(24 * 3600);
      expect(await harness.phone()).toEqual([]);
      expect((await harness.channel.send(wire(facts, 'hello'))).outcome).toBe('accepted');
    },
  );

  it('gives up on an address that can’t be written to', async () => {
    harness.refuseNext('permanent');
    const outcome = await harness.channel.send(wire(facts, 'hello'));
    expect(outcome).toMatchObject({ outcome: 'refused', retryable: false });
    expect(await harness.phone()).toEqual([]);
  });

  skipped(facts, 'staff')('calls staff if only they can help, and tries again', async () => {
    harness.refuseNext('staff');
    const outcome = await harness.channel.send(wire(facts, 'hello'));
    // Refused, or put off for a channel that goes on by another kind of message meanwhile.
    if (outcome.outcome === 'throttled') clock.advance({ hours: 1 });
    else expect(outcome).toMatchObject({ outcome: 'refused', retryable: true });
    expect('staffMust' in outcome && outcome.staffMust).toMatch(/\w+ \w+/);
    expect((await harness.channel.send(wire(facts, 'hello'))).outcome).toBe('accepted');
  });

  it('treats a text with a lost answer as unknown, until it finds it', async () => {
    const message = wire(facts, 'hello');
    const before = clock.now();
    harness.network.faults.push('lost');
    expect((await harness.channel.send(message)).outcome).toBe('unknown');
    expect(await harness.phone()).toHaveLength(1);
    await harness.proveTaken();
    clock.advance({ seconds: 10 });
    const found = await harness.channel.lookup(message, before.subtract({ seconds: 30 }));
    expect(found.found).toBe(true);
  });

  it('finds it even with a link and signs that the platform shows differently', async () => {
    const message = wire(
      facts,
      'AT&T <b>: see myvantage.example, or https://bank.example/a. K7Q2MX',
    );
    const before = clock.now();
    harness.network.faults.push('lost');
    expect((await harness.channel.send(message)).outcome).toBe('unknown');
    await harness.proveTaken();
    clock.advance({ seconds: 10 });
    const found = await harness.channel.lookup(message, before.subtract({ seconds: 30 }));
    expect(found.found).toBe(true);
  });

  it('reports a text as missing only when it can’t arrive any more', async () => {
    const message = wire(facts, 'hello');
    const before = clock.now();
    harness.network.faults.push('reset');
    expect((await harness.channel.send(message)).outcome).toBe('unknown');
    expect((await harness.channel.lookup(message, before)).found).not.toBe(true);
    clock.advance(facts.surelyNotThereAfter);
    expect(await harness.channel.lookup(message, before)).toEqual({ found: false });
    expect(await harness.phone()).toEqual([]);
  });

  it('does not take another text, or an older one, for the one in question', async () => {
    const earlier = clock.now();
    await harness.channel.send(wire(facts, 'hello', '01926a00-0000-7000-8000-0000000000aa'));
    await harness.channel.send(wire(facts, 'good bye', '01926a00-0000-7000-8000-0000000000bb'));
    clock.advance({ hours: 2 });
    const message = wire(facts, 'hello', '01926a00-0000-7000-8000-0000000000cc');
    const found = await harness.channel.lookup(message, earlier.add({ minutes: 1 }));
    expect(found).toEqual({ found: false });
  });

  it.each(['refused', 'unresolved', 'unroutable', 'connect_timeout', 'bad_certificate'] as const)(
    'knows that a text without a connection was not sent: %s',
    async (fault) => {
      harness.network.faults.push(fault);
      const outcome = await harness.channel.send(wire(facts, 'hello'));
      expect(outcome).toMatchObject({ outcome: 'refused', retryable: true, forAll: true });
      expect(outcome).not.toHaveProperty('staffMust');
      expect(await harness.phone()).toEqual([]);
    },
  );

  it('ends a request on demand, and then treats its outcome as unknown', async () => {
    const outcome = await harness.channel.send(wire(facts, 'hello'), AbortSignal.abort());
    expect(outcome.outcome).toBe('unknown');
  });

  it('learns nothing from a platform that can’t be asked', async () => {
    const before = clock.now();
    harness.network.faults.push('reset', 'reset', 'reset');
    const found = await harness.channel.lookup(wire(facts, 'hello'), before);
    expect(found.found).toBe('unknown');
  });

  skipped(facts, 'receipts')('hands on what became of a text', async () => {
    const outcome = await harness.channel.send(wire(facts, 'hello'));
    const receipts = await harness.receipts('in_order');
    expect(receipts.length).toBeGreaterThan(1);
    for (const receipt of receipts) expect(await deliver(receipt)).toBe(200);
    const carrierId = outcome.outcome === 'accepted' ? outcome.carrierId : '';
    const common = { institutionId: 1, channel: facts.channel, event: 'receipt', carrierId };
    expect(happened).toMatchObject([
      { ...common, status: 'sent' },
      { ...common, status: 'delivered' },
    ]);
    for (const forgery of await harness.forgeries(receipts[0]?.clone() ?? new Request('x:')))
      expect([401, 403]).toContain((await harness.webhook(forgery)).status);
    expect(happened).toHaveLength(2);
    failing = new Fault({ code: 'database_unreachable', message: 'away', retryable: true });
    expect(await deliver(receipts[1] ?? new Request('x:'))).toBe(503);
  });

  it('writes no secret into any log line', async () => {
    const text = 'pay the plumber 4821 K7Q2MX';
    const delivery = await harness.memberSends(text);
    failing = new Fault({ code: 'database_unreachable', message: 'away', retryable: true });
    await deliver(delivery);
    await deliver(delivery);
    for (const forgery of await harness.forgeries(delivery)) await harness.webhook(forgery);
    await harness.webhook(await harness.oversized());
    const outcomes: unknown[] = [];
    const tryOne = async () => outcomes.push(await harness.channel.send(wire(facts, text)));
    await tryOne();
    for (const how of ['throttled', 'permanent', 'staff'] as const) {
      harness.refuseNext(how);
      await tryOne();
    }
    for (const fault of ['lost', 'reset', 'refused'] as const) {
      harness.network.faults.push(fault);
      await tryOne();
    }
    outcomes.push(await harness.channel.lookup(wire(facts, text), clock.now()));
    // The webhook refuses with its own words, and never repeats the given value.
    expect(logged.length).toBeGreaterThan(0);
    const said = `${logged.join('\n')}\n${JSON.stringify(outcomes)}`;
    for (const secret of [text, 'plumber', facts.address, 'K7Q2MX', ...harness.secrets])
      expect(said).not.toContain(secret);
    expect(said).not.toContain(encodeURIComponent(text));
    expect(said).not.toMatch(/Basic |Bearer /);
  });
}
