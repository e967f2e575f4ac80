import { createXClient } from '../../src/channels/x/client.ts';
import { ensureSubscriptions, ensureWebhook } from '../../src/channels/x/connect.ts';
import { sign } from '../../src/channels/x/signature.ts';
import { createXWebhook } from '../../src/channels/x/webhook.ts';
import { createXChannel } from '../../src/channels/x/x-channel.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { bankUserId } from '../support/fixture.ts';
import { createNetwork, type ChannelHarness, type HarnessParts } from './channel-harness.ts';
import { describeChannel } from './channel-suite.ts';

const secret = 'the consumer secret of this test';
const url = 'https://bank.example/x/webhook';
const header = 'x-twitter-webhooks-signature';

describeChannel({
  name: 'X',
  channel: 'x',
  address: '2000000000',
  answersToStop: 1,
  givesTime: true,
  surelyNotThereAfter: { minutes: 2 },
  skips: { receipts: 'X tells no receipts' },
  open,
});

async function open(parts: HarnessParts): Promise<ChannelHarness> {
  const { world, address, logger, clock } = parts;
  const webhook = createXWebhook({
    secrets: [secret],
    bankOf: (userId) => (userId === bankUserId ? parts.institutionId : undefined),
    banks: () => [parts.institutionId],
    inbox: parts.inbox,
    logger,
    metrics: silentMetrics,
    clock,
  });
  const postWebhook = async (request: Request) =>
    webhook.request(new Request(`https://bank.example/${new URL(request.url).search}`, request));
  let isOpening = true;
  const network = createNetwork(async (request) => simulator.app.fetch(request));
  const simulator = createXSimulator({
    world,
    // The platform's challenge is answered while it joins. Later deliveries are caught.
    fetch: async (input, init) =>
      isOpening ? postWebhook(new Request(input, init)) : network.fetch(input, init),
    consumerSecret: secret,
    clientId: 'test',
  });
  simulator.createUser({ id: bankUserId, username: 'myvcu', name: 'Vantage Credit Union' });
  simulator.createUser({ id: address, username: 'member', name: 'Member' });
  const client = createXClient({ base: 'https://api.x.example', fetch: network.fetch });
  const token = simulator.giveToken(bankUserId).accessToken;
  const bearer = simulator.giveToken().accessToken;
  const { id } = await ensureWebhook(client, { bearer, url });
  await ensureSubscriptions(client, { bearer, token, userId: bankUserId, webhookId: id });
  isOpening = false;
  const { caught } = network;
  return {
    network,
    webhook: postWebhook,
    channel: createXChannel({
      client,
      tokens: {
        current: async () => simulator.giveToken(bankUserId).accessToken,
        renew: async () => token,
      },
      clock,
      bankUserId,
    }),
    memberSends: async (text) => {
      caught.length = 0;
      await simulator.memberSends({ from: address, to: bankUserId, text });
      return caught.shift() ?? Promise.reject(new Error('X delivered nothing'));
    },
    forgeries: async (delivery) => {
      const body = await delivery.text();
      const with_ = (signature: string | undefined, text = body) =>
        new Request(url, {
          method: 'POST',
          body: text,
          headers: signature === undefined ? {} : { [header]: signature },
        });
      return [
        with_(undefined),
        with_(sign('another secret', body)),
        with_(sign(secret, body), body.replace('50', '90').replace('plumber', 'painter')),
      ];
    },
    oversized: async () => {
      const body = 'x'.repeat(300_000);
      return new Request(url, { method: 'POST', body, headers: { [header]: sign(secret, body) } });
    },
    refuseNext: (how) =>
      void simulator.faults.sends.push(
        how === 'throttled' ? 'throttled' : how === 'staff' ? 'no_credit' : 'cannot_write',
      ),
    phone: () =>
      simulator
        .conversation(bankUserId, address)
        .filter(({ senderId }) => senderId === bankUserId)
        .map(({ text }) => text),
    receipts: async () => [],
    proveTaken: async () => {},
    secrets: [secret, token, bearer],
  };
}
