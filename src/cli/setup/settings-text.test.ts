import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { changed, fitsOneLine, writeSettings } from './settings-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'tmm-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('changes lines in their place, keeps the others, and adds what is new', () => {
  expect(changed('# mine\nB=2\nA=1\nexport B=3\n', { B: '4', C: 'x y' })).toBe(
    `# mine\nB=4\nA=1\nC='x y'\n`,
  );
});

it.each(['a&b=c', 'it is long', '$HOME `id`', 'a#b', '"quoted"', 'back\\slash', '1:ab+/='])(
  'writes %j so that sh, Node and we read the same',
  (value) => {
    const file = join(folder, 'tmm.env');
    writeFileSync(file, 'VALUE=old\n', { mode: 0o644 });
    writeSettings(file, { VALUE: value });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(parseEnv(readFileSync(file, 'utf8'))['VALUE']).toBe(value);
    const shell = execFileSync('sh', ['-c', `. ${file}; printf %s "$VALUE"`]);
    expect(shell.toString()).toBe(value);
  },
);

it('refuses what no line can hold', () => {
  expect(fitsOneLine(`it's`)).toBe(false);
  expect(fitsOneLine('a\nB=2')).toBe(false);
  expect(fitsOneLine('postgres://a:b%27@c/d?e=f&g=h')).toBe(true);
});
