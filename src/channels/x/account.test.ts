import { expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { morning } from '../../../test/support/service.ts';
import { buildFixture, testKeyring } from '../../../test/support/fixture.ts';
import { manualClock } from '../../kernel/clock.ts';
import { createWorld } from '../../kernel/world.ts';
import { pollX } from './account.ts';
import { createXTokenStore } from './token-store.ts';

it('polls other institutions even if one account can’t be read', async () => {
  await using db = await openTestDatabase();
  const clock = manualClock(morning);
  const world = createWorld({ clock });
  const keyring = testKeyring();
  const fixtures = [
    await buildFixture(db, world, { people: 1 }),
    await buildFixture(db, world, {
      people: 1,
      settings: { x: { userId: '22', handle: 'other' } },
    }),
  ];
  const [, connected] = fixtures;
  await createXTokenStore(db, { keyring, world }, connected?.institution.id ?? 0).replace(
    async () => ({ accessToken: 'token', expiresAt: clock.now().add({ hours: 2 }) }),
  );
  const asked: string[] = [];
  const polling = pollX(
    {
      db,
      world,
      keyring,
      x: {
        clientId: 'test',
        base: 'https://api.x.example',
        authorizeUrl: 'https://api.x.example/authorize',
        secrets: [],
        limits: 'none',
        fetch: async (input, init) => {
          const { url } = new Request(input, init);
          asked.push(new URL(url).pathname);
          return Response.json({ data: [] });
        },
      },
    },
    {
      institutions: fixtures.map(({ institution }) => institution),
      inbox: { receive: async () => {}, happened: async () => {} },
    },
  );
  await expect(polling).rejects.toMatchObject({ code: 'x_not_connected' });
  expect(asked).toEqual(['/2/dm_events']);
});

it('a slow account keeps the others waiting no longer than there is room', async () => {
  await using db = await openTestDatabase();
  const clock = manualClock(morning);
  const world = createWorld({ clock });
  const keyring = testKeyring();
  const institutions = [];
  for (let index = 0; index < 20; index += 1) {
    const { institution } = await buildFixture(db, world, { people: 1 });
    institutions.push(institution);
    await createXTokenStore(db, { keyring, world }, institution.id).replace(async () => ({
      accessToken: `token-${index}`,
      expiresAt: clock.now().add({ hours: 2 }),
    }));
  }
  const slow = Promise.withResolvers<void>();
  let answered = 0;
  let underWay = 0;
  let most = 0;
  const polling = pollX(
    {
      db,
      world,
      keyring,
      x: {
        clientId: 'test',
        base: 'https://api.x.example',
        authorizeUrl: 'https://api.x.example/authorize',
        secrets: [],
        limits: 'none',
        fetch: async (input, init) => {
          underWay += 1;
          most = Math.max(most, underWay);
          const token = new Request(input, init).headers.get('authorization');
          if (token === 'Bearer token-0') await slow.promise;
          else
            await new Promise((resolve) => {
              setTimeout(resolve, 20);
            });
          underWay -= 1;
          answered += 1;
          return Response.json({ data: [] });
        },
      },
    },
    { institutions, inbox: { receive: async () => {}, happened: async () => {} } },
  );
  await expect.poll(() => answered, { timeout: 10_000 }).toBe(19);
  slow.resolve();
  expect(await polling).toBe(0);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});
