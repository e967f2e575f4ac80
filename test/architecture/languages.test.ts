import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/kernel/vocabulary/language.ts';
import { packs } from '../../src/languages/index.ts';
import { reading as shared } from '../../src/languages/shared/reading/index.ts';
import { currencyOf } from '../../src/money/amount.ts';
import { commonPlaces } from '../../src/wording/text-places.ts';
import { literalsOf, namesOf } from './source-literals.ts';

const source = new URL('../../src/', import.meta.url).pathname;

function filesIn(...rooms: string[]): { readonly file: string; readonly text: string }[] {
  return rooms.flatMap((room) =>
    readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => ({
        file: join(room, file),
        text: readFileSync(join(source, room, file), 'utf8'),
      })),
  );
}

/** Every word of three or more letters in the packs. */
function packWords(): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (text: string) => {
    for (const word of text.replaceAll(/\\./g, ' ').match(/\p{L}{3,}/gu) ?? [])
      found.add(word.toLowerCase());
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') add(value);
    else if (value instanceof RegExp) add(value.source);
    else if (value instanceof Map) for (const entry of value.keys()) walk(entry);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk([packs, shared]);
  return found;
}

/** The names of fields, intents, kinds and meanings in the packs. */
function packKeys(): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) found.add(key);
      walk(inner);
    }
  };
  walk([packs, shared]);
  return found;
}

const engines = filesIn('reading', 'wording');
const words = packWords();
/**
 * What a literal may be without being language: names in the engines' code, keys of packs, members
 * of unions.
 */
const names: ReadonlySet<string> = new Set<string>([
  ...packKeys(),
  ...commonPlaces,
  ...engines.flatMap(({ text }) => [
    ...namesOf(text),
    ...[...text.matchAll(/(?:'[a-z]+'\s*\|\s*)+'[a-z]+'/g)].flatMap(([union]) =>
      union.split(/[|'\s]+/),
    ),
  ]),
]);

/**
 * A name, a required placeholder (`when!`), the start of a key (`help.`), or a key of several
 * parts.
 */
function isName(literal: string): boolean {
  const isKey = literal
    .split(/\s+/)
    .every((part) => /^\.?[a-z]+(?:[._][a-z]+)*[._]?!?$/.test(part) && /[._]/.test(part));
  return isKey || names.has(literal.replace(/!$/, ''));
}

/** Finds human language in a source's literals. Letters beyond ASCII always count. */
function languageIn(text: string): string[] {
  return literalsOf(text).flatMap(({ text: literal, isPattern }) => {
    if (!isPattern && isName(literal.trim())) return [];
    return (literal.match(/\p{L}{3,}/gu) ?? []).filter(
      (word) =>
        /[^\p{ASCII}]/u.test(word) ||
        (words.has(word.toLowerCase()) && currencyOf(word.toUpperCase()) === undefined),
    );
  });
}

describe('reading and wording know no language', () => {
  it('sees planted words', () => {
    expect(words.size).toBeGreaterThan(2000);
    for (const planted of [
      "if (word === 'saldo') return x;",
      'const tails = /^(?:please|svp)$/;',
      'const fillers = `mon ma mes compte`;',
      "const sent = 'écrit';",
      'f(/\\bvirement\\b/u);',
    ])
      expect([planted, languageIn(planted)]).not.toEqual([planted, []]);
  });

  it('contains no word of a pack outside languages', () => {
    expect(engines.length).toBeGreaterThan(50);
    const offences = engines.flatMap(({ file, text }) =>
      languageIn(text).map((word) => `${file}: ${word}`),
    );
    expect(offences).toEqual([]);
  });
});

describe('languages', () => {
  const code = languages.map((language) => `'${language}'`).join('|');
  /** Finds two codes side by side: a union, a list, or a comparison with each. */
  const spelled = new RegExp(`(?:${code})\\s*(?:[|,]|\\|\\||&&)[^;\\n]{0,20}?(?:${code})`);

  it('are spelled out in the vocabulary only', () => {
    expect(spelled.test("language: 'en' | 'fr' | 'es'")).toBe(true);
    expect(spelled.test("z.enum(['en', 'es'])")).toBe(true);
    expect(spelled.test("language === 'fr' || language === 'es'")).toBe(true);
    const rooms = readdirSync(source, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const offences = filesIn(...rooms)
      .filter(({ text }) => spelled.test(text))
      .map(({ file }) => file);
    expect(offences).toEqual(['kernel/vocabulary/language.ts']);
  });

  it('each have a pack that names itself so', () => {
    for (const language of languages) {
      const { locale, reading } = packs[language];
      expect([locale.language, reading.language]).toEqual([language, language]);
    }
  });
});
