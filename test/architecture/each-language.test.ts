import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/kernel/vocabulary/language.ts';
import { languagesToldApart } from './each-language.ts';

const root = new URL('../../', import.meta.url).pathname;

/** Where languages may be told apart, beside the packs themselves. */
const allowed: ReadonlyMap<string, string> = new Map([
  ['src/kernel/vocabulary/language.ts', 'the list of them'],
  ['src/languages/index.ts', 'the list of packs'],
  ['src/kernel/number-words.ts', 'packs and the search for secrets read it; one imports the other'],
  ['dev/demonstration/institution.ts', 'an institution’s setting: others get the English hours'],
  ['dev/docs/reference/example-voice.ts', 'the same setting in the examples'],
]);

const packFolders = new RegExp(`^src/languages/(?:${languages.join('|')})/`);

/** The program, its demonstration, its pages' scripts and its benchmarks. What tests expect is spelled out on purpose. */
const files = ['src', 'dev', 'bench']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  )
  .filter((file) => /\.(?:ts|js|mjs)$/.test(file) && !/\.test\.ts$|\/vendor\//.test(file));

describe('a new language', () => {
  it('is asked for in at most three files that exist', () => {
    expect(files.length).toBeGreaterThan(800);
    const found = files
      .filter((file) => !packFolders.test(file) && !allowed.has(file))
      .map((file) => [file, languagesToldApart(readFileSync(join(root, file), 'utf8'), languages)])
      .filter(([, codes]) => (codes?.length ?? 0) > 1);
    expect(found).toEqual([]);
  });

  it('finds nothing allowed that no longer needs it', () => {
    const idle = [...allowed.keys()].filter(
      (file) =>
        languagesToldApart(readFileSync(join(root, file), 'utf8'), languages).length < 2 &&
        file !== 'src/kernel/vocabulary/language.ts',
    );
    expect(idle).toEqual([]);
  });
});

describe('a record of languages is found', () => {
  const codes = ['en', 'fr', 'es'];

  it.each([
    ['as an object', `const title = { en: 'Home', fr: 'Accueil', es: 'Inicio' };`],
    ['over lines', `const texts = {\n  en: {\n    a: 'b',\n  },\n  fr: {\n    a: 'c',\n  },\n};`],
    ['by quoted keys', `const title = { 'en': home, "fr": accueil };`],
    ['as a type', `interface Texts {\n  readonly en: string;\n  readonly fr: string;\n}`],
    ['as a type of options', `type Texts = { en?: string; fr?: string };`],
    ['by shorthand', `const texts: Record<Language, Texts> = { en, fr, es };`],
    ['over lines by shorthand', `const texts = {\n  en,\n  fr,\n};`],
    ['by imports', `import { texts as en } from './en.ts';\nimport { fr } from './fr.ts';`],
    ['as a map', `const titles = new Map([['en', 'Home'], ['fr', 'Accueil']]);`],
    ['by spreading', `return { ...rest, en, fr: en, es: en };`],
    ['as a switch', `switch (language) {\n  case 'en': return 1;\n  case "fr": return 2;\n}`],
    ['by comparisons', `language === 'fr' ? 'Accueil' : language === 'es' ? 'Inicio' : 'Home'`],
  ])('%s', (_, text) => {
    expect(languagesToldApart(text, codes).length).toBeGreaterThan(1);
  });

  it.each([
    ['a comment', `/** { en: 'Home', fr: 'Accueil' } */\n// en: one, fr: two`],
    ['a text', `const say = 'in en: this, fr: that';`],
    ['one language', `const member = { language: 'fr', fr: true };`],
    ['a pack', `packs[language].site.frame`],
    ['other words', `const kinds = { end: 1, free: 2, es_: 3, men: 4 };`],
  ])('and none in %s', (_, text) => {
    expect(languagesToldApart(text, codes).length).toBeLessThan(2);
  });
});
