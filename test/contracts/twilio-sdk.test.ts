import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { isSigned, sign } from '../../src/channels/twilio/signature.ts';
import { listen } from '../../src/service/listen.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createTwilioSimulator } from '../../dev/simulators/twilio/simulator.ts';
import { morning } from '../support/service.ts';
import { accountSid, authToken, ourNumber, publicUrl } from './twilio-parts.ts';

const phone = '+13145550123';
const clock = manualClock(morning);
const world = createWorld({ clock, random: seededRandom('sdk') });

function simulated(network: typeof fetch = async () => new Response('')) {
  const simulator = createTwilioSimulator({ world, fetch: network, accountSid, authToken });
  simulator.addNumber({ number: ourNumber, inboundUrl: `${publicUrl}/inbound?bank=1` });
  return simulator;
}

describe('Twilio’s own library', () => {
  it('accepts the simulated Twilio’s signature', async () => {
    const delivered: Request[] = [];
    const simulator = simulated(async (input, init) => {
      delivered.push(new Request(input, init));
      return new Response('');
    });
    for (const text of ['#bal', 'où ? 💸 a+b=c & %41', '', 'STOP'])
      await simulator.phoneSends({ from: phone, to: ourNumber, text });
    expect(delivered).toHaveLength(4);
    for (const request of delivered) {
      const fields = Object.fromEntries(new URLSearchParams(await request.text()));
      const signature = request.headers.get('x-twilio-signature') ?? '';
      expect(twilio.validateRequest(authToken, signature, request.url, fields)).toBe(true);
      expect(twilio.validateRequest('another', signature, request.url, fields)).toBe(false);
      const form = { url: request.url, fields: Object.entries(fields) };
      expect(isSigned(form, signature, [authToken])).toBe(true);
    }
  });

  it('and ours give the same signature for a thousand forms of any kind', () => {
    const random = seededRandom('forms');
    const alphabet = ['a', 'B', 'z', '0', '_', '[', '€', '💸', ' ', '&', '=', '+', '%', '\n', 'é'];
    const word = (most: number) =>
      Array.from(
        { length: 1 + random.below(most) },
        () => alphabet[random.below(alphabet.length)] ?? '',
      ).join('');
    for (let round = 0; round < 1_000; round += 1) {
      const entries = Array.from({ length: random.below(12) }, () => [word(6), word(20)] as const);
      const url = `${publicUrl}/inbound${round % 3 === 0 ? `?q=${encodeURIComponent(word(5))}` : ''}`;
      const lists = new Map<string, string[]>();
      for (const [name, value] of entries) lists.set(name, [...(lists.get(name) ?? []), value]);
      const fields = Object.fromEntries(
        [...lists].map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
      );
      const signature = sign(authToken, { url, fields: entries });
      expect(twilio.validateRequest(authToken, signature, url, fields)).toBe(true);
    }
  });

  it('sends, lists, reads and looks up at the simulated Twilio', async () => {
    const simulator = simulated();
    simulator.addPhone({ number: phone, lineType: 'mobile', reassigned: false });
    await using listening = await listen(simulator.app.fetch, { host: '127.0.0.1', port: 0 });
    const hosts = new Set<string>();
    const httpClient = new twilio.RequestClient();
    // The library's hosts are fixed, so we pass its request on to the simulator.
    httpClient.axios.interceptors.request.use((config) => {
      const url = new URL(config.url ?? '');
      hosts.add(url.hostname);
      config.url = `${listening.url}${url.pathname}${url.search}`;
      return config;
    });
    const client = twilio(accountSid, authToken, { httpClient });
    const sent = await client.messages.create({
      to: phone,
      from: ourNumber,
      body: 'Checking 7: $5.00 available now. K7Q2MX',
      statusCallback: `${publicUrl}/status`,
    });
    expect(sent).toMatchObject({ status: 'queued', direction: 'outbound-api', numSegments: '1' });
    expect(sent.dateCreated.toISOString()).toBe('2026-11-23T16:42:00.000Z');
    await simulator.tellReceipts();
    const listed = await client.messages.list({ to: phone, pageSize: 1, limit: 5 });
    expect(listed.map(({ sid, status }) => [sid, status])).toEqual([[sent.sid, 'delivered']]);
    const day = (at: string) => ({ to: phone, dateSentAfter: new Date(at) });
    expect(await client.messages.list(day('2026-11-23T00:00:00Z'))).toHaveLength(1);
    expect(await client.messages.list(day('2026-11-24T00:00:00Z'))).toHaveLength(0);
    expect((await client.messages(sent.sid).fetch()).body).toBe(sent.body);
    const found = await client.lookups.v2
      .phoneNumbers(phone)
      .fetch({ fields: 'line_type_intelligence,reassigned_number', lastVerifiedDate: '20260105' });
    expect(found.lineTypeIntelligence).toMatchObject({ type: 'mobile' });
    expect(found.reassignedNumber).toMatchObject({ isNumberReassigned: 'no' });
    await simulator.phoneSends({ from: phone, to: ourNumber, text: 'STOP' });
    await expect(
      client.messages.create({ to: phone, from: ourNumber, body: 'hello' }),
    ).rejects.toMatchObject({ status: 400, code: 21610 });
    expect([...hosts].sort()).toEqual(['api.twilio.com', 'lookups.twilio.com']);
  });
});
