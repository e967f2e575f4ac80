import { TwitterApi } from 'twitter-api-v2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type ServerType } from '@hono/node-server';
import { Client } from '@xdevplatform/xdk';
import { createWorld } from '../../src/kernel/world.ts';
import { createXSimulator, type XSimulator } from '../../dev/simulators/x/simulator.ts';
import { answerChallenge } from '../../src/channels/x/signature.ts';
import { freePort } from '../support/postgres-server.ts';
import { loadXDescription } from '../support/x-description.ts';

const secret = 'consumer secret';
const bank = '1111111111';
const member = '2222222222';

/** A bank's webhook that only answers the challenge. */
const webhookNetwork: typeof fetch = async (input) => {
  const token = new URL(new Request(input).url).searchParams.get('crc_token');
  return Response.json(token === null ? {} : { response_token: answerChallenge(token, secret) });
};

function simulated(): XSimulator {
  const simulator = createXSimulator({
    world: createWorld(),
    fetch: webhookNetwork,
    consumerSecret: secret,
    clientId: 'test',
  });
  simulator.createUser({ id: bank, username: 'myvcu', name: 'Vantage' });
  simulator.createUser({ id: member, username: 'member', name: 'M' });
  return simulator;
}

const description = loadXDescription();

describe.skipIf(!description)('the simulated X answers as X describes', () => {
  const simulator = simulated();
  const user = simulator.giveToken(bank).accessToken;
  const app = simulator.giveToken().accessToken;
  const cases: readonly (readonly [
    method: string,
    path: string,
    status: number,
    token: string,
    body?: object,
  ])[] = [
    [
      'POST',
      `/2/dm_conversations/with/${member}/messages`,
      201,
      user,
      { text: 'Checking 7: $5.00' },
    ],
    ['GET', '/2/dm_events', 200, user],
    ['GET', `/2/dm_conversations/with/${member}/dm_events`, 200, user],
    ['GET', '/2/users/me', 200, user],
    ['GET', '/2/users/by/username/member', 200, user],
    ['POST', `/2/users/${bank}/following`, 200, user, { target_user_id: member }],
    ['POST', '/2/webhooks', 200, app, { url: 'https://bank.example/x/webhook' }],
    ['GET', '/2/webhooks', 200, app],
    [
      'POST',
      '/2/activity/subscriptions',
      200,
      user,
      {
        event_type: 'dm.received',
        filter: { user_id: bank },
        tag: 'dm-in',
        webhook_id: '1234567890',
      },
    ],
    ['GET', '/2/activity/subscriptions', 200, app],
  ];
  it.each(
    cases.map(([method, path, status, token, body]) => ({ method, path, status, token, body })),
  )('$method $path', async ({ method, path, status, token, body }) => {
    if (body) expect(description?.requestProblems(method, path, body)).toEqual([]);
    const answer = await simulator.app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.status).toBe(status);
    expect(description?.answerProblems(method, path, status, await answer.json())).toEqual([]);
  });
  it('replays lost events, moves a subscription to another webhook, and ends it', async () => {
    const at = Date.now();
    const minute = (time: number) => new Date(time).toISOString().replace(/\D/g, '').slice(0, 12);
    const ask = async (method: string, path: string, body?: object) => {
      if (body) expect(description?.requestProblems(method, path, body)).toEqual([]);
      const answer = await simulator.app.request(path, {
        method,
        headers: { authorization: `Bearer ${app}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect(answer.status).toBe(200);
      const told: unknown = await answer.json();
      expect(description?.answerProblems(method, path, 200, told)).toEqual([]);
    };
    const [webhook] = simulator.state.webhooks.keys();
    const [subscription] = simulator.state.subscriptions.keys();
    await ask('POST', '/2/webhooks/replay', {
      webhook_id: webhook,
      from_date: minute(at - 3_600_000),
      to_date: minute(at),
    });
    const path = `/2/activity/subscriptions/${subscription}`;
    await ask('PUT', path, { webhook_id: webhook });
    await ask('DELETE', path);
  });
});

describe('the simulated X refuses the same as X, in X’s words', () => {
  const simulator = simulated();
  const user = simulator.giveToken(bank).accessToken;
  const app = simulator.giveToken().accessToken;
  it.each<[string, string, string, number, unknown?]>([
    ['GET', '/2/dm_conversations/with/abc/dm_events', user, 400],
    ['GET', '/2/dm_events?max_results=0', user, 400],
    ['GET', '/2/dm_events?pagination_token=%00', user, 400],
    ['GET', '/2/dm_events', app, 401],
    ['GET', '/2/dm_events', 'another', 401],
    ['POST', `/2/dm_conversations/with/${member}/messages`, user, 400, 'not json'],
    ['POST', `/2/dm_conversations/with/${member}/messages`, user, 400, { text: '' }],
    ['POST', `/2/dm_conversations/with/${member}/messages`, user, 400, { text: 5 }],
    [
      'POST',
      `/2/dm_conversations/with/${member}/messages`,
      user,
      400,
      { text: 'x'.repeat(10_001) },
    ],
    ['POST', '/2/dm_conversations/with/1/messages', user, 403, { text: 'hello' }],
    ['POST', '/2/dm_conversations/with/__proto__/messages', user, 400, { text: 'hello' }],
    ['POST', '/2/webhooks', app, 400, { url: 'nowhere' }],
    ['POST', '/2/webhooks', user, 401, { url: 'https://bank.example/x/webhook' }],
    ['POST', '/2/webhooks/replay', app, 400, { webhook_id: '1', from_date: '1', to_date: [] }],
    ['DELETE', '/2/activity/subscriptions/1', user, 401],
    ['PUT', '/2/activity/subscriptions/1', app, 404, {}],
    ['POST', '/2/activity/subscriptions', app, 400, { event_type: 'dm.received', filter: null }],
    [
      'POST',
      '/2/activity/subscriptions',
      app,
      403,
      { event_type: 'dm.received', filter: { user_id: bank } },
    ],
    ['POST', '/i/oauth2/authorize', user, 400, {}],
    ['POST', '/2/oauth2/token', user, 400, {}],
    ['GET', '/2/nothing', user, 404],
  ])('%s %s', async (method, path, token, status, body) => {
    const answer = await simulator.app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({});
  });
});

describe('other people’s clients can use the simulated X', () => {
  const simulator = simulated();
  let server: ServerType;
  let base = '';
  beforeAll(async () => {
    const port = await freePort();
    await new Promise<void>((resolve) => {
      server = serve({ fetch: simulator.app.fetch, hostname: '127.0.0.1', port }, () => resolve());
    });
    base = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => new Promise((resolve) => server.close(resolve)));

  it('X’s own SDK sends, lists and looks up', async () => {
    const client = new Client({
      accessToken: simulator.giveToken(bank).accessToken,
      baseUrl: base,
    });
    const sent = await client.directMessages.createByParticipantId(member, { text: 'by the SDK' });
    expect(sent.data).toBeDefined();
    expect(simulator.conversation(bank, member).map(({ text }) => text)).toContain('by the SDK');
    const listed = await client.directMessages.getEvents({ maxResults: 10 });
    expect(JSON.stringify(listed)).toContain('by the SDK');
    const found = await client.users.getByUsername('member');
    expect(JSON.stringify(found)).toContain(member);
  });

  it('twitter-api-v2 sends, lists and looks up', async () => {
    const requests: string[] = [];
    const token = simulator.giveToken(bank).accessToken;
    const client = new TwitterApi(token, {
      plugins: [
        {
          // The library's host is fixed, so we pass its request on to the simulator.
          onBeforeRequestConfig: async ({ url, params }) => {
            requests.push(`${params.method} ${url.pathname}`);
            const path = url.pathname.replace(/:(\w+)/g, (_all, name: string) =>
              String(params.params?.[name]),
            );
            const answer = await fetch(`${base}${path}${url.search}`, {
              method: params.method,
              headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
              ...(params.method === 'POST' ? { body: JSON.stringify(params.body) } : {}),
            });
            const data: unknown = await answer.json();
            return { data, headers: Object.fromEntries(answer.headers) };
          },
        },
      ],
    });
    const sent = await client.v2.sendDmToParticipant(member, { text: 'by the library' });
    expect(JSON.stringify(sent)).toMatch(/"dm_event_id":"\d+"/);
    const me = await client.v2.me();
    expect(me.data.id).toBe(bank);
    const found = await client.v2.userByUsername('member');
    expect(found.data.id).toBe(member);
    expect(simulator.conversation(bank, member).map(({ text }) => text)).toContain(
      'by the library',
    );
    expect(requests).toContain('POST /2/dm_conversations/with/:participant_id/messages');
  });
});
