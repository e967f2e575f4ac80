import { Script, createContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { present } from '../../kernel/assert.ts';
import { appFiles } from './bundle.ts';
import { joinModules } from './join-modules.ts';

/** Joins these modules, runs them, and gives what the first one leaves in `result`. */
function run(modules: Readonly<Record<string, string>>): unknown {
  const script = joinModules('./a', (specifier) => ({
    id: specifier,
    text: present(modules[specifier], `there is a module ${specifier}`),
  }));
  const context = createContext({ result: undefined });
  new Script(script).runInContext(context);
  return context['result'];
}

describe('modules joined into one script', () => {
  it('have their own names, and run once in the order of their imports', () => {
    expect(
      run({
        './a': `import { count, twice as double } from './b';\nimport {last} from './c';\nconst own = 1;\nglobalThis.result = [own, count(), count(), double(own), last];`,
        './b': `import './c';\nlet own = 10;\nexport function count() { return own++; }\nexport const twice = (n) => n * 2;`,
        './c': `const own = 100;\nexport { own as last };`,
      }),
    ).toEqual([1, 10, 11, 2, 100]);
  });

  it('are read as libraries write them', () => {
    expect(
      run({
        './a': `import{a as b,c}from"./b";import{d}from"./b";globalThis.result=[b,c,d];`,
        './b': `var x=1,y=2;export{d}from"./c";export*from"./c";export{x as a,y as c};`,
        './c': `export const d = 3;export class E {}\n//# sourceMappingURL=c.js.map`,
      }),
    ).toEqual([1, 2, 3]);
  });

  it('may mention imports in texts and comments', () => {
    expect(
      run({
        './a': `// import { x } from './gone';\nconst text = 'we import goods, and export them';\nglobalThis.result = text;`,
      }),
    ).toBe('we import goods, and export them');
  });

  it.each([
    ['a default', 'export default 1;'],
    ['a namespace', `import * as all from './b';`],
    ['a whole module', `import all from './b';`],
  ])('refuse a form that they don’t read: %s', (_, text) => {
    expect(() => run({ './a': text, './b': '' })).toThrow(/has a form that is read here/);
  });

  it('refuse a circle', () => {
    expect(() => run({ './a': `import './b';`, './b': `import './a';` })).toThrow(/circle/);
  });
});

it('the app is one script, without types and comments of ours', () => {
  const { script, worker, style } = appFiles();
  for (const text of [script, worker]) expect(() => new Script(text)).not.toThrow();
  expect(script).not.toMatch(/^\s*(?:import|export)\b/m);
  expect(script).toContain('navigator.serviceWorker');
  expect(worker).toContain("addEventListener('push'");
  expect(script).not.toContain('readonly ');
  expect(style).not.toContain('/*');
});
