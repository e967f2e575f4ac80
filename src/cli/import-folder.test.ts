import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(`${tmpdir()}/tmm-folder-`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../deploy/import-sample', import.meta.url));

async function run(words: readonly string[]) {
  const { DATABASE_URL: _url, TMM_DATA: _data, ...rest } = process.env;
  const keys = { TMM_MASTER_KEYS: `1:${Buffer.alloc(32, 9).toString('base64')}` };
  const child = spawn(process.execPath, [main, ...words, '--data', `${folder}/data`], {
    env: { ...rest, ...keys },
  });
  let out = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (out += piece.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, out };
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
