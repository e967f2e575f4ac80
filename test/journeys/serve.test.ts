import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sign } from '../../src/channels/x/signature.ts';
import type { Database, Queries } from '../../src/database/database.ts';
import { migrate, migrations } from '../../src/database/migrate.ts';
import { present } from '../../src/kernel/assert.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { openDurableDatabase } from '../support/durable-database.ts';
import { openTestDatabase } from '../support/engines.ts';
import { bankUserId, buildFixture, type Fixture } from '../support/fixture.ts';
import { runTmm } from '../support/run-tmm.ts';

/** Runs `tmm serve` as operators do: as its own process, on a real PostgreSQL server. */
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const secrets = ['consumer-secret-of-this-test-new', 'consumer-secret-of-this-test-old'] as const;

let db: Database & { readonly url: string };
let fixture: Fixture;
beforeAll(async () => {
  db = await openDurableDatabase();
  fixture = await buildFixture(db, createWorld(), { people: 2 });
});
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await db[Symbol.asyncDispose]();
});

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The settings of a service that starts. */
const settings = () => ({
  DATABASE_URL: db.url,
  TMM_MASTER_KEYS: `1:${Buffer.from(seededRandom('test key').bytes(32)).toString('base64')}`,
  TMM_X_CONSUMER_SECRETS: secrets.join(','),
  TMM_X_CLIENT_ID: 'the-client-of-this-test',
  TMM_X_BEARER_TOKEN: 'the-bearer-token-of-this-test',
  // Nothing answers there, so replies wait.
  TMM_X_API_URL: 'http://127.0.0.1:9',
  TMM_PUBLIC_URL: 'https://bank.example',
});

function serve(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', ...settings(), ...environment },
  });
  children.push(child);
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, said: () => said };
}

/** Where a start is tried. In this process it costs a tenth of the time. */
type Place = 'its own process' | 'this process';

/** Starts a service that refuses, and gives what it came to. */
async function refusal(environment: Record<string, string>, place: Place) {
  if (place === 'this process') {
    const { status, out, err } = await runTmm(['serve'], { ...settings(), ...environment });
    return { status, said: out + err };
  }
  const service = serve(environment);
  return { status: await service.ended, said: service.said() };
}

const statusOf = async (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );

const said = (id: string, text: string) =>
  JSON.stringify({
    direct_message_events: [
      {
        type: 'message_create',
        id,
        created_timestamp: String(Date.now()),
        message_create: {
          target: { recipient_id: bankUserId },
          sender_id: present(fixture.members[0], 'somebody lives here').address,
          message_data: { text },
        },
      },
    ],
  });

it(
  'serves: health, metrics on the loopback alone, signed deliveries; a second one finds the port in use; it ends in order',
  { timeout: 90_000 },
  async () => {
    const port = await freePort();
    const metricsPort = await freePort();
    const ports = { TMM_PORT: String(port), TMM_METRICS_PORT: String(metricsPort) };
    const service = serve(ports);
    const url = `http://127.0.0.1:${port}`;
    await expect.poll(async () => statusOf(`${url}/health`), { timeout: 30_000 }).toBe(200);
    expect(await (await fetch(`${url}/health`)).json()).toEqual({
      status: 'ok',
      database: 'ok',
      conversation: 'ok',
      oldest_queued_seconds: 0,
    });
    const deliver = async (body: string, secret: string) =>
      fetch(`${url}/x/webhook`, {
        method: 'POST',
        body,
        headers: { 'x-twitter-webhooks-signature': sign(secret, body) },
      });
    // During the rotation of the secret, both work.
    for (const [index, secret] of secrets.entries()) {
      const answer = await deliver(said(`800${index}`, `#trans 1${index} 7 0`), secret);
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    }
    // An attacker replays the recorded delivery: we accept it, and it has no effect.
    expect((await deliver(said('8000', '#trans 10 7 0'), secrets[0])).status).toBe(200);
    expect((await deliver(said('8003', '#trans 10 7 0'), 'another')).status).toBe(401);
    const replies = await db.query<{ text: string }>(
      'select text from outbound where institution_id = $1 order by id',
      [fixture.institution.id],
    );
    expect(replies.map(({ text }) => text.slice(0, 13))).toEqual([
      'Moved $10.00,',
      'Moved $11.00,',
    ]);
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toMatch(/tmm_webhooks_total\{channel="x",outcome="taken"\} 3/);
    expect(metrics).toMatch(/tmm_webhooks_total\{channel="x",outcome="unsigned"\} 1/);
    expect(metrics).toMatch(/tmm_outbound_queue\{channel="x"\} 2/);
    expect(metrics).toMatch(
      /tmm_inbound_messages_total\{channel="x",intent="transfer",outcome="\w+"\} 2/,
    );
    expect(metrics).toMatch(/tmm_receipt_to_commit_seconds_count\{channel="x"\} 2/);
    expect(metrics).toMatch(
      /tmm_database_transaction_seconds_count\{engine="postgresql",outcome="committed"\} \d/,
    );
    // Not on the member site.
    expect(await statusOf(`${url}/metrics`)).toBe(404);

    const second = serve(ports);
    expect(await second.ended).toBe(2);
    expect(second.said()).toMatch(new RegExp(`Port ${port} of \\S+ is in use`));

    // It answers the open request before it ends.
    const body = said('8004', '#bal 7');
    const answered = new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST /x/webhook HTTP/1.1\r\nhost: a\r\nx-twitter-webhooks-signature: ${sign(secrets[0], body)}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
        );
        socket.write(body.slice(0, 50));
        setTimeout(() => service.child.kill('SIGTERM'), 200);
        setTimeout(() => socket.write(body.slice(50)), 700);
      });
      socket.on('data', (piece: Buffer) => (heard += piece.toString()));
      socket.on('close', () => resolve(heard));
    });
    expect(await answered).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(await service.ended).toBe(0);
    expect(await statusOf(`${url}/health`)).toBe(0);
    const kept = await db.query(`select 1 from inbound where external_id = '8004'`);
    expect(kept).toHaveLength(1);
    // The log contains no message, no id and no secret.
    for (const secret of ['#trans', 'Moved', fixture.members[0]?.address ?? '', ...secrets])
      expect(service.said()).not.toContain(secret);
  },
);

it.each([
  [{ TMM_MASTER_KEYS: '' }, /TMM_MASTER_KEYS: missing/, 'its own process'],
  [
    { TMM_MASTER_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}` },
    /demonstration’s/,
    'this process',
  ],
  [
    { TMM_ACTIVE_KEY: '2' },
    /TMM_ACTIVE_KEY: TMM_MASTER_KEYS has no key with this id/,
    'this process',
  ],
  [{ TMM_SEALING_KEY: '1' }, /TMM_SEALING_KEY: is called TMM_ACTIVE_KEY now/, 'this process'],
  [
    { TMM_X_CONSUMER_SECRETS: 'demonstration consumer secret' },
    /CONSUMER_SECRETS: not a real/,
    'this process',
  ],
  [{ TMM_X_BEARER_TOKEN: '' }, /X needs all three/, 'this process'],
  [{ TMM_PUBLIC_URL: '' }, /TMM_PUBLIC_URL: missing/, 'this process'],
  [{ DATABASE_URL: '' }, /DATABASE_URL: missing/, 'this process'],
  [{ TMM_PORT: 'x' }, /TMM_PORT/, 'this process'],
] as const)('refuses to start with %j', async (environment, sentence, place) => {
  const { status, said: text } = await refusal(environment, place);
  expect(status).toBe(2);
  expect(text).toMatch(sentence);
  expect(text).not.toMatch(/demonstration consumer secret|\n\s+at /);
});

it('refuses to start on a server that is not durable', async () => {
  await using careless = await openTestDatabase('postgresql');
  const environment = { DATABASE_URL: careless.url ?? '' };
  const { status, said: text } = await refusal(environment, 'this process');
  expect(status).toBe(2);
  expect(text).toMatch(/the server has fsync=off.*Set fsync=on/);
});

/** Every table with its rows, the migrations' too. */
async function everything(q: Queries): Promise<unknown> {
  const tables = await q.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' order by 1",
  );
  const rows = tables.map(async ({ name }) => [
    name,
    await q.query(`select to_jsonb(t)::text as row from ${name} t order by 1`),
  ]);
  return Promise.all(rows);
}

it('a refused start writes nothing', { timeout: 120_000 }, async () => {
  await using bare = await openDurableDatabase();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = String(typeof address === 'object' && address ? address.port : 0);
  const free = {
    DATABASE_URL: bare.url,
    TMM_PORT: String(await freePort()),
    TMM_METRICS_PORT: String(await freePort()),
  };
  const refused = async (
    environment: Record<string, string>,
    sentence: RegExp,
    place: Place = 'this process',
  ) => {
    const before = await everything(bare);
    const { status, said: text } = await refusal({ ...free, ...environment }, place);
    expect(status).toBe(2);
    expect(text).toMatch(sentence);
    expect(await everything(bare)).toEqual(before);
  };
  const institution = async (settings: object) => {
    await bare.query('truncate institutions cascade');
    await bare.query(
      `insert into institutions (id, slug, name, zone, currency, demonstration, settings, created_at)
          values (1, 'north', 'North', 'America/Chicago', 'USD', false, $1, now())`,
      [JSON.stringify(settings)],
    );
  };
  await refused({}, /there is no institution yet/);
  await institution({});
  await refused({}, /north has no telephone number/);
  await refused({ TMM_PORTAL_INSTITUTION: 'south' }, /there is no ‘south’/);
  const twilio = {
    TMM_TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TMM_TWILIO_AUTH_TOKENS: 'the-auth-token-of-this-test',
  };
  await institution({ phone: '314-555-0100', sms: { number: '72345' } });
  await refused(twilio, /TMM_TWILIO_OPT_OUT: for north: .*short code/);
  await refused({ ...twilio, TMM_TWILIO_OPT_OUT: 'advanced' }, /there is none/);
  await refused({ TMM_PORT: port }, /is in use/);
  await refused({ TMM_METRICS_PORT: port }, /is in use/, 'its own process');
  await refused({ TMM_BATCH_MAX: '0' }, /TMM_BATCH_MAX/);
  taken.close();
});

it('never migrates: it refuses another schema, and serves once it is migrated', async () => {
  await using older = await openDurableDatabase();
  const known = migrations();
  const free = {
    DATABASE_URL: older.url,
    TMM_PORT: String(await freePort()),
    TMM_METRICS_PORT: String(await freePort()),
    TMM_PORTAL: 'off',
  };
  const refused = async (sentence: RegExp) => {
    const before = await everything(older);
    const { status, said: text } = await refusal(free, 'this process');
    expect(status).toBe(2);
    expect(text).toMatch(sentence);
    expect(await everything(older)).toEqual(before);
  };
  await older.query(`insert into migrations (name, digest) values ('9999-later', '')`);
  await refused(/migration 9999-later, which this version does not know. Run the newer version/);
  await older.script('drop schema public cascade; drop schema jobs cascade; create schema public');
  await refused(/There is nothing of tmm in this database: run `tmm migrate`/);
  await migrate(older, known.slice(0, 3));
  await refused(/of an older version, without .*: run `tmm migrate`/);
  await migrate(older);
  const service = serve(free);
  await expect
    .poll(async () => statusOf(`http://127.0.0.1:${free.TMM_PORT}/health`), { timeout: 60_000 })
    .toBe(200);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
}, 120_000);
