import { afterAll, expect } from 'vitest';
import type { ChatFailure } from '../../dev/simulators/x/chat/failures.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { createChatAccounts } from '../../src/channels/x/chat/accounts.ts';
import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { withChat } from '../../src/channels/x/chat/both-kinds.ts';
import { createChatInbox } from '../../src/channels/x/chat/chat-inbox.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createKeys } from '../../src/channels/x/chat/keys.ts';
import { peerOf } from '../../src/channels/x/chat/store/peers.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import { ensureSubscriptions, ensureWebhook } from '../../src/channels/x/connect.ts';
import { sign } from '../../src/channels/x/signature.ts';
import { createXWebhook } from '../../src/channels/x/webhook.ts';
import { createXChannel } from '../../src/channels/x/x-channel.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import type { Channel, Inbox, WireMessage } from '../../src/messages/channel.ts';
import { giveChatPhone } from '../support/chat-world.ts';
import { openTestDatabase } from '../support/engines.ts';
import { bankUserId, testKeyring } from '../support/fixture.ts';
import { createNetwork, type ChannelHarness, type HarnessParts } from './channel-harness.ts';
import { describeChannel } from './channel-suite.ts';

const secret = 'the consumer secret of this test';
const url = 'https://bank.example/x/webhook';
const header = 'x-twitter-webhooks-signature';

/** The channel's own tables; what is behind the channel has another database. */
let own: ReturnType<typeof openTestDatabase> | undefined;
afterAll(async () => (await own)?.[Symbol.asyncDispose]());

async function emptied() {
  own ??= openTestDatabase('pglite');
  const db = await own;
  for (const table of ['identities', 'peers', 'keys', 'events', 'messages'])
    await db.query(`delete from x_chat_${table}`);
  return db;
}

describeChannel({
  name: 'X Chat',
  channel: 'x',
  address: '2000000000',
  answersToStop: 1,
  givesTime: true,
  takesOnce: true,
  storesFirst: true,
  surelyNotThereAfter: { minutes: 2 },
  skips: { receipts: 'X tells no receipts' },
  open,
});

// oxlint-disable-next-line max-lines-per-function -- a composition: each part once, in order
async function open(parts: HarnessParts): Promise<ChannelHarness> {
  const { world, address, logger, clock, institutionId } = parts;
  const db = await emptied();
  const keyring = testKeyring();
  const engine = await openWasmEngine();
  let isOpening = true;
  const refusals: (ChatFailure | 'no_credit')[] = [];
  const network = createNetwork(async (request) => {
    // Only our own messages are refused, not the phone's.
    if (request.method === 'POST' && request.url.endsWith('/messages'))
      simulator.faults.chat.sends.push(...refusals.splice(0, 1));
    return simulator.app.fetch(request);
  });
  const simulator = createXSimulator({
    world,
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
  const tokens = {
    current: async () => simulator.giveToken(bankUserId).accessToken,
    renew: async () => token,
  };
  const context = {
    db,
    keyring,
    world,
    logger,
    metrics: silentMetrics,
    readsEachPoll: 0,
    engine: async () => engine,
  };
  const api = createChatApi(client, tokens);
  const account = { institutionId, userId: bankUserId };
  await createKeys({ ...context, engine, api, ...account }, 'nothing');
  const accounts = createChatAccounts(context, () => ({ ...account, client, tokens }));
  const inbox: Inbox = {
    receive: async (messages) => (isOpening ? undefined : parts.inbox.receive(messages)),
    happened: async (events) => (isOpening ? undefined : parts.inbox.happened(events)),
  };
  const chat = createChatInbox(context, accounts, inbox);
  const webhook = createXWebhook({
    secrets: [secret],
    bankOf: (userId) => (userId === bankUserId ? institutionId : undefined),
    banks: () => [institutionId],
    inbox,
    chat,
    logger,
    metrics: silentMetrics,
    clock,
  });
  const postWebhook = async (request: Request) =>
    webhook.request(new Request(`https://bank.example/${new URL(request.url).search}`, request));
  const { id } = await ensureWebhook(client, { bearer, url });
  await ensureSubscriptions(client, { bearer, token, userId: bankUserId, webhookId: id });
  const phone = await giveChatPhone(simulator, { userId: address, peerId: bankUserId });
  // The first message of all: whose keys X is asked for.
  await phone.say('hello');
  await expect
    .poll(async () => peerOf(db, keyring, { institutionId, userId: address }), { timeout: 20_000 })
    .toBeDefined();
  await chat.idle();
  isOpening = false;
  const { caught } = network;
  const dm = createXChannel({ client, tokens, clock, bankUserId });
  const both = withChat(dm, {
    chat: async () => accounts.of({ id: institutionId }),
    isOn: true,
    inbox: () => inbox,
    db,
    clock,
  });
  const shown: string[] = [];
  const refresh = async () => {
    const read = await phone.read();
    shown.splice(0, shown.length, ...read.flatMap((one) => (one.mine ? [] : [one.text])));
  };
  const channel = preparing(both, refresh);
  return {
    idle: async () => chat.idle(),
    network,
    webhook: postWebhook,
    channel,
    memberSends: async (text) => {
      caught.length = 0;
      await phone.say(text);
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
        with_(sign(secret, body), body.replace('chat.received', 'chat.receivee')),
      ];
    },
    oversized: async () => {
      const body = 'x'.repeat(300_000);
      return new Request(url, { method: 'POST', body, headers: { [header]: sign(secret, body) } });
    },
    refuseNext: (how) => {
      // For good in both kinds.
      if (how === 'permanent') simulator.faults.sends.push('cannot_write');
      refusals.push(
        how === 'throttled'
          ? 'too_many_messages'
          : how === 'staff'
            ? 'no_credit'
            : 'contents_too_large',
      );
    },
    phone: () => shown,
    receipts: async () => [],
    proveTaken: async () => {},
    secrets: [secret, token, bearer],
  };
}

/** Prepares what comes unprepared, as the sender does, once for each message. Then the phone reads. */
function preparing(channel: Channel, refresh: () => Promise<void>): Channel {
  const payloads = new Map<string, Uint8Array>();
  const prepared = async (message: WireMessage): Promise<WireMessage> => {
    if (message.payload) return message;
    const known = payloads.get(`${message.id} ${message.text}`);
    if (known) return { ...message, payload: known };
    const made = await channel.prepare?.(message);
    if (!(made instanceof Uint8Array)) return message;
    payloads.set(`${message.id} ${message.text}`, made);
    return { ...message, payload: made };
  };
  return {
    ...channel,
    send: async (message, until) => {
      let outcome = await channel.send(await prepared(message), until);
      if (outcome.outcome === 'refused' && outcome.prepareAgain) {
        payloads.delete(`${message.id} ${message.text}`);
        outcome = await channel.send(await prepared({ ...message, payload: undefined }), until);
      }
      await refresh();
      return outcome;
    },
    lookup: async (message, sentAfter, known) =>
      channel.lookup(await prepared(message), sentAfter, known),
  };
}
