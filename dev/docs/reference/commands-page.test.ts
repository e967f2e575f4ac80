import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandsPage } from './commands-page.ts';

it('the reference of commands is current', () => {
  const file = new URL('../../../docs/reference/commands.md', import.meta.url);
  if (process.env['TMM_WRITE_DOCS'] === '1') writeFileSync(file, commandsPage());
  expect(readFileSync(file, 'utf8')).toBe(commandsPage());
});
