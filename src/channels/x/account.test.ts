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
