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
}

const languagesFolder = new URL('../../src/languages/', import.meta.url).pathname;

/** Reads a language's templates. A sentence that names a slot without values, or isn't closed, throws with its line. */
export function readSentences(language: Language): SentenceFiles {
  const folder = join(languagesFolder, language, 'sentences');
  return { language, templates: readFolder(folder), slots: readFolder(join(folder, 'slots')) };
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
