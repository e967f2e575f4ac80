import { beforeEach, describe, expect, it } from 'vitest';
import { createTwilioClient } from '../../src/channels/twilio/client.ts';
import { outcomeOf } from '../../src/channels/twilio/outcome.ts';
import { createTwilioChannel } from '../../src/channels/twilio/twilio-channel.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import type { ChannelEvent, InboundMessage } from '../../src/messages/channel.ts';
import { createTwilioSimulator } from '../../dev/simulators/twilio/simulator.ts';
import { freePort } from '../support/postgres-server.ts';
import { morning } from '../support/service.ts';
import { wireMessage } from './channel-harness.ts';
import { describeChannel } from './channel-suite.ts';
import {
  accountSid,
  authToken,
  longCode,
  openTwilio,
  ourNumber,
  publicUrl,
  signedForm,
} from './twilio-parts.ts';

const phone = '+13145550123';

/** The number's kind, how many answers of ours a STOP gets, and how Twilio is set up. */
const kinds: readonly (readonly [string, 0 | 1, Parameters<typeof openTwilio>[1]?])[] = [
  ['Twilio', 0],
  ['Twilio without Advanced Opt-Out', 0, { optOut: 'basic' }],
  ['Twilio with its opt-out handling off', 1, { optOut: 'off', number: longCode }],
  ['Twilio with its opt-out handling off, on a toll-free number', 0, { optOut: 'off' }],
  ['Twilio with a short code of our own', 1, { optOut: 'off', number: '72345' }],
];
for (const [name, answersToStop, options] of kinds)
  describeChannel({
    name,
    channel: 'sms',
    address: phone,
    answersToStop,
    givesTime: false,
    surelyNotThereAfter: { minutes: 2 },
    open: (parts) => openTwilio(parts, options),
  });

describe('Twilio', () => {
  const clock = manualClock(morning);
  const world = createWorld({ clock, random: seededRandom('twilio') });
  let received: InboundMessage[];
  let happened: ChannelEvent[];
  const open = (options: Parameters<typeof openTwilio>[1] = {}) =>
    openTwilio(
      {
        institutionId: 1,
        address: phone,
        logger: silentLogger,
        world,
        clock,
        inbox: {
          receive: async (messages) => void received.push(...messages),
          happened: async (events) => void happened.push(...events),
        },
      },
      options,
    );
  beforeEach(() => {
    received = [];
    happened = [];
    clock.set(Temporal.Instant.from(morning));
  });
  const form = (more: Readonly<Record<string, string>> = {}) => ({
    MessageSid: `SM${'a'.repeat(32)}`,
    AccountSid: accountSid,
    From: phone,
    To: ourNumber,
    Body: '#bal',
    ...more,
  });
  const message = (text: string) =>
    wireMessage({ institutionId: 1, id: 'm', address: phone }, text);

  it('gets an empty response, so that a repeated delivery says nothing twice', async () => {
    const answer = await open().webhook(signedForm('/inbound', form()));
    expect(answer.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await answer.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  it('may send unknown fields, a query in the address, and an empty text', async () => {
    const { webhook } = open();
    const strange = form({
      Body: '',
      Nächster: '€ 5 & = +',
      NumMedia: '1',
      MediaUrl0: 'https://x',
    });
    expect((await webhook(signedForm('/inbound', strange, { search: '?a=1&b=%20' }))).status).toBe(
      200,
    );
    expect(received).toMatchObject([{ text: '', address: phone }]);
  });

  it('signs with either token during a rotation', async () => {
    const { webhook } = open({ authTokens: ['the new token', authToken] });
    for (const token of ['the new token', authToken])
      expect((await webhook(signedForm('/inbound', form(), { token }))).status).toBe(200);
    expect((await webhook(signedForm('/inbound', form(), { token: 'an older one' }))).status).toBe(
      403,
    );
  });

  it('passes on nothing for a number that is not ours, and no sender that is no phone', async () => {
    const { webhook } = open();
    expect((await webhook(signedForm('/inbound', form({ To: '+18005550000' })))).status).toBe(404);
    expect((await webhook(signedForm('/inbound', form({ From: '72345' })))).status).toBe(200);
    expect(
      (await webhook(signedForm('/inbound', form({ From: 'whatsapp:+13145550123' })))).status,
    ).toBe(200);
    expect((await webhook(signedForm('/inbound', form({ MessageSid: 'x' })))).status).toBe(400);
    expect(received).toEqual([]);
  });

  it('says who handled STOP, START and HELP', async () => {
    const answered = async (options: Parameters<typeof openTwilio>[1], text: string) => {
      received = [];
      const twilio = open(options);
      await twilio.webhook(await twilio.memberSends(text));
      const answersOfTwilio = twilio.simulator
        .conversation(phone)
        .filter(({ direction }) => direction === 'outbound-reply');
      // Exactly the address that did answer.
      expect(answersOfTwilio.length).toBe(received[0]?.carrierAnswered === undefined ? 0 : 1);
      return received[0]?.carrierAnswered;
    };
    for (const number of [ourNumber, longCode, '+447700900123'])
      for (const optOut of ['advanced', 'basic'] as const) {
        expect(await answered({ optOut, number }, 'STOP')).toBe('stop');
        expect(await answered({ optOut, number }, ' unsubscribe ')).toBe('stop');
        expect(await answered({ optOut, number }, 'Start')).toBe('start');
        expect(await answered({ optOut, number }, 'info')).toBe('help');
        expect(await answered({ optOut, number }, 'yes')).toBeUndefined();
        expect(await answered({ optOut, number }, 'stop the transfer')).toBeUndefined();
      }
    for (const number of [longCode, '72345'])
      for (const word of ['STOP', 'START', 'HELP'])
        expect(await answered({ optOut: 'off', number }, word)).toBeUndefined();
    for (const word of ['STOP', 'START', 'HELP'])
      expect(await answered({ optOut: 'basic', number: '72345' }, word)).toBeUndefined();
    expect(await answered({ optOut: 'off' }, 'STOP')).toBe('stop');
    expect(await answered({ optOut: 'off' }, 'unstop')).toBe('start');
    for (const word of ['STOPALL', 'HELP'])
      expect(await answered({ optOut: 'off' }, word)).toBeUndefined();
  });

  it('sends nothing to a phone that it blocks, and always says so', async () => {
    const twilio = open();
    await twilio.simulator.phoneSends({ from: phone, to: ourNumber, text: 'STOP' });
    const outcome = await twilio.channel.send(message('hello'));
    expect(outcome).toEqual({ outcome: 'refused', code: 'opted_out', retryable: false });
    await twilio.simulator.phoneSends({ from: phone, to: ourNumber, text: 'UNSTOP' });
    expect((await twilio.channel.send(message('hello'))).outcome).toBe('accepted');
    expect(twilio.phone()).toEqual(['hello']);
  });

  it('is not waited for longer than the timeout', async () => {
    const twilio = open({ timeoutMilliseconds: 30 });
    twilio.simulator.faults.sends.push('silent');
    expect(await twilio.channel.send(message('hello'))).toEqual({
      outcome: 'unknown',
      code: 'twilio_no_answer',
    });
    twilio.simulator.faults.sends.push('server_error');
    expect((await twilio.channel.send(message('hello'))).outcome).toBe('unknown');
    twilio.simulator.faults.sends.push('lost');
    expect((await twilio.channel.send(message('hello'))).outcome).toBe('unknown');
    expect(twilio.phone()).toEqual(['hello']);
  });

  it('is known not to have a request if nobody listened', async () => {
    const closed = `http://127.0.0.1:${await freePort()}`;
    const client = createTwilioClient({
      base: closed,
      lookupsBase: closed,
      accountSid,
      credentials: { username: accountSid, password: authToken },
      fetch,
    });
    const sending = client.send({ to: phone, body: 'hello', sender: { number: ourNumber } });
    await expect(sending).rejects.toMatchObject({ code: 'twilio_not_reached', cause: undefined });
  });

  it('refuses any bytes without a failure', async () => {
    const { webhook } = open();
    const random = seededRandom('bytes');
    const statuses = new Set<number>();
    for (let round = 0; round < 400; round += 1) {
      const path = round % 2 === 0 ? '/inbound' : '/status';
      const bytes = Buffer.from(random.bytes(random.below(300)));
      const junk = bytes.toString(round % 3 === 0 ? 'latin1' : 'utf8');
      const isSigned = round % 5 > 0;
      const request = isSigned
        ? signedForm(path, {
            AccountSid: accountSid,
            [junk.slice(0, 9)]: junk,
            From: junk,
            To: ourNumber,
            Body: junk,
          })
        : new Request(`${publicUrl}${path}`, { method: 'POST', body: new Uint8Array(bytes) });
      statuses.add((await webhook(request)).status);
    }
    expect([...statuses].toSorted((one, other) => one - other)).toEqual([400, 403]);
    expect([received, happened]).toEqual([[], []]);
  });

  it('throttles by its own limit, and says for how long', async () => {
    const twilio = open();
    twilio.simulator.setLimit(2);
    const outcomes = [];
    for (const text of ['a', 'b', 'c']) outcomes.push(await twilio.channel.send(message(text)));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'throttled']);
    expect(outcomes[2]).toMatchObject({ until: clock.now().add({ seconds: 1 }) });
    clock.advance({ seconds: 1 });
    expect((await twilio.channel.send(message('c'))).outcome).toBe('accepted');
  });

  it('reports a text’s outcome with its own code, even for an unknown text', async () => {
    const twilio = open();
    twilio.simulator.faults.undelivered.push(30006);
    await twilio.channel.send(message('hello'));
    for (const receipt of await twilio.receipts('in_order')) await twilio.webhook(receipt);
    expect(happened.at(-1)).toMatchObject({ status: 'failed', code: 'twilio_30006' });
    const sid = `SM${'b'.repeat(32)}`;
    const status = (MessageStatus: string) =>
      twilio.webhook(
        signedForm('/status', {
          MessageSid: sid,
          MessageStatus,
          AccountSid: accountSid,
          From: ourNumber,
          To: phone,
        }),
      );
    expect((await status('delivered')).status).toBe(200);
    happened = [];
    for (const early of ['queued', 'sending', 'accepted', 'unheard-of'])
      expect((await status(early)).status).toBe(200);
    expect(happened).toEqual([]);
  });

  it('finds a lost text behind any number of others, page by page', async () => {
    const twilio = open();
    const before = clock.now();
    twilio.network.faults.push('lost');
    const lost = message('the lost one');
    await twilio.channel.send(lost);
    const sendMany = async (count: number) => {
      for (let index = 0; index < count; index += 1)
        await twilio.channel.send(message(`n ${index}`));
    };
    await sendMany(120);
    expect((await twilio.channel.lookup(lost, before)).found).toBe(true);
    clock.advance({ minutes: 3 });
    expect(await twilio.channel.lookup(message('never sent'), before)).toEqual({ found: false });
    await sendMany(1_200);
    expect((await twilio.channel.lookup(lost, before)).found).toBe(true);
    expect(await twilio.channel.lookup(message('never sent'), before)).toEqual({ found: false });
  });

  it('sends receipts on its own if asked to, after its answer', async () => {
    const told: string[] = [];
    const both = Promise.withResolvers<undefined>();
    const simulator = createTwilioSimulator({
      world,
      fetch: async (input, init) => {
        const fields = new URLSearchParams(await new Request(input, init).text());
        told.push(fields.get('MessageStatus') ?? '');
        if (told.length === 2) both.resolve(undefined);
        return new Response('');
      },
      accountSid,
      authToken,
      receiptsAfterMilliseconds: 1,
    });
    simulator.addNumber({ number: ourNumber, inboundUrl: `${publicUrl}/inbound` });
    const client = createTwilioClient({
      base: 'https://api.twilio.example',
      lookupsBase: 'https://lookups.twilio.example',
      accountSid,
      credentials: { username: accountSid, password: authToken },
      fetch: async (input, init) => simulator.app.fetch(new Request(input, init)),
    });
    const statusCallback = `${publicUrl}/status`;
    const sender = { number: ourNumber };
    const { status } = await client.send({ to: phone, body: 'hello', sender, statusCallback });
    expect([status, told]).toEqual([201, []]);
    await both.promise;
    expect(told).toEqual(['sent', 'delivered']);
    expect(simulator.conversation(phone)[0]?.status).toBe('delivered');
  });

  it('may show a text late, so we don’t report it missing within the minute', async () => {
    const twilio = open();
    const before = clock.now();
    for (const found of ['unknown', 'unknown', false]) {
      expect((await twilio.channel.lookup(message('hello'), before)).found).toBe(found);
      clock.advance({ seconds: 35 });
    }
  });

  it('keeps a number’s texts apart from another’s, and shows them as they come', async () => {
    const { simulator } = open();
    const seen: string[] = [];
    const end = simulator.subscribe(phone, (event) => seen.push(event.kind));
    await simulator.phoneSends({ from: phone, to: ourNumber, text: 'HELP' });
    await simulator.phoneSends({ from: '+13145550124', to: ourNumber, text: '#bal' });
    end();
    await simulator.phoneSends({ from: phone, to: ourNumber, text: '#bal' });
    expect(seen).toEqual(['message', 'message', 'delivery', 'delivery']);
    expect(simulator.conversation(phone).map(({ text }) => text)).toEqual([
      'HELP',
      'Reply STOP to unsubscribe.',
      '#bal',
    ]);
    expect(simulator.deliveries()).toHaveLength(3);
  });

  it.each([
    [400, 21610, { outcome: 'refused', code: 'opted_out', retryable: false }],
    [400, 21211, { outcome: 'refused', code: 'twilio_21211', retryable: false }],
    [400, 21614, { outcome: 'refused', code: 'twilio_21614', retryable: false }],
    [400, 30006, { outcome: 'refused', code: 'twilio_30006', retryable: false }],
    [401, 20003, { outcome: 'refused', retryable: true, staffMust: expect.any(String) }],
    [400, 21606, { outcome: 'refused', retryable: true, staffMust: expect.any(String) }],
    [429, 20429, { outcome: 'throttled' }],
    [400, 20429, { outcome: 'throttled' }],
    [404, undefined, { outcome: 'refused', code: 'twilio_404', retryable: true }],
    [500, undefined, { outcome: 'unknown', code: 'twilio_500' }],
    [503, 20503, { outcome: 'unknown', code: 'twilio_20503' }],
    [201, undefined, { outcome: 'unknown', code: 'twilio_answer_unreadable' }],
  ])('means by %i with code %s what is written', async (status, code, meaning) => {
    const { channel } = open();
    const answering = createTwilioClient({
      base: 'https://api.twilio.example',
      lookupsBase: 'https://lookups.twilio.example',
      accountSid,
      credentials: { username: accountSid, password: authToken },
      fetch: async () => Response.json({ code, message: 'm', status }, { status }),
    });
    const other = createTwilioChannel({
      client: answering,
      sender: { messagingServiceSid: `MG${'c'.repeat(32)}` },
      statusCallback: `${publicUrl}/status`,
      clock,
      costMicrodollarsPerUnit: 1,
    });
    expect(other.traits).toEqual({ ...channel.traits, costMicrodollarsPerUnit: 1 });
    expect(await other.send(message('hello'))).toMatchObject(meaning);
  });

  it.each([
    ['120', 120],
    ['999999', 3_600],
    ['Mon, 23 Nov 2026 16:43:00 GMT', 60],
    ['soon', 10],
    [null, 10],
  ])('pauses for Retry-After: %s', async (given, seconds) => {
    const headers = new Headers(given === null ? {} : { 'retry-after': given });
    expect(outcomeOf({ status: 429, body: undefined, headers }, clock)).toEqual({
      outcome: 'throttled',
      until: clock.now().add({ seconds }),
    });
  });
});
