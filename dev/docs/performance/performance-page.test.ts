import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawBars } from './bars.ts';
import { performancePage } from './performance-page.ts';

const docs = new URL('../../../docs/', import.meta.url);

it('the page of benchmarks and its pictures are current', () => {
  const { page, pictures } = performancePage();
  const files = new Map([
    ['reference/performance.md', page],
    ...[...pictures].map(([file, svg]) => [`pictures/${file}`, svg] as const),
  ]);
  for (const [file, text] of files) {
    const url = new URL(file, docs);
    if (process.env['TMM_WRITE_DOCS']) writeFileSync(url, text);
    expect(readFileSync(url, 'utf8')).toBe(text);
  }
  const there = readdirSync(new URL('pictures/', docs)).filter((name) => name.endsWith('.svg'));
  expect(there.toSorted()).toEqual([...pictures.keys()].toSorted());
});

it('draws each bar as long as its value, and escapes names', () => {
  const svg = drawBars('A < B', 'µs', [
    {
      name: 'one & two',
      parts: [
        { of: 'a', value: 10 },
        { of: 'b', value: 30 },
      ],
    },
    { name: 'three', parts: [{ of: 'a', value: 20 }] },
  ]);
  expect(svg).toContain('A &lt; B');
  expect(svg).toContain('one &amp; two');
  expect([...svg.matchAll(/width="([\d.]+)" height="18"/g)].map(([, width]) => width)).toEqual([
    '112.5',
    '337.5',
    '225.0',
  ]);
  expect(svg).toContain('40 µs');
});
