import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { listen } from '../../src/service/listen.ts';
import { present } from '../../src/kernel/assert.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { openDurableDatabase } from '../support/durable-database.ts';
import { buildFixture } from '../support/fixture.ts';
import { runTmm } from '../support/run-tmm.ts';

/**
 * The operator's setup with real processes: `tmm serve` runs, and `tmm x connect` joins an account
 * by OAuth in the operator's browser. From then on, the running service answers members there.
 */
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const consumerSecret = 'consumer-secret-of-this-test-long-enough';
const clientId = 'the-client-of-this-test';

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

it('joins an X account to a running service, and leaves it', { timeout: 120_000 }, async () => {
  await using db = await openDurableDatabase();
  const world = createWorld();
  const fixture = await buildFixture(db, world, { people: 1 });
  await db.query(
    `update institutions set demonstration = false, settings = settings - 'x' where id = $1`,
    [fixture.institution.id],
  );
  const simulator = createXSimulator({ world, fetch, consumerSecret, clientId });
  const bank = simulator.createUser({ username: 'northside', name: 'Northside' });
  const person = present(fixture.members[0], 'somebody lives here');
  simulator.createUser({ id: person.address, username: 'somebody', name: 'Somebody' });
  await using x = await listen(simulator.app.fetch, { host: '127.0.0.1', port: 0 });
  const port = await freePort();
  const environment = {
    DATABASE_URL: db.url,
    TMM_MASTER_KEYS: `1:${Buffer.from(seededRandom('test key').bytes(32)).toString('base64')}`,
    TMM_X_CONSUMER_SECRETS: consumerSecret,
    TMM_X_CLIENT_ID: clientId,
    TMM_X_BEARER_TOKEN: simulator.giveToken().accessToken,
    TMM_X_API_URL: x.url,
    TMM_X_AUTHORIZE_URL: `${x.url}/i/oauth2/authorize`,
    TMM_PUBLIC_URL: `http://127.0.0.1:${port}`,
    TMM_PORT: String(port),
    TMM_METRICS_PORT: String(await freePort()),
    TMM_LOG_LEVEL: 'error',
  };
  const start = (...words: string[]) => {
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...process.env, ...environment },
    });
    // After any failure, nothing keeps listening.
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, ended, said: () => said };
  };
  const who = ['--who', 'an operator', '--why', 'a test'];
  const service = start('serve');
  await expect
    .poll(
      async () =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
  const connecting = start('x', 'connect', ...who);
  await expect
    .poll(() => /https?:\/\/\S+authorize\S+/.exec(connecting.said())?.[0], { timeout: 20_000 })
    .toBeDefined();
  const asked = new URL(/https?:\/\/\S+authorize\S+/.exec(connecting.said())?.[0] ?? '');
  // An answer to no question of ours ends nothing.
  const callback = asked.searchParams.get('redirect_uri') ?? '';
  for (const answer of ['?code=1&state=another', '?error=access_denied', '?code=1', ''])
    expect((await fetch(`${callback}${answer}`)).status).toBe(400);
  // The operator's browser: it allows access and returns.
  const back = await fetch(asked.origin + asked.pathname, {
    method: 'POST',
    body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), user_id: bank.id }),
  });
  expect(await back.text()).toMatch(/granted/);
  expect(await connecting.ended, connecting.said()).toBe(0);
  expect(connecting.said()).toMatch(/Access granted by @northside/);
  const status = await runTmm(['x', 'status'], environment);
  expect(status.status, status.err).toBe(0);
  expect(status.out).toMatch(/dm\.received\s+yes/);

  // The running service answers there.
  const answer = new Promise<string>((resolve) => {
    simulator.subscribe(person.address, (event) => {
      if (event.kind === 'message' && event.message.senderId === bank.id)
        resolve(event.message.text);
    });
  });
  await expect
    .poll(
      async () => {
        await simulator.memberSends({ from: person.address, to: bank.id, text: '#bal 7' });
        return simulator
          .conversation(person.address, bank.id)
          .some(({ senderId }) => senderId === bank.id);
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toBe(true);
  expect(await answer).toMatch(/Checking 7: \$1,000\.00 available.* [A-Z0-9]{6}$/);
  const leaving = await runTmm(['x', 'disconnect', ...who], environment);
  expect(leaving.status, leaving.err).toBe(0);
  expect(simulator.state.subscriptions.size).toBe(0);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});
