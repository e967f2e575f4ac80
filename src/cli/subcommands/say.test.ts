import { afterEach, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { buildFixture, testKeys } from '../../../test/support/fixture.ts';
import { createWorld } from '../../kernel/world.ts';
import { saySubcommand } from './say.ts';

afterEach(() => vi.unstubAllEnvs());

it('answers from our books, and says why it can’t where another core keeps them', async () => {
  const ring = testKeys().map(({ id, key }) => `${id}:${Buffer.from(key).toString('base64')}`);
  vi.stubEnv('TMM_MASTER_KEYS', ring.join(','));
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await using db = await openTestDatabase();
  const world = createWorld();
  const place = async (settings: object) =>
    (await buildFixture(db, world, { people: 1, settings })).institution.slug;
  const run = async (slug: string, text: string) =>
    saySubcommand.run([
      '--member',
      '900001',
      '--institution',
      slug,
      '--database',
      db.url ?? '',
      text,
    ]);

  expect(await run(await place({}), '#bal 7')).toBe(0);
  expect(said.join('')).toMatch(/Checking 7: \$1,000\.00 available/);
  said.length = 0;
  await expect(run(await place({ core: 'symphony' }), '#bal 7')).rejects.toThrow(
    /another core keeps the books/,
  );
  expect(said).toEqual([]);
});
