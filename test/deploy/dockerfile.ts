import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One instruction of a Dockerfile, such as `COPY` and its words. */
interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** What a container of the image runs. */
export interface Image {
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly health: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly user: number;
}

function instructionsOf(text: string): Instruction[] {
  return text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf(' ');
      return { name: line.slice(0, at), rest: line.slice(at + 1).trim() };
    });
}

/**
 * Carries out the steps of the Dockerfile's last stage in a plain folder, without a container engine. The packages are those that
 * `npm ci` with the options of the first stage installs: they are copied from this checkout.
 */
export function buildImage(checkout: string, folder: string): Image {
  const instructions = instructionsOf(readFileSync(join(checkout, 'deploy/Dockerfile'), 'utf8'));
  const install = instructions.find(({ name }) => name === 'RUN')?.rest ?? '';
  const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
  for (const { rest } of last.filter(({ name }) => name === 'COPY')) {
    const words = rest.split(/\s+/);
    if (words[0]?.startsWith('--from=packages')) copyPackages(checkout, folder, install);
    else copyFiles(checkout, folder, words);
  }
  const of = (name: string) => last.findLast((one) => one.name === name)?.rest ?? '';
  return {
    entrypoint: wordsOf(of('ENTRYPOINT')),
    command: wordsOf(of('CMD')),
    health: wordsOf(of('HEALTHCHECK').replace(/^.*?CMD/s, '')),
    environment: Object.fromEntries(
      of('ENV')
        .split(/\s+/)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    ),
    user: Number.parseInt(of('USER'), 10),
  };
}

function wordsOf(json: string): string[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the exec form of an instruction
  return JSON.parse(json) as string[];
}

function copyFiles(checkout: string, folder: string, words: readonly string[]): void {
  const target = resolve(folder, words.at(-1) ?? '.');
  const sources = words.slice(0, -1);
  for (const source of sources) {
    const isFile = source.includes('.');
    cpSync(join(checkout, source), isFile ? join(target, source) : target, {
      recursive: true,
      // As in .dockerignore.
      filter: (path) => !path.endsWith('.test.ts'),
    });
  }
}

interface Lock {
  readonly packages: Readonly<Record<string, { dev?: true; optional?: true; devOptional?: true }>>;
}

function copyPackages(checkout: string, folder: string, install: string): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format of npm's lock file
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as Lock;
  const isOmitted = {
    dev: install.includes('--omit=dev'),
    optional: install.includes('--omit=optional'),
  };
  const wanted = Object.entries(lock.packages)
    .filter(
      ([path, { dev, optional, devOptional }]) =>
        path !== '' && !((dev && isOmitted.dev) || (optional && isOmitted.optional) || devOptional),
    )
    .map(([path]) => path);
  for (const path of wanted) {
    mkdirSync(join(folder, path), { recursive: true });
    cpSync(join(checkout, path), join(folder, path), {
      recursive: true,
      // Packages within it have their own line in the lock file.
      filter: (file) => !file.slice(join(checkout, path).length).includes('node_modules'),
    });
  }
}
