import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { parseTemplates, type Slots } from './expand.ts';
import type { Template } from './template.ts';

/** A language's templates: `languages/<language>/sentences/<name>.txt`, slots in the folder `slots` there. */
export interface SentenceFiles {
  readonly language: Language;
  /** By the file's name without its ending: an intent, or `near`, `far`. */
  readonly templates: ReadonlyMap<string, readonly Template[]>;
  readonly slots: Slots;
  /** Shortened words, one a line: `you = u, ya`. */
  readonly short: string;
}

const languagesFolder = new URL('../../src/languages/', import.meta.url).pathname;

/** Reads a language's templates. A group that isn't closed throws with its file and line. */
export function readSentences(language: Language, root = languagesFolder): SentenceFiles {
  const folder = join(root, language, 'sentences');
  const short = join(folder, 'noise', 'short.txt');
  return {
    language,
    templates: readFolder(folder),
    slots: readFolder(join(folder, 'slots')),
    short: existsSync(short) ? readFileSync(short, 'utf8') : '',
  };
}

/** Sorted by name, so that the order doesn't depend on the file system. */
function readFolder(folder: string): ReadonlyMap<string, readonly Template[]> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => {
        const path = join(folder, name);
        return [name.slice(0, -'.txt'.length), parseTemplates(readFileSync(path, 'utf8'), path)];
      }),
  );
}
