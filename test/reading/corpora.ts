import { existsSync, readFileSync } from 'node:fs';
import { isLanguage, languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';

/** A text and the fields of its reading, as in `tmm parse`. */
export interface Phrase {
  readonly text: string;
  readonly language: Language;
  readonly fields: Readonly<Record<string, unknown>>;
}

function linesOf(name: string): string[] {
  return readFileSync(new URL(`corpora/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));
}

/** Orders and questions as members type them: `text | intent field=value`. */
export function orders(): Phrase[] {
  return languages.flatMap((language) =>
    linesOf(`orders.${language}.txt`).map((line) => {
      const at = line.lastIndexOf(' | ');
      const [intent, ...rest] = line.slice(at + 3).split(' ');
      const fields = rest.map((field) => {
        const [name = '', value = ''] = field.split('=');
        return [name, name === 'count' || name === 'choice' ? Number(value) : value];
      });
      return {
        text: line.slice(0, at),
        language,
        fields: { intent, ...Object.fromEntries(fields) },
      };
    }),
  );
}

/** Everyday questions, banking questions and small talk. None is an order to move money. */
export function everyday(): { readonly text: string; readonly language: Language }[] {
  return languages.flatMap((language) =>
    ['everyday', 'banking', 'assistant'].flatMap((about) =>
      linesOf(`${about}.${language}.txt`).map((text) => ({ text, language })),
    ),
  );
}

/** Wordings of STOP, and texts that only sound like it. `⏎` stands for a line break. */
export function stops(
  of: 'stops' | 'near-stops',
): { readonly text: string; readonly language: Language }[] {
  return languages.flatMap((language) =>
    linesOf(`${of}.${language}.txt`).map((line) => ({
      text: line.replaceAll('⏎', '\n'),
      language,
    })),
  );
}

/** A text, and what is right: intents, or `near` or `far` for none. */
export interface Labeled {
  readonly text: string;
  readonly want: readonly string[];
}

/** Questions written without a look at the templates of sentences. */
export function heldOut(language: 'es' | 'fr'): Labeled[] {
  return labeled(`held-out.${language}.txt`);
}

/** Texts of everyday members about all that we answer, and about other things. */
export function memberTexts(language: Language): Labeled[] {
  return ['members', 'members-2', 'members-3', 'members-4'].flatMap((name) =>
    labeled(`${name}.${language}.txt`),
  );
}

function labeled(name: string): Labeled[] {
  return linesOf(name).map((line) => {
    const [text = '', want = ''] = line.split(' | ');
    return { text, want: want.split(',') };
  });
}

/**
 * Commands of institutions' members, from the table next to the project; `undefined` if it is
 * missing.
 */
export function institutionLines():
  | {
      readonly text: string;
      readonly context: ReadingContext;
      readonly fields: Readonly<Record<string, unknown>>;
    }[]
  | undefined {
  const file = new URL('../../../shared/data/commands.jsonl', import.meta.url);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { institution, text, shares, language, ...fields }: Record<string, unknown> =
        JSON.parse(line);
      if (typeof institution !== 'string' || typeof text !== 'string')
        throw new Error(`no command: ${line}`);
      return {
        text,
        fields,
        context: {
          ...(typeof shares === 'string'
            ? { shares: shares.split(',').map((suffix) => ({ suffix })) }
            : {}),
          ...(typeof language === 'string' && isLanguage(language) ? { language } : {}),
        },
      };
    });
}
