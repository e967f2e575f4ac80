import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTmm as runTmmHere } from '../support/run-tmm.ts';
import { runTmm, startTmm, statusOf } from '../support/tmm-process.ts';
import { freePort, startPostgres, type PostgresServer } from '../support/postgres-server.ts';

/** An empty server, and nothing else: what somebody has who sets up the service. */
const folder = mkdtempSync(join(tmpdir(), 'tmm-setup-'));
const file = join(folder, 'tmm.env');
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres(['fsync=on'], { inMemory: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
  typed?: readonly string[],
) => runTmm(words, more, folder, typed?.map((line) => `${line}\n`).join(''));

/** The same in this process, for what only looks. */
const runHere = async (
  words: readonly string[],
  more: Readonly<Record<string, string | undefined>> = {},
) => {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const { status, out, err } = await runTmmHere(words, Object.fromEntries(given));
  return { status, said: out + err };
};

it('says which answers are missing, and writes nothing', async () => {
  const { status, said } = await run(['setup', '--zone', 'Nowhere'], { DATABASE_URL: server.url });
  expect(status).toBe(2);
  expect(said).toMatch(/--name is missing; --phone is missing; --zone is such as/);
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});

it('names a line that can’t be taken, and what no line answers', async () => {
  const typed = ['Northside Credit Union', 'north', 'no number', 'Nowhere'];
  const { status, said } = await run(['setup'], { DATABASE_URL: server.url }, typed);
  expect(status).toBe(2);
  expect(said).toMatch(/--phone is a number such as [\d-]+; --zone is such as America\/Chicago/);
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});

it('goes from an empty server to an answered message, and the service runs on what it wrote', async () => {
  const port = String(await freePort());
  // Each question in its order. All lines are there before the first is asked.
  const institution = ['Northside Credit Union', '', '314-555-0142', 'America/Chicago', '', ''];
  const typed = [server.url, ...institution, port];
  const { status, said } = await run(['setup'], {}, typed);
  expect(said).not.toContain(server.url);
  expect(said).toMatch(
    /a phone → \+13145550100 {3}#bal\n.*→ the phone {3}.*Questions: 314-555-0142/,
  );
  expect(status, said).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const settings = parseEnv(readFileSync(file, 'utf8'));
  expect(settings['TMM_MASTER_KEYS']).toMatch(/^1:[\w+/]{43}=$/);
  const verified = await runHere(['verify'], settings);
  expect(verified.said).toContain('No difference found');

  const metrics = { TMM_METRICS_PORT: String(await freePort()) };
  await using service = startTmm(['--env-file', file, 'serve'], metrics, folder);
  await expect
    .poll(async () => statusOf(`http://127.0.0.1:${port}/health`), { timeout: 60_000 })
    .toBe(200);
  // It logs what doctor finds: here a superuser, and no archive.
  await expect.poll(() => service.said(), { timeout: 30_000 }).toMatch(/is a superuser/);
  const checked = await runHere(['doctor'], settings);
  expect(checked.said).toMatch(/WARNING {2}database {5}.*archive_mode=off/);
  expect(checked.status, checked.said).toBe(0);
  expect(await service.stop(), service.said()).toBe(0);
}, 180_000);

it('goes on where it ended: it keeps the key and the institution, and sends nothing again', async () => {
  const before = parseEnv(readFileSync(file, 'utf8'));
  writeFileSync(file, `${readFileSync(file, 'utf8')}TMM_LOG_LEVEL=warn\n`);
  const { status, said } = await run(['setup', '--file', file, '--proxies', '2']);
  expect(status, said).toBe(0);
  expect(said).toContain('Northside Credit Union (northside) is there already');
  expect(said).toContain('Messages were sent here before');
  expect(parseEnv(readFileSync(file, 'utf8'))).toEqual({
    ...before,
    TMM_PROXIES: '2',
    TMM_LOG_LEVEL: 'warn',
  });
}, 90_000);

it('adds a key beside the old one when told, and refuses another', async () => {
  const [old = ''] = (parseEnv(readFileSync(file, 'utf8'))['TMM_MASTER_KEYS'] ?? '').split(',');
  const added = await run(['setup', '--file', file, '--add-key', '--no-message']);
  expect(added.status, added.said).toBe(0);
  const keys = (parseEnv(readFileSync(file, 'utf8'))['TMM_MASTER_KEYS'] ?? '').split(',');
  expect(keys).toEqual([old, expect.stringMatching(/^2:/)]);
  const other = { TMM_MASTER_KEYS: `1:${Buffer.alloc(32, 'another key').toString('base64')}` };
  const text = readFileSync(file, 'utf8');
  const refused = await run(['setup', '--file', file], other);
  expect(refused.status).toBe(2);
  expect(refused.said).toContain('different TMM_MASTER_KEYS');
  const elsewhere = join(folder, 'other.env');
  const lost = await run(['setup', '--file', elsewhere], { ...other, DATABASE_URL: server.url });
  expect(lost.said).toContain('signed what is recorded so far');
  expect(lost.status).toBe(1);
  expect(statSync(elsewhere, { throwIfNoEntry: false })).toBeUndefined();
  expect(readFileSync(file, 'utf8')).toBe(text);
}, 90_000);

it('doctor says what is wrong, why, and what to do', async () => {
  chmodSync(file, 0o644);
  const settings = parseEnv(readFileSync(file, 'utf8'));
  const { status, said } = await run(['--env-file', file, 'doctor', '--json'], {
    TMM_PUBLIC_URL: 'https://nowhere.invalid',
    // Nothing listens there.
    TMM_TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
    TMM_TWILIO_AUTH_TOKENS: 'an-auth-token-of-this-test',
    TMM_TWILIO_API_URL: `http://127.0.0.1:${await freePort()}`,
    TMM_TWILIO_OPT_OUT: 'off',
  });
  const found = said
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  const problem = (check: string, what: RegExp) =>
    expect.objectContaining({
      check,
      level: 'problem',
      what: expect.stringMatching(what),
      why: expect.any(String),
      act: expect.any(String),
    });
  expect(found).toEqual(
    expect.arrayContaining([
      problem('settings', /Others on this machine may read/),
      problem('site', /DNS knows no address of nowhere\.invalid/),
      problem('twilio', /could not be reached/),
    ]),
  );
  expect(status).toBe(1);
  for (const secret of [settings['TMM_MASTER_KEYS'] ?? '', 'an-auth-token-of-this-test'])
    expect(said).not.toContain(secret);
  const away = await runHere(['doctor'], {
    ...settings,
    DATABASE_URL: 'postgres://tmm@127.0.0.1:9/none',
  });
  expect(away.said).toMatch(/PROBLEM {2}database/);
  expect(away.status).toBe(1);
}, 90_000);
