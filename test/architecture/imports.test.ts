import { describe, expect, it } from 'vitest';
import { importCircles } from './circles.ts';
import { lawlessRooms, offendingImports, roomLaws } from './laws.ts';
import { importsOf, isProgram, readSource, type Source } from './source.ts';

const source = readSource('src');

/** The source plus one more file. */
function planted(file: string, text: string): Source {
  return new Map([...source, [file, text]]);
}

describe('the laws of imports', () => {
  it('cover the whole source', () => {
    expect(source.size).toBeGreaterThan(500);
    const imports = [...source].flatMap(([file, text]) => importsOf(file, text));
    expect(imports.length).toBeGreaterThan(source.size);
    expect(Object.keys(roomLaws).length).toBeGreaterThan(15);
  });

  it('hold: each folder imports only what its law allows', () => {
    expect(offendingImports(source)).toEqual([]);
    expect(lawlessRooms(source)).toEqual([]);
  });

  it.each([
    ['a room', 'src/channels/x/planted.ts', '../../ledger/post.ts'],
    ['a room, by type only', 'src/conversation/planted.ts', '../ledger/order.ts'],
    ['a folder of operations', 'src/operations/shares/planted.ts', '../access/index.ts'],
    ['a folder of channels', 'src/channels/kannel/planted.ts', '../twilio/wire.ts'],
    ['a channel’s folder, beside it', 'src/channels/planted.ts', './x/wire.ts'],
    ['what is not pure, by a descriptor', 'src/channels/x/descriptor.ts', '../install.ts'],
    ['channels’ settings', 'src/wording/planted.ts', '../channels/settings.ts'],
    ['a folder of the site', 'src/web/site/accounts/planted.ts', '../messages/section.ts'],
    ['the frame below it', 'src/web/frame/planted.ts', '../site/site.ts'],
    ['a language', 'src/languages/fr/planted.ts', '../en/replies.ts'],
    ['the simulators', 'src/channels/x/planted.ts', '../../../dev/simulators/x/state.ts'],
    ['the tests', 'src/channels/x/planted.ts', '../../../test/support/service.ts'],
  ])('fail on a planted import of %s', (_what, file, target) => {
    const found = offendingImports(planted(file, `import type { A } from '${target}';\n`)).filter(
      (one) => one.startsWith(file),
    );
    expect(found).toHaveLength(1);
  });

  it('fail on a planted room', () => {
    expect(lawlessRooms(planted('src/planted/a.ts', ''))).toEqual(['planted']);
  });
});

describe('circles of imports', () => {
  it('don’t exist, type-only imports included', () => {
    expect(importCircles(readSource('src', 'dev', 'test', 'bench'))).toEqual([]);
  });

  it('are found when planted', () => {
    const circle = new Map([
      ['src/a.ts', "import { b } from './b.ts';\n"],
      ['src/b.ts', "import type { C } from './c.ts';\n"],
      ['src/c.ts', "export type { A } from './a.ts';\n"],
      ['src/d.ts', "import { a } from './a.ts';\n"],
    ]);
    expect(importCircles(circle)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']]);
  });
});

describe('the world', () => {
  const program = [...source].filter(([file]) => isProgram(file) && !file.includes('/public/'));

  /** The app runs on phones, which have their own. */
  const phoneClock = 'src/web/app/client/clock.ts';

  it('enters through the kernel: no file reads the machine’s clock or random numbers', () => {
    const offenses = program
      .filter(
        ([file]) =>
          !file.startsWith('src/kernel/') && !file.startsWith('src/cli/') && file !== phoneClock,
      )
      .flatMap(([file, text]) =>
        [
          ...text.matchAll(
            /\bDate\.now\(|\bMath\.random\(|\bTemporal\.Now\b|\brandomUUID\(|\brandomBytes\(|\bnew Date\(\)/g,
          ),
        ].map(([what]) => `${file}: ${what}`),
      );
    expect(offenses).toEqual([]);
  });

  it('gives the environment to one file', () => {
    const offenses = program
      .filter(([file, text]) => !file.startsWith('src/cli/') && text.includes('process.env'))
      .map(([file]) => file);
    expect(offenses).toEqual(['src/service/config.ts']);
  });

  it('gets its texts from one place only', () => {
    const makers = program.filter(([, text]) => /as WireText\b/.test(text)).map(([file]) => file);
    expect(makers).toEqual(['src/messages/sending/stamp-code.ts']);
  });
});
