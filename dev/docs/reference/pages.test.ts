import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lengths, lengthsPage } from './lengths-page.ts';
import { recordPage } from './record-page.ts';
import { refusalsPage } from './refusals-page.ts';
import { repliesPage } from './replies-page.ts';

const folder = new URL('../../../docs/reference/', import.meta.url);

describe('the reference of texts is current', () => {
  it.each([
    ['replies.md', repliesPage],
    ['refusals.md', refusalsPage],
    ['lengths.md', lengthsPage],
    ['record.md', recordPage],
  ])('%s', (name, page) => {
    const file = new URL(name, folder);
    if (process.env['TMM_WRITE_DOCS'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, page());
    }
    expect(readFileSync(file, 'utf8')).toBe(page());
  });
});

it('by SMS nine of ten replies with five rows fit one segment, and none takes more than two', () => {
  const wrong = lengths().filter(
    ({ name, single, segmentsMax }) => segmentsMax > 2 || (single < 0.9 && name !== 'help.all'),
  );
  expect(wrong).toEqual([]);
});
