import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { openDurableDatabase } from '../support/durable-database.ts';
import { buildFixture } from '../support/fixture.ts';
import { buildImage, type Image } from './dockerfile.ts';

/** The steps of deploy/Dockerfile, in a plain folder and as the image's user where the test may become that user. */
const checkout = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tmm-image-'));
const isRoot = process.getuid?.() === 0;
let image: Image;
let db: Database & { readonly url: string };
beforeAll(async () => {
  image = buildImage(checkout, folder);
  chmodSync(folder, 0o755);
  db = await openDurableDatabase();
  await buildFixture(db, createWorld(), { people: 1 });
});
afterAll(async () => {
  await db[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

function environment(more: Readonly<Record<string, string>> = {}) {
  return {
    cwd: folder,
    env: { ...image.environment, PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...more },
    ...(isRoot ? { uid: image.user, gid: image.user } : {}),
  };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return String(typeof address === 'object' ? address?.port : 0);
}

it('has all that the program needs, and its user is not root', () => {
  expect(image.user).toBeGreaterThan(0);
  const [program = '', ...words] = image.entrypoint;
  const parsed = spawnSync(join(folder, program), [...words, 'parse', '#bal 7'], environment());
  expect(parsed.stderr.toString()).toBe('');
  expect(parsed.stdout.toString()).toContain('"balance"');
});

it('serves, is healthy by its own check, and stops on its signal', async () => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const settings = {
    DATABASE_URL: db.url,
    TMM_MASTER_KEYS: `1:${Buffer.from(seededRandom('test key').bytes(32)).toString('base64')}`,
    TMM_PORT: port,
    TMM_METRICS_PORT: metricsPort,
    TMM_PUBLIC_URL: 'https://bank.example',
  };
  const [program = '', ...words] = [...image.entrypoint, ...image.command];
  const child = spawn(join(folder, program), words, environment(settings));
  const closed = once(child, 'close');
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const check = () => {
    const [runner = '', ...rest] = image.health;
    return spawnSync(runner, rest, environment({ TMM_PORT: port })).status;
  };
  try {
    expect(check(), said).toBe(1);
    while (check() !== 0) {
      await setTimeout(300);
      expect(child.exitCode, said).toBeNull();
    }
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    expect(await metrics.text()).toContain('tmm_process_resident_memory_bytes');
  } finally {
    child.kill('SIGTERM');
    await closed;
  }
  expect(child.exitCode, said).toBe(0);
});
