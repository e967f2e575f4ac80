import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The site's stylesheets keep to one scale of spacing and one of type. */
const folder = new URL('../../src/web/site/public/', import.meta.url);
const sheets = ['portal.css', 'accounts.css', 'messages.css'];

const spaced =
  /^\s*((?:row-|column-)?gap|(?:padding|margin)(?:-(?:block|inline)(?:-(?:start|end))?)?|font-size): ([^;]+);/gm;

/** Values that are no lengths of the scale: nothing, the parent's, or the browser's. */
const neutral = /^(?:0|auto|inherit|0\.9em|env\([a-z-]+\)|999px)$/;

function offScale(css: string): string[] {
  return [...css.matchAll(spaced)].flatMap(([, property = '', value = '']) => {
    const scale = property === 'font-size' ? 'type' : 'space';
    const rest = value
      .replaceAll(new RegExp(`var\\(--${scale}-[\\w]+\\)`, 'g'), '0')
      .replaceAll(/clamp\(([^()]*)\)/g, (_, parts: string) =>
        parts.split(',').every((part) => /^\s*(?:0(?:rem)?|[\d.]+v[wh])\s*$/.test(part))
          ? '0'
          : 'x',
      );
    return rest.split(/\s+/).every((part) => neutral.test(part)) ? [] : [`${property}: ${value}`];
  });
}

it('finds what is off the scale', () => {
  expect(offScale('a {\n  padding: 0.3rem var(--space-2);\n}')).toEqual([
    'padding: 0.3rem var(--space-2)',
  ]);
  expect(offScale('a {\n  font-size: 15px;\n}')).toEqual(['font-size: 15px']);
  expect(offScale('a {\n  font-size: var(--space-2);\n}')).toHaveLength(1);
  expect(offScale('a {\n  margin: 0 auto var(--space-1);\n}')).toEqual([]);
});

it.each(sheets)('%s keeps to the scales', (name) => {
  expect(offScale(readFileSync(new URL(name, folder), 'utf8'))).toEqual(allowed[name] ?? []);
});

/** Measures that no scale has. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // Room for the navigation at a phone's foot.
  'portal.css': ['padding-block-end: 4.25rem'],
  // On paper, so that the list of commands fits one sheet.
  'messages.css': ['font-size: 8.5pt', 'padding: 1pt 4pt'],
};

it('knows the sheets', () => {
  expect(readdirSync(folder).filter((name) => name.endsWith('.css'))).toEqual(
    expect.arrayContaining(sheets),
  );
});
