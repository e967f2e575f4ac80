import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maya } from '../../dev/demonstration/people/maya.ts';
import { freePort, startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { runTmm as runTmmHere } from '../support/run-tmm.ts';
import { runTmm, startTmm, statusOf, type TmmProcess } from '../support/tmm-process.ts';

/** docs/guides/x.md and sms.md, step by step, with `tmm simulate` in place of the carriers. */
const folder = mkdtempSync(join(tmpdir(), 'tmm-rehearsal-'));
const file = join(folder, 'tmm.env');
const number = '+13145550107';
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres(['fsync=on'], { inMemory: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs with the settings of the file, in this process. */
const run = async (...words: string[]) => {
  const settings = Object.entries(parseEnv(readFileSync(file, 'utf8')));
  const given = settings.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const { status, out, err } = await runTmmHere(words, Object.fromEntries(given));
  return { status, said: out + err };
};
const answers = [
  '--name=Northside Credit Union',
  '--phone=314-555-0142',
  '--zone=America/Chicago',
  `--sms-number=${number}`,
];
const who = ['--who', 'an operator', '--why', 'a rehearsal'];

/** Three free ports in a row: the phones, X and Twilio. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const next = await Promise.all(
      [1, 2].map(async (more) => statusOf(`http://localhost:${port + more}`)),
    );
    if (port < 65_000 && next.every((status) => status === 0)) return port;
  }
}

/** Allows access in the operator's browser, as x.md says. */
async function connectX(): Promise<void> {
  for (;;) {
    await using connecting = startTmm(['--env-file', file, 'x', 'connect', ...who], {}, folder);
    const link = () => /https?:\/\/\S+authorize\S+/.exec(connecting.said())?.[0];
    const state = () => link() ?? connecting.child.exitCode;
    await expect.poll(state, { timeout: 30_000 }).toBeTruthy();
    // Another test may be using the port to which X's page returns.
    if (connecting.said().includes('is in use')) continue;
    const asked = new URL(link() ?? '');
    const back = await fetch(asked.origin + asked.pathname, {
      method: 'POST',
      body: new URLSearchParams({
        ...Object.fromEntries(asked.searchParams),
        user_id: '1600000001',
      }),
    });
    expect(await back.text()).toContain('Access granted');
    await connecting.ended;
    expect(connecting.child.exitCode, connecting.said()).toBe(0);
    expect(connecting.said()).toContain('Subscribed: ');
    return;
  }
}

interface Said {
  readonly messages: readonly { readonly text: string; readonly mine: boolean }[];
  readonly texts: readonly { readonly text: string; readonly mine: boolean }[];
}

it('rehearses X and SMS from setup to the first replies', async () => {
  const port = String(await freePort());
  const setup = await runTmm(
    ['setup', '--no-message', ...answers, '--port', port],
    { DATABASE_URL: server.url },
    folder,
  );
  expect(setup.status, setup.said).toBe(0);
  const phones = await freePorts();
  const service = `http://localhost:${port}`;
  const places = ['--port', String(phones), '--service', service, '--number', number];
  await using carriers: TmmProcess = startTmm(
    ['simulate', ...'x twilio --write tmm.env --secrets secrets.json'.split(' '), ...places],
    {},
    folder,
  );
  await expect.poll(() => carriers.said(), { timeout: 30_000 }).toContain('Ctrl+C ends it');
  const metrics = { TMM_METRICS_PORT: String(await freePort()) };
  await using serving = startTmm(['--env-file', file, 'serve'], metrics, folder);
  await expect.poll(async () => statusOf(`${service}/health`), { timeout: 60_000 }).toBe(200);
  await connectX();
  const status = await run('x', 'status');
  expect(status.said).toMatch(new RegExp(`${service}/x/webhook +yes`));
  const doctor = await run('doctor');
  expect(doctor.said).toMatch(/ok +x +X delivers to/);
  expect(doctor.said).toMatch(/ok +twilio +Twilio accepts/);

  // A member with an account, whose X account staff bind.
  const files = [join(folder, 'accounts.csv'), join(folder, 'rows.csv')] as const;
  writeFileSync(
    files[0],
    `member_number,suffix,kind,currency,nickname,overdraft_limit\n${maya.number},7,checking,USD,,0.00\n`,
  );
  writeFileSync(
    files[1],
    `external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance\nr1,${maya.number},7,2026-01-02,50.00,deposit,,CASH,50.00\n`,
  );
  const imported = await run('import', '--accounts', files[0], '--transactions', files[1]);
  expect(imported.status, imported.said).toBe(0);
  const x = ['--x-user', maya.userId, '--handle', maya.handle];
  const bound = await run('member', 'bind', maya.number, ...x, ...who);
  expect(bound.status, bound.said).toBe(0);

  const write = async (path: string) =>
    fetch(`http://localhost:${phones}/handset/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ member: maya.userId, text: '#bal' }),
    });
  const read = async () => {
    const answer = await fetch(`http://localhost:${phones}/handset/conversation/${maya.userId}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the phone's own page reads it so
    return (await answer.json()) as Said;
  };
  expect((await write('messages')).status).toBe(200);
  const reply = async () =>
    (await read()).messages
      .filter(({ mine }) => !mine)
      .map(({ text }) => text)
      .join('\n');
  await expect.poll(reply, { timeout: 30_000 }).toMatch(/50\.00.*\n?.*[0-9A-Z]{6}$/);
  // Her phone is not enrolled: one sentence, without figures.
  expect((await write('texts')).status).toBe(200);
  const text = async () =>
    (await read()).texts
      .filter(({ mine }) => !mine)
      .map((one) => one.text)
      .join('\n');
  await expect.poll(text, { timeout: 30_000 }).toContain('314-555-0142');
  expect(await text()).not.toContain('50.00');
  expect(await serving.stop(), serving.said()).toBe(0);
  expect(await carriers.stop()).toBe(0);
}, 240_000);
