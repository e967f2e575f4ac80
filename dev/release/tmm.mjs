#!/usr/bin/env node
// Runs the command line of the npm package on the Node that it brings, or on this one if it is new enough. Must run on old Nodes.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const runtimes = Object.keys(optionalDependencies).filter((name) => name.startsWith('node-'));
const oldest = Math.min(...runtimes.map((name) => Number.parseInt(optionalDependencies[name], 10)));

/** The platform of a runtime package, as Node names it: `linux-x64`. */
const platformOf = (name) => name.replace(/^node-(?:bin-)?/, '').replace(/^win-/, 'win32-');

function runtime() {
  const here = `${process.platform}-${process.arch}`;
  const name = runtimes.find((one) => platformOf(one) === here);
  if (name === undefined) return undefined;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return ['bin/node', 'bin/node.exe']
      .map((file) => join(folder, file))
      .find((file) => existsSync(file));
  } catch {
    return undefined;
  }
}

const isNew = Number.parseInt(process.versions.node, 10) >= oldest;
const node = runtime() ?? (isNew ? process.execPath : undefined);
if (node === undefined) {
  process.stderr.write(
    `tmm: the package of Node ${oldest} for ${process.platform}-${process.arch} is not installed. Install again with optional packages, or use Node ${oldest} or newer\n`,
  );
  process.exitCode = 69;
} else {
  // The same limits as in a checkout: see bin/tmm.
  const words = ['--max-semi-space-size=8', '--v8-pool-size=1', join(root, 'src/cli/main.js')];
  const child = spawn(node, [...words, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal signals both of us; a supervisor only this one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  child.on('error', (error) => {
    process.stderr.write(`tmm: ${node} does not run here: ${error.message}\n`);
    process.exitCode = 69;
  });
  child.on('close', (status, signal) => {
    process.exitCode = status ?? (signal ? 1 : 0);
  });
}
