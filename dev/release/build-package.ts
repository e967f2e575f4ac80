import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { plainJavaScript } from './plain-javascript.ts';

/** What the package has besides the program. */
const beside = [
  'migrations',
  'deploy',
  'docs/guides',
  'docs/reference',
  'bin/healthy.mjs',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'SECURITY.md',
  '.env.example',
];

/** Parts of `dev` that only this checkout needs. */
const left = ['dev/docs', 'dev/train', 'dev/release'];

/** The app's scripts, which the service itself joins from their sources. */
const browserEntries = ['src/web/app/client/main.ts', 'src/web/app/worker/worker.ts'];

interface About {
  readonly version: string;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

/**
 * Builds the npm package into an empty folder: the program, the simulators and the demonstration as JavaScript, since Node takes types
 * away nowhere under `node_modules`.
 */
export function buildPackage(checkout: string, folder: string): void {
  const inBrowsers = closureOf(checkout, browserEntries);
  for (const file of programFiles(checkout)) {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    const isScript = file.endsWith('.ts');
    if (!isScript || inBrowsers.has(file)) copyFileSync(join(checkout, file), target);
    if (!isScript || isOnlyInBrowsers(file)) continue;
    const text = readFileSync(join(checkout, file), 'utf8');
    writeFileSync(target.replace(/\.ts$/, '.js'), plainJavaScript(text));
  }
  for (const name of beside) cpSync(join(checkout, name), join(folder, name), { recursive: true });
  const bin = join(folder, 'bin/tmm.mjs');
  copyFileSync(join(checkout, 'dev/release/tmm.mjs'), bin);
  chmodSync(bin, 0o755);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(aboutOf(checkout), null, 2)}\n`);
}

/** The package's own `package.json`: nothing of the checkout's tools. */
function aboutOf(checkout: string): object {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the checkout's own package.json
  const about = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as About;
  const kept = ['name', 'version', 'description', 'license', 'type', 'dependencies'];
  return {
    ...Object.fromEntries(kept.map((name) => [name, about[name]])),
    bin: { tmm: 'bin/tmm.mjs' },
    optionalDependencies: about.optionalDependencies,
    engines: about['engines'],
  };
}

function programFiles(checkout: string): string[] {
  return ['src', 'dev']
    .flatMap((folder) =>
      readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(checkout, join(parentPath, name))),
    )
    .map((file) => file.split(sep).join('/'))
    .filter(
      (file) =>
        !file.endsWith('.test.ts') &&
        !file.endsWith('tsconfig.json') &&
        !left.some((one) => file.startsWith(`${one}/`)),
    );
}

function isOnlyInBrowsers(file: string): boolean {
  return /^src\/web\/app\/(?:client|worker)\//.test(file);
}

const specifier = /\bfrom\s*['"](\.{1,2}\/[^'"]+\.ts)['"]/g;

/** These files, and all of ours that they import. */
function closureOf(checkout: string, entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(join(checkout, file), 'utf8');
    for (const [, target = ''] of text.matchAll(specifier))
      add(join(dirname(file), target).split(sep).join('/'));
  };
  for (const entry of entries) add(entry);
  return found;
}
