import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../dev/release/build-package.ts';
import { freePort, startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { statusOf } from '../support/tmm-process.ts';

/** The npm package as somebody gets it: packed, and installed into an empty folder with what it depends on. */
const checkout = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tmm-package-'));
const built = join(folder, 'built');
const home = join(folder, 'home');
const place = join(folder, 'place');
const environment = { PATH: process.env['PATH'] ?? '', HOME: home };

for (const one of [built, home, place]) mkdirSync(one);
buildPackage(checkout, built);
writeFileSync(join(place, 'package.json'), '{ "private": true }');
const npm = (words: readonly string[], cwd: string) =>
  spawnSync('npm', [...words], { cwd, env: { ...process.env }, encoding: 'utf8' });
const tarball = npm(['pack', '--silent', '--pack-destination', folder], built).stdout.trim();
const installed = npm(
  ['install', '--prefer-offline', '--loglevel=error', join(folder, tarball)],
  place,
);
const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(installed.stderr);
if (isOffline)
  console.warn(
    'Skipped: the package’s dependencies can’t be had here, since npm reaches no registry',
  );

const tmm = join(place, 'node_modules/.bin/tmm');
const run = (words: readonly string[]) =>
  spawnSync(tmm, [...words], { cwd: place, env: environment, encoding: 'utf8' });

function start(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const child = spawn(tmm, [...words], { cwd: place, env: { ...environment, ...more } });
  let text = '';
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (text += piece.toString()));
  const ended = once(child, 'close');
  return {
    said: () => text,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is JavaScript, and names no file that is not there', () => {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1_000);
  const ours =
    /\b(?:(?:from|import)\s*\(?\s*['"](\.[^'"]+\.(?:js|ts))['"]|new URL\(\s*['"](\.[^'"]+\.(?:js|ts))['"],\s*import\.meta\.url)/g;
  const missing = scripts.flatMap((file) => {
    const text = readFileSync(join(built, file), 'utf8');
    return [...text.matchAll(ours)]
      .map(([, imported, named]) => join(file, '..', imported ?? named ?? ''))
      .filter((target) => !files.includes(target))
      .map((target) => `${file}: ${target}`);
  });
  expect(missing).toEqual([]);
  expect(files.filter((file) => file.includes('.test.'))).toEqual([]);
});

describe.skipIf(isOffline)('an installed package', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    expect(installed.status, installed.stderr).toBe(0);
    server = await startPostgres(['fsync=on'], { inMemory: true });
  });
  afterAll(async () => server.stop());

  it('says its version, reads a text, and refuses a wrong word', () => {
    expect(run(['--version']).stdout).toMatch(/^tmm \d+\.\d+\.\d+\n$/);
    expect(run(['parse', '#bal 7']).stdout).toContain('"balance"');
    expect(run(['nothing']).status).toBe(2);
  });

  it('shows the demonstration with its phone and its app', async () => {
    const demo = start(['demo', '--port', '0']);
    await expect.poll(() => demo.said(), { timeout: 90_000 }).toContain('Ctrl+C ends it');
    const url = /http:\/\/localhost:\d+/.exec(demo.said())?.[0] ?? '';
    for (const path of ['/', '/phone', '/app', '/health'])
      expect([path, await statusOf(`${url}${path}`)]).toEqual([path, 200]);
    const page = await (await fetch(`${url}/app`)).text();
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? '';
    const client = await fetch(new URL(script, url));
    expect([client.status, (await client.text()).length > 10_000]).toEqual([200, true]);
    expect(await demo.stop(), demo.said()).toBe(0);
    // An installation is replaced by the next one; the demonstration stays.
    expect(readdirSync(join(home, '.tweet-my-money'))).toEqual(['demonstration']);
  }, 120_000);

  it('sets up an installation and serves it on PostgreSQL', async () => {
    const [port, metrics] = [String(await freePort()), String(await freePort())];
    const answers = ['--name=North', '--phone=314-555-0142', '--zone=UTC', `--port=${port}`];
    const setup = execFileSync(tmm, ['setup', ...answers], {
      cwd: place,
      env: { ...environment, DATABASE_URL: server.url },
      encoding: 'utf8',
    });
    expect(setup).toContain('Questions: 314-555-0142');
    const service = start(['--env-file', 'tmm.env', 'serve'], { TMM_METRICS_PORT: metrics });
    await expect
      .poll(async () => statusOf(`http://127.0.0.1:${port}/health`), { timeout: 60_000 })
      .toBe(200);
    expect(await service.stop(), service.said()).toBe(0);
  }, 120_000);
});
