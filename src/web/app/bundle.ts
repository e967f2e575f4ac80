import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { assert } from '../../kernel/assert.ts';
import { joinModules, type ReadModule } from './join-modules.ts';

/** The files of the app, without anything of an institution or a language. */
export interface AppFiles {
  /** The client: our modules and its libraries, as one script. */
  readonly script: string;
  /** The worker, without what `worker-script.ts` puts before it. */
  readonly worker: string;
  readonly style: string;
}

let files: AppFiles | undefined;

/**
 * Gives the app's files. The first call reads TypeScript and styles, and takes the types away; the
 * process keeps the result.
 */
export function appFiles(): AppFiles {
  files ??= {
    script: joinModules('./client/main.ts', readModule),
    worker: joinModules('./worker/worker.ts', readModule),
    style: readStyles(),
  };
  return files;
}

/** A name for a text that changes with it. */
export function fingerprint(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64url').slice(0, 16);
}

function readModule(specifier: string, from: string | undefined): ReadModule {
  const isRelative = specifier.startsWith('.');
  const place = isRelative
    ? new URL(specifier, from ?? import.meta.url)
    : new URL(import.meta.resolve(specifier));
  const text = readFileSync(fileURLToPath(place), 'utf8');
  return {
    id: place.href,
    text: place.pathname.endsWith('.ts') ? stripped(text) : withoutComments(text),
  };
}

/** Takes types away, and comments. */
function stripped(text: string): string {
  return withoutComments(quietly(() => stripTypeScriptTypes(text)));
}

/**
 * Node calls `stripTypeScriptTypes` experimental, and says so on stderr. It is the code that runs
 * every `.ts` file here, and its version is pinned.
 */
function quietly<T>(work: () => T): T {
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Takes whole lines of comments away, which are a third of a file, and the blanks of types. */
function withoutComments(text: string): string {
  return text
    .replace(/^\s*\/\*\*?(?:[^*]|\*(?!\/))*\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n');
}

function readStyles(): string {
  const folder = new URL('./style/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.css'));
  assert(names.length > 0, 'the app has styles');
  return names
    .toSorted()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replace(/\/\*(?:[^*]|\*(?!\/))*\*\//g, '')
    .replace(/\n\s*/g, '\n');
}
