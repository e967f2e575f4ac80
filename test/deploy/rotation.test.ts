import { afterAll, beforeAll, expect, it } from 'vitest';
import { sign } from '../../src/channels/x/signature.ts';
import type { Database } from '../../src/database/database.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { openDurableDatabase } from '../support/durable-database.ts';
import { bankUserId, buildFixture, testKeys, type Fixture } from '../support/fixture.ts';
import { freePort } from '../support/postgres-server.ts';
import { runTmm } from '../support/run-tmm.ts';
import { startTmm, statusOf } from '../support/tmm-process.ts';

/** The drill of a new master key, as docs/guides/operating.md has it: two rounds of restarts, and members notice none. */
const secret = 'consumer-secret-of-this-test';
const old = `1:${Buffer.from(testKeys()[0]?.key ?? []).toString('base64')}`;
const both = `${old},2:${Buffer.from(createWorld().random.bytes(32)).toString('base64')}`;

let db: Database & { readonly url: string };
let fixture: Fixture;
beforeAll(async () => {
  db = await openDurableDatabase();
  fixture = await buildFixture(db, createWorld(), { people: 1 });
});
afterAll(async () => db[Symbol.asyncDispose]());

it('a new master key is introduced in two rounds: each answers, each verifies', async () => {
  const rounds = [
    { TMM_MASTER_KEYS: old },
    { TMM_MASTER_KEYS: both, TMM_ACTIVE_KEY: '1' },
    { TMM_MASTER_KEYS: both },
  ];
  const recorded = await runTmm(['migrate'], { DATABASE_URL: db.url, TMM_MASTER_KEYS: old });
  expect(recorded.status, recorded.err).toBe(0);
  for (const [index, keys] of rounds.entries()) {
    const port = String(await freePort());
    await using service = startTmm(['serve'], {
      DATABASE_URL: db.url,
      TMM_X_CONSUMER_SECRETS: secret,
      TMM_X_CLIENT_ID: 'the-client-of-this-test',
      TMM_X_BEARER_TOKEN: 'the-bearer-token-of-this-test',
      // Nothing answers there, so replies wait.
      TMM_X_API_URL: `http://127.0.0.1:${await freePort()}`,
      TMM_PUBLIC_URL: 'https://bank.example',
      TMM_PORT: port,
      TMM_METRICS_PORT: String(await freePort()),
      ...keys,
    });
    const url = `http://127.0.0.1:${port}`;
    await expect.poll(async () => statusOf(`${url}/health`), { timeout: 60_000 }).toBe(200);
    const body = JSON.stringify({
      direct_message_events: [
        {
          type: 'message_create',
          id: `90${index}`,
          created_timestamp: String(Date.now()),
          message_create: {
            target: { recipient_id: bankUserId },
            sender_id: fixture.members[0]?.address,
            message_data: { text: `#trans 1${index} 7 0` },
          },
        },
      ],
    });
    const answer = await fetch(`${url}/x/webhook`, {
      method: 'POST',
      body,
      headers: { 'x-twitter-webhooks-signature': sign(secret, body) },
    });
    expect(answer.status, service.said()).toBe(200);
    expect(await service.stop(), service.said()).toBe(0);
    const verified = await runTmm(['verify'], { DATABASE_URL: db.url, ...keys });
    expect(verified.out).toContain('No difference found');
  }
  const replies = await db.query<{ text: string }>(
    'select text from outbound where institution_id = $1 order by place',
    [fixture.institution.id],
  );
  expect(replies.map(({ text }) => text.slice(0, 13))).toEqual([
    'Moved $10.00,',
    'Moved $11.00,',
    'Moved $12.00,',
  ]);
  // The old key alone no longer proves what the new one signed.
  const without = await runTmm(['verify'], { DATABASE_URL: db.url, TMM_MASTER_KEYS: old });
  expect(without.status).toBe(1);
}, 240_000);
