import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One text of a public set. */
export interface Utterance {
  readonly text: string;
  /** A command exists for it; banking without a command; nothing to do with a bank. */
  readonly kind: 'in' | 'near' | 'far';
  /** For `in`: what is right. `care:hello` is an answer of that kind. */
  readonly want: readonly string[];
  /** For `in`: what fits as well. */
  readonly fits: readonly string[];
}

export interface Corpus {
  readonly name: string;
  readonly utterances: readonly Utterance[];
}

/** Reads the sets in a folder: `*.jsonl`, one text a line. @returns `undefined` if there is no such folder */
export function readCorpora(folder: string): readonly Corpus[] | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.jsonl'.length),
      utterances: readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(utteranceOf),
    }));
}

function utteranceOf(line: string): Utterance {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sets' README describes each line
  const parsed = JSON.parse(line) as Pick<Utterance, 'text' | 'kind'> & Partial<Utterance>;
  const { text, kind, want = [], fits = [] } = parsed;
  return { text, kind, want, fits };
}
