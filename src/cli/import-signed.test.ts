import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { makeMemoryFolder } from '../../test/support/memory-folder.ts';
import { engines, openTestDatabase } from '../../test/support/sampled-engines.ts';
import { templateOfPGlite } from '../../test/support/templates.ts';
import { runTmm } from '../../test/support/run-tmm.ts';
import { openPGlite } from '../database/open-pglite.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { createImportTarget } from '../exchange/import-target.ts';
import { present } from '../kernel/assert.ts';
import { createWorld } from '../kernel/world.ts';
import { importBooks } from '../ledger/import/import-books.ts';
import { readRecords } from '../ledger/import/read-csv.ts';
import { listInstitutions } from '../members/institution.ts';

/** Can someone who has the database, but not the signing key, write to the books unnoticed? */
const folder = makeMemoryFolder('tmm-signed-');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keyOf = (id: number) => `${id}:${Buffer.alloc(32, (id * 37) % 251).toString('base64')}`;
const one = { TMM_MASTER_KEYS: keyOf(1) };
const both = { TMM_MASTER_KEYS: `${keyOf(1)},${keyOf(2)}` };

const accounts = `${folder}/accounts.csv`;
writeFileSync(
  accounts,
  'member_number,suffix,kind,currency,nickname,overdraft_limit\n1001,7,checking,USD,,\n',
);
const rows = (count: number) => {
  const file = `${folder}/${count}.csv`;
  const lines = Array.from(
    { length: count },
    (_, index) => `a${index},1001,7,2026-01-02,50.00,deposit,,,${(index + 1) * 50}.00\n`,
  );
  writeFileSync(
    file,
    `external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance\n${lines.join('')}`,
  );
  return ['import', '--accounts', accounts, '--transactions', file];
};

async function makeFolder(): Promise<void> {
  await using _made = await openPGlite({
    folder: `${folder}/data`,
    template: templateOfPGlite(),
  });
}

async function forge(url: string | undefined): Promise<void> {
  await using db =
    url === undefined
      ? await openPGlite({ folder: `${folder}/data` })
      : await openPostgres({ url });
  const [institution] = await listInstitutions(db);
  const institutionId = present(institution, 'the import made one').id;
  const world = createWorld();
  const text = readFileSync(`${folder}/4.csv`, 'utf8');
  const report = await importBooks(db, {
    institutionId,
    accounts: readRecords(Readable.from([readFileSync(accounts, 'utf8')])),
    transactions: readRecords(Readable.from([text])),
    target: createImportTarget(world, institutionId),
    today: Temporal.PlainDate.from('2026-11-28'),
    world,
  });
  expect(report.transactions.posted).toBe(1);
}

describe.each(engines)('import into signed books on %s', (engine) => {
  it(
    'needs one of its keys; verify ends with 1 if someone wrote without one',
    { timeout: 120_000 },
    async () => {
      await using server = engine === 'postgresql' ? await openTestDatabase(engine) : undefined;
      if (!server) await makeFolder();
      const where =
        server?.url === undefined ? ['--data', `${folder}/data`] : ['--database', server.url];
      // Started without a key, which is allowed.
      expect(await runTmm([...rows(1), ...where])).toMatchObject({ status: 0 });
      expect(await runTmm(['verify', ...where], one)).toMatchObject({ status: 0 });
      expect(await runTmm([...rows(2), ...where], one)).toMatchObject({ status: 0 });
      const signed = await runTmm(['verify', ...where], one);
      expect(signed).toMatchObject({
        status: 0,
        out: expect.stringContaining('No difference found'),
      });

      const without = await runTmm([...rows(3), ...where]);
      expect(without).toMatchObject({ status: 2, out: '' });
      expect(without.err).toMatch(
        /the batches of main are signed.*set TMM_MASTER_KEYS as for `tmm serve`/,
      );
      const other = await runTmm([...rows(3), ...where], { TMM_MASTER_KEYS: keyOf(2) });
      expect(other).toMatchObject({
        status: 2,
        err: expect.stringContaining('the old keys next to a new one'),
      });
      expect((await runTmm(['verify', ...where], one)).out).toBe(signed.out);

      // A new key next to the old one works. From then on the old one alone does not.
      expect(await runTmm([...rows(3), ...where], both)).toMatchObject({ status: 0 });
      expect(await runTmm([...rows(4), ...where], one)).toMatchObject({ status: 2 });
      expect(await runTmm(['verify', ...where], both)).toMatchObject({ status: 0 });

      // Somebody with the database and no key can write without the command line.
      await forge(server?.url);
      const { out: forged, status } = await runTmm(['verify', ...where], both);
      expect(status).toBe(1);
      expect(forged).toMatch(/^batch(?:es)? \d+[^\n]*: not signed, although signing began/);
      expect(forged).not.toContain('No difference found');
      const head = /Head: (\S+)/.exec(forged)?.[1] ?? '';
      expect(await runTmm(['verify', '--head', head, ...where], both)).toMatchObject({ status: 1 });
    },
  );
});

it('help import explains the signs, the order and the options', async () => {
  const { out } = await runTmm(['help', 'import']);
  for (const words of [
    'On a loan',
    'the amount owed and positive',
    '--debts negative',
    '--partial',
    '--allow-currency',
    '--rows oldest-first',
  ])
    expect(out).toContain(words);
  const guide = readFileSync(new URL('../../docs/guides/operating.md', import.meta.url), 'utf8');
  for (const words of ['--partial', '--debts negative', '--rows', '--allow-currency'])
    expect(guide).toContain(words);
});
