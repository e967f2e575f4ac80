import { expect, it } from 'vitest';
import { plainJavaScript } from './plain-javascript.ts';

it('takes types away, keeps lines, and names the files that are there', () => {
  const text = [
    `import type { A } from './a.ts';`,
    `import { b } from '../b.ts';`,
    `export { c } from "./c.ts";`,
    `import './d.ts';`,
    `const e: number = await import('./e.ts');`,
    `new Worker(new URL('./f.ts', import.meta.url));`,
    `joinModules('./g.ts');`,
    `import data from './h.json' with { type: 'json' };`,
  ].join('\n');
  expect(plainJavaScript(text).split('\n')).toEqual([
    '',
    `import { b } from '../b.js';`,
    `export { c } from "./c.js";`,
    `import './d.js';`,
    expect.stringMatching(/^const e\s+= await import\('\.\/e\.js'\);$/),
    `new Worker(new URL('./f.js', import.meta.url));`,
    `joinModules('./g.ts');`,
    `import data from './h.json' with { type: 'json' };`,
  ]);
});
