import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { staffRequest } from '../../test/support/staff-request.ts';
import { appendEvents } from '../audit/events/append-events.ts';
import { consumeEvents } from '../audit/events/consume-events.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import { createWebhook } from '../operations/programs/create-webhook.ts';
import { endWebhook } from '../operations/programs/end-webhook.ts';
import { listDeliveriesOfWebhook } from '../operations/programs/list-webhooks.ts';
import { makeWebhookSecret } from '../operations/programs/make-webhook-secret.ts';
import { replayWebhook } from '../operations/programs/replay-webhook.ts';
import { perform } from '../operations/perform.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { institutionsWithDueDeliveries, pruneDeliveries } from './deliveries.ts';
import { eventBody } from './event-body.ts';
import { postWebhook, type WebhookRequest } from './post-webhook.ts';
import { isAllowedWebhookUrl } from './webhook-url.ts';
import { webhookConsumer } from './webhook-consumer.ts';

const memberId = '01890000-0000-7000-8000-000000000001';
const changed: DomainEvent = { kind: 'changed', memberId, what: 'code_changed' };

it('a webhook’s address is https with a name', () => {
  const allowed = (url: string) => isAllowedWebhookUrl(url, { demonstration: false });
  expect(allowed('https://hooks.partner.example/tmm')).toBe(true);
  for (const url of [
    'http://hooks.partner.example/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest',
    'https://[::1]/',
    'https://0x7f000001/',
    'https://user:word@hooks.partner.example/',
    'file:///etc/passwd',
    'hooks',
  ])
    expect([url, allowed(url)]).toEqual([url, false]);
});

it('a name that leads into our own network is not connected to', async () => {
  const request = { headers: {}, body: '{}', demonstration: false };
  await expect(postWebhook({ ...request, url: 'https://localhost/' })).rejects.toThrow(
    'The host’s address is not public',
  );
  await expect(postWebhook({ ...request, url: 'https://127.0.0.1/' })).rejects.toThrow(
    'not allowed',
  );
});

it('a delivery goes over the network as it is, and no redirect is followed', async () => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push(`${request.url} ${String(request.headers['x-test'])} ${body}`);
      response.writeHead(request.url === '/moved' ? 307 : 204, { location: '/elsewhere' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  const post = async (path: string) =>
    postWebhook({
      url: `http://127.0.0.1:${port}${path}`,
      headers: { 'x-test': 'yes' },
      body: '{"a":"é"}',
      demonstration: true,
    });
  expect([await post('/here'), await post('/moved')]).toEqual([204, 307]);
  expect(received).toEqual(['/here yes {"a":"é"}', '/moved yes {"a":"é"}']);
  server.close();
});

it('an event outside has ids and no amounts', () => {
  const at = Temporal.Instant.from('2026-11-23T16:42:00Z');
  const stored = { number: 7n, version: 1, happenedAt: at } as const;
  const entry = { accountId: memberId, sequence: '3', amount: '120433' };
  const body = eventBody('vantage', {
    ...stored,
    kind: 'posted',
    transactionId: memberId,
    of: 'transfer',
    entries: [entry],
  });
  expect(JSON.parse(body)).toEqual({
    id: 'vantage/7',
    number: 7,
    institution: 'vantage',
    kind: 'posted',
    version: 1,
    happenedAt: '2026-11-23T16:42:00Z',
    data: {
      transactionId: memberId,
      of: 'transfer',
      entries: [{ accountId: memberId, sequence: '3' }],
    },
  });
});

onSampledEngines('webhooks', (db) => {
  let service: Service;
  let name = '';
  let count = 0;
  let sent: WebhookRequest[] = [];
  let answers: (number | 'none')[] = [];
  let died: string[] = [];
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
  });
  beforeEach(() => {
    count += 1;
    name = `receiver ${count}`;
    sent = [];
    answers = [];
    died = [];
  });
  const institution = () => ({ ...service.fixture.institution, demonstration: false });
  const alone = () => staffRequest({ db: db(), fixture: service.fixture, world: service.world });
  const add = async (kinds = 'changed') => {
    const url = 'https://hooks.partner.example/tmm';
    await perform(alone(), createWebhook, { name, url, kinds });
    const { done } = await perform(alone(), makeWebhookSecret, { webhook: name });
    return done?.secret ?? '';
  };
  const happen = async (...events: DomainEvent[]) => {
    await db().transaction(async (tx) => appendEvents(tx, service.world, institution().id, events));
    await consumeEvents(
      { db: db(), world: service.world },
      webhookConsumer(service.world),
      institution().id,
    );
  };
  const deliver = async () =>
    deliverWebhooks(
      {
        db: db(),
        world: service.world,
        keyring: service.fixture.keyring,
        metrics: silentMetrics,
        post: async (request) => {
          sent.push(request);
          const answer = answers.shift() ?? 200;
          if (answer === 'none') throw new Error('away');
          return answer;
        },
        died: async (_institutionId, webhook) => {
          died.push(webhook);
        },
      },
      institution(),
    );
  const list = async (state?: string) =>
    (
      await perform(alone(), listDeliveriesOfWebhook, {
        webhook: name,
        ...(state ? { state } : {}),
      })
    ).done?.deliveries.map((one) => [one.kind, one.state, one.attempts, one.outcome]);
  const isDue = async () =>
    (await institutionsWithDueDeliveries(db(), [institution().id], service.clock.now())).length > 0;
  const end = async () => perform(alone(), endWebhook, { webhook: name });

  it('send the kinds that they want, signed, from their start on', async () => {
    await happen(changed);
    const secret = await add();
    await happen(changed, { kind: 'foreign_message', channel: 'x', carrierId: '1' }, changed);
    expect(await isDue()).toBe(true);
    await deliver();
    expect(sent).toHaveLength(2);
    const [first] = sent;
    const { body = '', headers = {} } = first ?? {};
    expect(JSON.parse(body)).toMatchObject({ kind: 'changed', data: { memberId } });
    const signed = `${headers['tmm-webhook-timestamp']}.${body}`;
    expect(headers['tmm-webhook-signature']).toBe(
      `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`,
    );
    expect(new Set(sent.map((one) => one.headers['tmm-webhook-id'])).size).toBe(2);
    await deliver();
    expect(sent).toHaveLength(2);
    expect(await isDue()).toBe(false);
    await end();
  });

  it('send nothing without a secret, and nothing after their end', async () => {
    const url = 'https://hooks.partner.example/tmm';
    await perform(alone(), createWebhook, { name, url, kinds: 'changed' });
    await happen(changed);
    await deliver();
    expect([sent.length, await isDue()]).toEqual([0, false]);
    await perform(alone(), makeWebhookSecret, { webhook: name });
    await end();
    await happen(changed);
    await deliver();
    expect(sent).toEqual([]);
  });

  it('try again with growing pauses, then list what failed for good, until it is sent again by hand', async () => {
    await add();
    await happen(changed);
    answers = [503, 'none', ...Array.from({ length: 6 }, () => 500)];
    for (let attempts = 1; attempts <= 8; attempts += 1) {
      await deliver();
      expect(sent).toHaveLength(attempts);
      await deliver();
      expect(sent).toHaveLength(attempts);
      service.clock.advance({ hours: 25 });
    }
    expect(died).toEqual([name]);
    expect(await list('dead')).toEqual([['changed', 'dead', 8, '500']]);
    await deliver();
    expect(sent).toHaveLength(8);
    expect((await perform(alone(), replayWebhook, { webhook: name })).done).toEqual({
      name,
      again: 1,
    });
    await deliver();
    expect(await list()).toEqual([['changed', 'delivered', 1, '200']]);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    const before = service.clock.now().add({ hours: 1 });
    expect(
      await pruneDeliveries(db(), { institutionId: institution().id, before }),
    ).toBeGreaterThan(0);
    expect(await list()).toEqual([]);
    await end();
  });

  it('send each event once when two processes deliver at once', async () => {
    await add();
    await happen(...Array.from({ length: 20 }, () => changed));
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(sent).toHaveLength(20);
    await end();
  });

  it('are added only for addresses outside', async () => {
    const given = { name, url: 'http://10.1.2.3/', kinds: 'changed' };
    // The institution of this test is a demonstration if its fixture says so.
    const request = { ...alone(), institution: institution() };
    expect((await perform(request, createWebhook, given)).refused?.code).toBe(
      'webhook_url_refused',
    );
    const unknown = { name, url: 'https://hooks.partner.example/', kinds: 'everything' };
    expect((await perform(request, createWebhook, unknown)).refused?.code).toBe('input_invalid');
  });
});
