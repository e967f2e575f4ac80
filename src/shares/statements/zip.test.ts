import { expect, it } from 'vitest';
import { unzip } from '../../../test/support/unzip.ts';
import { zip } from './zip.ts';

it('packs files that come out as they went in', () => {
  const files = [
    { name: 'a.csv', content: 'date,amount\r\n2026-11-01,"1,50"\r\n' },
    { name: 'empty.txt', content: '' },
    { name: 'b.pdf', content: new Uint8Array(100_000).fill(7) },
  ];
  const read = unzip(zip(files, Temporal.PlainDateTime.from('2026-11-30T08:15:30')));
  expect([...read.keys()]).toEqual(['a.csv', 'empty.txt', 'b.pdf']);
  for (const { name, content } of files) expect(read.get(name)).toEqual(Buffer.from(content));
});
