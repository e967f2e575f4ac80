import { describe, expect, it } from 'vitest';
import { createTwilioClient } from '../../src/channels/twilio/client.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createTwilioSimulator } from '../../dev/simulators/twilio/simulator.ts';
import { morning } from '../support/service.ts';
import { loadTwilioDescription } from './twilio-description.ts';
import { accountSid, authToken, ourNumber, publicUrl } from './twilio-parts.ts';

const description = loadTwilioDescription();
const phone = '+13145550123';
const service = `MG${'c'.repeat(32)}`;

describe.skipIf(!description)('our requests to Twilio, and the simulator’s answers', () => {
  const clock = manualClock(morning);
  const problems: string[] = [];
  const calls: string[] = [];
  /** Twilio's own description checks all traffic between our client and the simulator. */
  const described: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const form = new URLSearchParams(await request.clone().text());
    const answer = await simulator.app.fetch(request);
    const { method } = request;
    calls.push(`${method} ${answer.status}`);
    const names = method === 'POST' ? form.keys() : searchParams.keys();
    problems.push(...(description?.unknownFields(method, pathname, names) ?? []));
    if (answer.ok) {
      const body: unknown = await answer.clone().json();
      problems.push(...(description?.answerProblems(method, pathname, answer.status, body) ?? []));
    }
    return answer;
  };
  const simulator = createTwilioSimulator({
    world: createWorld({ clock, random: seededRandom('described') }),
    fetch: async () => new Response(''),
    accountSid,
    authToken,
  });
  simulator.addNumber({
    number: ourNumber,
    inboundUrl: `${publicUrl}/inbound`,
    messagingServiceSid: service,
  });
  const client = createTwilioClient({
    base: 'https://api.twilio.example',
    lookupsBase: 'https://lookups.twilio.example',
    accountSid,
    credentials: { username: accountSid, password: authToken },
    fetch: described,
  });

  it('match Twilio’s description', async () => {
    const since = clock.now();
    await simulator.phoneSends({ from: phone, to: ourNumber, text: 'HELP' });
    const statusCallback = `${publicUrl}/status`;
    const common = { to: phone, body: 'Checking 7: $5.00 €', statusCallback };
    const made = await client.send({ ...common, sender: { number: ourNumber } });
    await client.send({ ...common, sender: { messagingServiceSid: service }, validitySeconds: 60 });
    simulator.faults.undelivered.push(30006);
    await client.send({ ...common, sender: { number: ourNumber } });
    await simulator.tellReceipts();
    const listed = await client.listTo({ to: phone, since });
    expect(listed?.map(({ direction }) => direction)).toEqual([
      'outbound-api',
      'outbound-api',
      'outbound-api',
      'outbound-reply',
    ]);
    const [first] = listed ?? [];
    expect((await client.fetchMessage(first?.sid ?? ''))?.sid).toBe(first?.sid);
    expect(made.status).toBe(201);
    expect(await client.fetchMessage(`SM${'0'.repeat(32)}`)).toBeUndefined();
    expect(calls).toEqual(['POST 201', 'POST 201', 'POST 201', 'GET 200', 'GET 200', 'GET 404']);
    expect(problems).toEqual([]);
  });

  it('are really checked against it', () => {
    const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
    expect(
      description?.answerProblems('POST', path, 201, { sid: 'SM1', status: 'gone' }),
    ).not.toEqual([]);
    expect(description?.answerProblems('GET', path, 200, { messages: [{ body: 5 }] })).not.toEqual(
      [],
    );
    expect(description?.unknownFields('POST', path, ['To', 'Text'])).toEqual(['Text']);
    expect(description?.unknownFields('GET', path, ['To', 'Since'])).toEqual(['Since']);
    expect(() => description?.answerProblems('GET', '/2010-04-01/Nothing', 200, {})).toThrow(
      /describe/,
    );
  });
});
