import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTokenSource, type TokenSource } from '../../src/channels/x/oauth.ts';
import type { Database } from '../../src/database/database.ts';
import { createXTokenStore } from '../../src/channels/x/token-store.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { openTestDatabase } from '../support/engines.ts';
import { morning } from '../support/service.ts';
import { bankUserId, testKeyring } from '../support/fixture.ts';

/**
 * X's refresh tokens work once. Two processes that refresh at the same time would lock each other
 * out.
 */
const institutionId = 1;
const clock = manualClock(morning);
const world = createWorld({ clock, random: seededRandom('tokens') });
const refreshes: string[] = [];
let network: 'up' | 'down' = 'up';
const simulator = createXSimulator({
  world,
  fetch: async () => new Response(),
  consumerSecret: 'secret',
  clientId: 'test',
});
simulator.createUser({ id: bankUserId, username: 'bank', name: 'Bank' });

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase('postgresql');
});
afterAll(async () => db[Symbol.asyncDispose]());

const store = () => createXTokenStore(db, { keyring: testKeyring(), world }, institutionId);

/** Each process has its own. */
function source(): TokenSource {
  const app = {
    clientId: 'test',
    base: 'https://api.x.example',
    authorizeUrl: 'https://x.example',
  };
  return createTokenSource(app, store(), {
    clock,
    fetch: async (input, init) => {
      if (network === 'down') {
        const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
        throw new TypeError('fetch failed', { cause });
      }
      const request = new Request(input, init);
      refreshes.push(await request.clone().text());
      return simulator.app.fetch(request);
    },
  });
}

it('are refreshed by one process, and the others use the stored ones', async () => {
  const tokens = simulator.giveToken(bankUserId);
  const expiresAt = clock.now().add({ hours: 2 });
  await store().replace(async () => ({ ...tokens, expiresAt }));
  expect(await source().current()).toBe(tokens.accessToken);
  expect(refreshes).toEqual([]);
  clock.advance({ hours: 2 });
  const processes = [source(), source(), source()];
  const given = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => processes[index % 3]?.current()),
  );
  expect(refreshes).toHaveLength(1);
  expect(new Set(given).size).toBe(1);
  expect(given[0]).not.toBe(tokens.accessToken);
  // Stored encrypted before anyone had it.
  expect((await store().load())?.accessToken).toBe(given[0]);
  const [row] = await db.query<{ tokens: Uint8Array }>('select tokens from x_accounts');
  expect(Buffer.from(row?.tokens ?? []).includes(given[0] ?? 'none')).toBe(false);
});

it('are renewed once, however many calls were refused with the same one', async () => {
  const before = refreshes.length;
  const refused = await source().current();
  const given = await Promise.all(Array.from({ length: 6 }, async () => source().renew(refused)));
  expect(refreshes).toHaveLength(before + 1);
  expect(new Set(given).size).toBe(1);
  expect(given[0]).not.toBe(refused);
});

it('stay as they are if X does not answer, and are refreshed when it does', async () => {
  clock.advance({ hours: 2 });
  network = 'down';
  const kept = await store().load();
  await expect(source().current()).rejects.toMatchObject({
    code: 'x_not_reached',
    retryable: true,
  });
  expect(await store().load()).toEqual(kept);
  network = 'up';
  expect(await source().current()).not.toBe(kept?.accessToken);
});

it('that X took back mean that staff must connect the account again', async () => {
  simulator.state.refreshTokens.clear();
  clock.advance({ hours: 2 });
  await expect(source().current()).rejects.toMatchObject({
    code: 'x_token_refused',
    retryable: false,
  });
});
