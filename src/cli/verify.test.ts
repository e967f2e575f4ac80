import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeMemoryFolder } from '../../test/support/memory-folder.ts';
import { engines } from '../../test/support/sampled-engines.ts';
import { testKeyring, testKeys } from '../../test/support/fixture.ts';
import { createPostgresCopy, templateOfPGlite } from '../../test/support/templates.ts';
import { recording } from '../audit/changes/recording.ts';
import type { Database } from '../database/database.ts';
import { openPGlite } from '../database/open-pglite.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { createWorld } from '../kernel/world.ts';
import { createInstitution } from '../members/institution.ts';
import { findSubcommand } from './subcommands.ts';
import { UsageError } from './usage-error.ts';

const files = makeMemoryFolder('tmm-verify-');
afterAll(() => rmSync(files, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const keyText = (id: number, key: Uint8Array) => `${id}:${Buffer.from(key).toString('base64')}`;
const right = keyText(1, testKeys()[0]?.key ?? new Uint8Array());

interface Place {
  readonly words: readonly string[];
  readonly url?: string;
  open(): Promise<Database>;
  drop(): Promise<void>;
}

async function placeOn(engine: Database['engine']): Promise<Place> {
  if (engine === 'postgresql') {
    const { url, drop } = await createPostgresCopy();
    return { words: ['--database', url], url, open: async () => openPostgres({ url }), drop };
  }
  const folder = mkdtempSync(`${files}/data-`);
  await using _made = await openPGlite({ folder, template: templateOfPGlite() });
  return {
    words: ['--data', folder],
    open: async () => openPGlite({ folder }),
    drop: async () => {},
  };
}

describe.each(engines)('tmm verify on %s', (engine) => {
  let place: Place;
  const run = async (words: readonly string[], keys: string | undefined = right) => {
    vi.stubEnv('TMM_MASTER_KEYS', keys ?? '');
    let said = '';
    const listener = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    const [name = '', ...rest] = words;
    const status = await (await findSubcommand(name))?.run([...rest, ...place.words]);
    listener.mockRestore();
    return { status, said };
  };
  const change = async (act: string) => {
    await using db = await place.open();
    await db.query(act);
  };

  beforeAll(async () => {
    place = await placeOn(engine);
    await using db = await place.open();
    const recorded = recording(db, { world: createWorld(), keyringOf: () => testKeyring() });
    for (const slug of ['north', 'south'])
      await recorded.transaction(async (tx) =>
        createInstitution(tx, createWorld(), {
          slug,
          name: slug,
          zone: 'America/Chicago',
          currency: 'USD',
        }),
      );
    return async () => place.drop();
  }, 120_000);

  it(
    'checks all institutions, and says what it could not check',
    { timeout: 120_000 },
    async () => {
      const { status, said } = await run(['verify']);
      expect([status, said]).toEqual([
        0,
        expect.stringMatching(/Head of north: 1:[^]*Head of south: 1:/),
      ]);
      expect(said.match(/^No difference found$/gm)).toHaveLength(2);
      const heads = `${files}/${engine}.txt`;
      writeFileSync(heads, said);
      expect((await run(['verify', '--head', heads])).status).toBe(0);
      writeFileSync(heads, said.replace('Head of south: 1:', 'Head of south: 7:'));
      expect(await run(['verify', '--head', heads])).toMatchObject({
        status: 1,
        said: expect.stringContaining('batch 7: the head kept outside names it'),
      });
      await expect(run(['verify', '--head', `0:${'a'.repeat(64)}`])).rejects.toThrow(UsageError);
      await expect(run(['verify', '--head', `1:${'a'.repeat(64)}`])).rejects.toThrow(/several/);
      expect(await run(['verify'], '')).toMatchObject({
        status: 0,
        said: expect.stringContaining(
          'No difference found. Not checked: signatures (no key given)',
        ),
      });
      expect(await run(['verify'], keyText(1, new Uint8Array(32).fill(9)))).toMatchObject({
        status: 1,
        said: expect.stringMatching(/key 1: none of the 1 signatures .* another key as 1/),
      });
      expect(await run(['verify'], keyText(9, new Uint8Array(32).fill(9)))).toMatchObject({
        status: 1,
        said: expect.stringMatching(
          /key 1: 1 batch is signed with it, and TMM_MASTER_KEYS lacks it[^]*No difference found. Not checked: signatures of a key/,
        ),
      });
    },
  );

  it(
    'finds an institution that somebody put in, and migrate signs nothing of it',
    { timeout: 120_000 },
    async () => {
      await change(
        `insert into institutions select 7, 'shadow', name, zone, currency, demonstration, settings, created_at from institutions where id = 1`,
      );
      expect(await run(['verify'])).toMatchObject({
        status: 1,
        said: expect.stringContaining('institution 7: no signed batch made it'),
      });
      expect(await run(['migrate'])).toMatchObject({
        status: 1,
        said: expect.stringContaining('shadow: no signed batch made this institution'),
      });
      expect((await run(['verify', '--institution', 'north'])).status).toBe(0);
      await change('delete from institutions where id = 7');
      await change('delete from institutions where id = 2');
      expect(await run(['verify'])).toMatchObject({
        status: 1,
        said: expect.stringMatching(
          /institution-2\n[^]*institutions 2?.*: it is gone|institutions: it is gone/,
        ),
      });
    },
  );

  it(
    'names a table that is gone, and a long word by its beginning',
    { timeout: 120_000 },
    async () => {
      await change('drop table addresses cascade');
      expect(await run(['verify', '--institution', 'north'])).toMatchObject({
        status: 1,
        said: expect.stringContaining('addresses: the table is gone'),
      });
      const long = await run(['verify', '--institution', 'x'.repeat(100_000)]).catch(String);
      expect(long).toMatch(/^UsageError: there is no institution ‘x{80}…’; the institutions are/);
      await expect(run(['proof', '--check', `${files}/nope`])).rejects.toThrow(/no such file/);
    },
  );

  it('changes no schema, whatever there is', { timeout: 120_000 }, async () => {
    const tables = async () => {
      await using db = await place.open();
      return await db.query(
        `select relname from pg_class where relnamespace = 'public'::regnamespace order by 1`,
      );
    };
    await change(`delete from migrations where name = (select max(name) from migrations)`);
    const before = await tables();
    for (const words of [
      ['verify'],
      ['institution', 'list'],
      ['task', 'list'],
      ['export', '--format', 'hledger'],
    ])
      await expect(run(words)).rejects.toMatchObject({ code: 'schema_older' });
    expect(await tables()).toEqual(before);
    await change('drop table migrations');
    await change('create table migrations (id int, name text)');
    await expect(run(['verify'])).rejects.toMatchObject({ code: 'schema_missing' });
  });

  it.runIf(engine === 'postgresql')(
    'needs no right but to read',
    { timeout: 120_000 },
    async () => {
      const other = await placeOn(engine);
      {
        await using db = await other.open();
        const recorded = recording(db, { world: createWorld(), keyringOf: () => testKeyring() });
        await recorded.transaction(async (tx) =>
          createInstitution(tx, createWorld(), {
            slug: 'read',
            name: 'R',
            zone: 'America/Chicago',
            currency: 'USD',
          }),
        );
        await db.query(
          `do $$ begin if not exists (select from pg_roles where rolname = 'tmm_reader') then create role tmm_reader login; end if; end $$`,
        );
        await db.query('grant select on all tables in schema public to tmm_reader');
      }
      const url = new URL(other.url ?? '');
      url.username = 'tmm_reader';
      place = { ...other, words: ['--database', url.href] };
      expect(await run(['verify'])).toMatchObject({ status: 0 });
      await other.drop();
    },
  );
});
