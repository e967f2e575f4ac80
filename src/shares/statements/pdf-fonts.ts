import { readFileSync } from 'node:fs';
import { unpackWoff } from './woff.ts';

/** How bold a text is: the font's weights by name. */
const weights = { regular: 400, bold: 600 } as const;

export type Weight = keyof typeof weights;

/** A character's script, as the font's files divide them. The first file that has it draws it. */
const scripts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const;

/** The font's files, by the name under which a document registers them. They are read once. */
export const fontFiles: () => readonly { readonly name: string; readonly content: Buffer }[] = once(
  () =>
    Object.entries(weights).flatMap(([weight, number]) =>
      scripts.map((script) => ({
        name: fontName(weight, script),
        content: unpackWoff(
          readFileSync(
            new URL(
              import.meta.resolve(
                `@fontsource/source-sans-3/files/source-sans-3-${script}-${number}-normal.woff`,
              ),
            ),
          ),
        ),
      })),
    ),
);

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function fontName(weight: string, script: (typeof scripts)[number]): string {
  return `${weight} ${script}`;
}

/** A part of a text that one font file can draw. */
interface Run {
  readonly font: string;
  readonly text: string;
}

/** Characters that the usual file has; a test compares. Nearly all texts have no other. */
export const allUsual = /^[ -~\u00a0-\u00ffŒœ‘’“”–—•…€−]*$/u;

/** Shown for a character that no file has. */
const unknown = '?';

/**
 * Divides a text into runs, each for one font file. Spaces of other widths become ordinary ones.
 * @param has tells whether a registered font has a character
 */
export function runsOf(
  text: string,
  weight: Weight,
  has: (font: string, codePoint: number) => boolean,
): Run[] {
  const usual = fontName(weight, 'latin');
  const spaced = text.replaceAll(/[\u2007\u2009\u202f]/gu, '\u00a0');
  if (allUsual.test(spaced)) return spaced === '' ? [] : [{ font: usual, text: spaced }];
  const runs: { font: string; text: string }[] = [];
  for (const given of spaced) {
    const codePoint = given.codePointAt(0) ?? 0;
    const found = scripts
      .map((script) => fontName(weight, script))
      .find((font) => has(font, codePoint));
    const font = found ?? usual;
    const shown = found === undefined ? unknown : given;
    const last = runs.at(-1);
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}
