import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalsPage } from './refusals-page.ts';
import { repliesPage } from './replies-page.ts';

const folder = new URL('../../../docs/reference/', import.meta.url);

describe('the reference of texts is what the program says', () => {
  it.each([
    ['replies.md', repliesPage],
    ['refusals.md', refusalsPage],
  ])('%s', (name, page) => {
    const file = new URL(name, folder);
    if (process.env['TMM_WRITE_DOCS'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, page());
    }
    expect(readFileSync(file, 'utf8')).toBe(page());
  });
});
