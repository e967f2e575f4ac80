import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { batchOf } from '../../src/audit/batch.ts';
import { recording } from '../../src/audit/changes/recording.ts';
import { openSession } from '../../src/access/sessions.ts';
import { createAppChannel } from '../../src/channels/app/app-channel.ts';
import type { Received } from '../../src/conversation/received.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import type { WireMessage } from '../../src/messages/channel.ts';
import { conversationsFor } from '../../src/messages/conversations.ts';
import { enqueue } from '../../src/messages/enqueue.ts';
import { createHostedNews } from '../../src/messages/hosted/news.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';
import { openTestDatabase } from '../support/engines.ts';
import { siteOver } from '../support/site-routes.ts';
import { startService, type Service } from '../support/service.ts';
import type { Fixture } from '../support/fixture.ts';
import {
  withFault,
  type ChannelHarness,
  type FaultyNetwork,
  type HarnessParts,
} from './channel-harness.ts';
import { describeChannel } from './channel-suite.ts';

const page = z.object({
  messages: z.array(z.object({ direction: z.string(), text: z.string() })),
});

/** The members of the tests without a stack: each test has one of its own. */
let alone: { readonly db: Database; readonly service: Service };
let person = 0;
const memberOf = () =>
  present(alone.service.fixture.members[person], 'there are enough members').id;

beforeAll(async () => {
  const db = await openTestDatabase('pglite');
  const service = await startService(db, { people: 60 });
  await enrollMembers(
    { db, world: service.world, fixture: service.fixture },
    service.fixture.members.map(({ id }) => ({ memberId: id, channel: 'app', address: id })),
  );
  alone = { db, service };
});
afterAll(async () => alone.db[Symbol.asyncDispose]());

describeChannel({
  name: 'The app',
  channel: 'app',
  get address() {
    return memberOf();
  },
  answersToStop: 1,
  givesTime: true,
  timesReceipt: true,
  tellsPeople: true,
  surelyNotThereAfter: { seconds: 1 },
  skips: {
    receipts: 'the read place tells what became of a message',
    throttling: 'there is no carrier that throttles',
    staff: 'there is no carrier whose access staff could restore',
  },
  open,
});

function worldOf({ clock }: HarnessParts): World {
  return createWorld({ clock, random: seededRandom(`the app ${person}`) });
}

/** Each test has a member of its own. The suite gives messages of different tests the same ids, so the earlier ones go. */
async function begin(): Promise<void> {
  person += 1;
  for (const table of ['outbound', 'hosted_messages']) await alone.db.query(`delete from ${table}`);
}

async function open(parts: HarnessParts): Promise<ChannelHarness> {
  const { logger, stack } = parts;
  if (!stack) await begin();
  // All tests without a stack share a database, so their ids must differ.
  const world = stack?.world ?? worldOf(parts);
  const { db, fixture } = stack ?? { db: alone.db, fixture: alone.service.fixture };
  const { keyring, institution } = fixture;
  expect(institution.id).toBe(parts.institutionId);
  const memberId = stack ? stack.address : memberOf();
  const network: FaultyNetwork = { fetch, caught: [], faults: [], isDown: false };
  const news = createHostedNews({ db, logger: silentLogger });
  let isUnknown = false;
  const channel = createAppChannel({ db: faulty(db, network), keyring, world, news });
  const conversation = stack?.conversation ?? alone.service.conversation;
  const take = async (message: Received) => {
    if (!stack) await parts.inbox.receive([message]);
    return conversation.take(message);
  };
  const site = siteOver(
    { db, world, keyring, institutionId: institution.id },
    { logger, messaging: { take, news } },
  );
  const tokens: string[] = [];
  const signedIn = async () => {
    const key = { institutionId: institution.id, memberId, device: 'a phone' };
    const { token } = await openSession(db, { world, keyring }, key);
    tokens.push(token);
    return { cookie: `__Host-mv_session=${token}`, 'sec-fetch-site': 'same-origin' };
  };
  const posted = (body: string, headers: Readonly<Record<string, string>>) =>
    new Request('https://bank.example/api/v1/app/messages', {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json' },
    });
  return {
    network,
    webhook: async (request) => site.fetch(request),
    channel: {
      ...channel,
      // Nothing is sent that was not queued before. Alone, that is done here.
      send: async (message, until) => {
        if (!stack) await queueOnce({ db, fixture, world }, message);
        const address = isUnknown ? world.ids.next() : message.address;
        isUnknown = false;
        return channel.send({ ...message, address }, until);
      },
    },
    memberSends: async (text) =>
      posted(JSON.stringify({ id: world.ids.next(), text }), await signedIn()),
    forgeries: async (delivery) => {
      const body = await delivery.clone().text();
      const own = await signedIn();
      const foreign = { ...own, 'sec-fetch-site': 'cross-site' };
      return [
        posted(body, { 'sec-fetch-site': 'same-origin' }),
        posted(body, { ...own, cookie: `${own.cookie.slice(0, -3)}abc` }),
        posted(body, { ...own, cookie: '__Host-mv_session=' }),
        posted(body, foreign),
        posted(body, {
          cookie: own.cookie,
          origin: 'https://evil.example',
          'sec-fetch-site': 'same-site',
        }),
      ];
    },
    oversized: async () =>
      posted(JSON.stringify({ id: world.ids.next(), text: 'x'.repeat(70_000) }), await signedIn()),
    refuseNext: (how) => {
      isUnknown = how === 'permanent';
    },
    phone: async () => {
      const response = await site.request('https://bank.example/api/v1/app/messages?limit=100', {
        headers: await signedIn(),
      });
      const { messages } = page.parse(await response.json());
      return messages.flatMap(({ direction, text }) => (direction === 'out' ? [text] : []));
    },
    receipts: async () => [],
    proveTaken: async () => {},
    secrets: tokens,
  };
}

/** The database as the channel reaches it: our app's network. */
function faulty(db: Database, network: FaultyNetwork): Database {
  return {
    ...db,
    query: async (statement, parameters) =>
      withFault(network, 'database.example', async () => db.query(statement, parameters)),
  };
}

/** Queues a message as a batch does, to be sent as it is: with the code that the test wrote. */
async function queueOnce(
  {
    db,
    fixture,
    world,
  }: { readonly db: Database; readonly fixture: Fixture; readonly world: World },
  { id, address, text, institutionId }: WireMessage,
): Promise<void> {
  const { keyring } = fixture;
  const known = await db.query('select 1 from outbound where institution_id = $1 and id = $2', [
    institutionId,
    id,
  ]);
  if (known.length > 0) return;
  await recording(db, { world, keyringOf: () => keyring }).transaction(async (tx) => {
    const keys = [{ channel: 'app' as const, address }];
    const [conversation] = await conversationsFor(tx, { institutionId, keyring, world, keys });
    const now = world.clock.now();
    await enqueue(tx, batchOf(tx, { institutionId, world, keyring }), [
      {
        id,
        conversationId: present(conversation, 'one for each').id,
        channel: 'app',
        // It goes out as it is.
        purpose: 'stranger',
        priority: 0,
        text,
        language: 'en',
        queuedAt: now,
        expiresAt: now.add({ hours: 24 }),
      },
    ]);
  });
}
