import { stripTypeScriptTypes } from 'node:module';

/** A specifier of a file of ours: `from './a.ts'`, `import('../a.ts')`, `new URL('./a.ts', …)`. */
const ours = /(\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;

/**
 * The same module as JavaScript. Types become blanks, as Node itself makes them when it runs the source, so each line keeps its number;
 * imports name the `.js` files.
 */
export function plainJavaScript(text: string): string {
  return stripTypeScriptTypes(text)
    .replaceAll(ours, '$1$2$3.js$2')
    .replaceAll(/[ \t]+$/gm, '');
}
