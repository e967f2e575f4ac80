import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMemoryFolder } from '../../test/support/memory-folder.ts';
import { runTmm } from '../../test/support/run-tmm.ts';
import { templateOfPGlite } from '../../test/support/templates.ts';
import type { Database } from '../database/database.ts';
import { openPGlite } from '../database/open-pglite.ts';
import { present } from '../kernel/assert.ts';
import { createKeyring } from '../kernel/keyring.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import { post } from '../ledger/post.ts';
import { listInstitutions } from '../members/institution.ts';

const folder = makeMemoryFolder('tmm-folder-');
// A new database would take ten seconds to make and migrate.
beforeAll(async () => {
  for (const name of ['data', 'export']) {
    await using _made = await openPGlite({
      folder: `${folder}/${name}`,
      template: templateOfPGlite(),
    });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sample = fileURLToPath(new URL('../../deploy/import-sample', import.meta.url));

async function run(words: readonly string[]) {
  const keys = { TMM_MASTER_KEYS: `1:${Buffer.alloc(32, 9).toString('base64')}` };
  const data = words.includes('--data') ? [] : ['--data', `${folder}/data`];
  const { status, out, err } = await runTmm([...words, ...data], keys);
  return { status, out: out + err };
}

it(
  'imports a core’s folder, says what is wrong with a file, and leaves books of another core alone',
  { timeout: 120_000 },
  async () => {
    const mapped = ['--mapping', `${sample}/mapping.json`];
    const first = await run(['import', sample, ...mapped]);
    expect(first.out).toContain('Members: 3 added');
    expect(first.status).toBe(0);
    const compared = await run(['postings', 'balance', `${sample}/SHR.TXT`, ...mapped]);
    expect(compared).toMatchObject({
      status: 0,
      out: expect.stringContaining('7 accounts compared, 0 different'),
    });
    writeFileSync(`${folder}/members.csv`, 'number;name\n1;Ann\n');
    const unreadable = await run(['import', folder]);
    expect(unreadable.out).toMatch(/members\.csv line 1: its fields seem to be separated by ";"/);
    expect(unreadable.status).not.toBe(0);
    const unknown = await run(['import', `${sample}/MBR.TXT`]);
    expect(unknown.out).toContain('call it members.csv, shares.csv');
    const set = await run([
      'institution',
      'set',
      'core="elsewhere"',
      '--who',
      'Kim',
      '--why',
      'moved',
    ]);
    expect(set).toMatchObject({ status: 0 });
    const refused = await run(['import', sample, ...mapped]);
    expect(refused.out).toContain('kept by the core ‘elsewhere’');
    expect(refused.status).not.toBe(0);
  },
);

it(
  'exports for the core only what can be written, and each line in one file',
  { timeout: 120_000 },
  async () => {
    const shares = `${folder}/shares.csv`;
    writeFileSync(
      shares,
      'member_number,suffix,kind,balance\n104,9,share draft,100.00\n104,60,loan,-5.00\n',
    );
    const rows = `${folder}/transactions.csv`;
    writeFileSync(
      rows,
      'external_id,member_number,suffix,effective_on,amount\n1,104,9,2026-11-02,100.00\n2,104,60,2026-11-02,-5.00\n',
    );
    const data = ['--data', `${folder}/export`];
    await run(['import', shares, rows, '--debts', 'negative', ...data]);
    const compared = await run(['postings', 'balance', shares, '--debts', 'negative', ...data]);
    expect(compared.out).toContain('2 accounts compared, 0 different');
    const other = await run(['postings', 'balance', shares, ...data]);
    expect(other.out).toContain('1 different');
    const { db, close } = await openBooks();
    await reverseFirst(db);
    await close();
    const pain = await run(['export', 'postings', '--format', 'pain.001', ...data]);
    expect(pain.out).toContain('no transfer between two accounts');
    const nowhere = await run(['export', 'postings', '--out', `${folder}/none/x.csv`, ...data]);
    expect(nowhere.out).toContain('can’t be made');
    // Neither of them counts as sent.
    const out = `${folder}/postings.csv`;
    const made = await run(['export', 'postings', '--out', out, ...data]);
    expect(made.out).toContain('File 1: 1 lines');
    const rest = await run(['export', 'postings', '--file', '1', '--rest', ...data]);
    expect(rest.out).toContain('104,9,');
    expect(readFileSync(out, 'utf8')).toContain('-100.00');
    const odd = await run(['export', 'postings', '--rest', ...data]);
    expect(odd.out).toContain('say --file NUMBER');
  },
);

async function openBooks() {
  const db = await openPGlite({ folder: `${folder}/export` });
  return { db, close: async () => db[Symbol.asyncDispose]() };
}

/** Staff reverse the first imported entry. */
async function reverseFirst(db: Database): Promise<void> {
  const [institution] = await listInstitutions(db);
  const institutionId = present(institution, 'the import made one').id;
  const [row] = await db.query<{ id: string }>(
    `select id from transactions where institution_id = $1 and key = 'import:1'`,
    [institutionId],
  );
  const keys = [{ id: 1, key: new Uint8Array(32).fill(9) }];
  await post(db, {
    institutionId,
    world: createWorld(),
    keyring: createKeyring(keys, seededRandom(1)),
    orders: [
      {
        order: 'reversal',
        key: 'staff:1',
        effectiveOn: Temporal.PlainDate.from('2026-11-30'),
        transactionId: present(row, 'it was imported').id,
        description: 'REVERSED',
        forced: true,
      },
    ],
  });
}
