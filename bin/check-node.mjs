// Says in one sentence what is missing if this Node can't run the program. Must run on old Nodes:
// no package, no new syntax.
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { optionalDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const runtimes = Object.keys(optionalDependencies).filter((name) => name.startsWith('node-'));
const oldest = Math.min(...runtimes.map((name) => Number.parseInt(optionalDependencies[name], 10)));

/** The platform of a runtime package, as Node names it: `linux-x64`. */
const platformOf = (name) => name.replace(/^node-(?:bin-)?/, '').replace(/^win-/, 'win32-');

/** @returns {string | undefined} `undefined` if the program can run */
function problem() {
  const again = `(cd "${root}" && npm ci --include=optional)`;
  const orNode = `install Node ${oldest} or newer, which tmm then uses instead`;
  if (!existsSync(`${root}/node_modules`))
    return `the packages are not installed yet. Run once: ${again}`;
  const isNew = Number.parseInt(process.versions.node, 10) >= oldest;
  if (isNew && typeof globalThis.Temporal === 'object') return undefined;
  const here = `${process.platform}-${process.arch}`;
  const runtime = runtimes.find((name) => platformOf(name) === here);
  if (runtime === undefined)
    return `there is no runtime for ${here}, only for ${runtimes.map(platformOf).join(', ')}. To run it here, ${orNode}`;
  if (existsSync(`${root}/node_modules/${runtime}`))
    return `the runtime ${runtime} is installed but does not run here (it needs glibc, which Alpine Linux lacks). To run it here, ${orNode}`;
  return `the runtime ${runtime} is not installed: optional packages were left out. Run ${again}, or ${orNode}`;
}

const found = problem();
if (found !== undefined) {
  process.stderr.write(`tmm: ${found}\n`);
  process.exitCode = 69;
}
