import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv, type CsvRecord } from './read-csv.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size)
    yield await Promise.resolve(text.slice(at, at + size));
}

async function readAll(text: string, size = 7): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of readCsv(pieces(text, size))) records.push(record);
  return records;
}

it('reads quotes, commas, line ends of either kind, a byte order mark and empty lines', async () => {
  const text = '\uFEFFa,b\r\n"1, ""one""",2\n\n"two\r\nlines",\r\nlast,"x"';
  for (const size of [1, 2, 3, 1000]) {
    expect(await readAll(text, size)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1, "one"', '2'] },
      { line: 4, fields: ['two\r\nlines', ''] },
      { line: 6, fields: ['last', 'x'] },
    ]);
  }
});

it('reports a record that it cannot read and continues with the next line', async () => {
  const text = 'a,b\n"open,1\nc,d\ne"f,g\n"h" i,j\nk,l\n';
  for (const size of [1, 5, 1000]) {
    expect(await readAll(text, size)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      // Its quote seems to end in line 4, where the text after it is not valid CSV.
      { line: 2, problem: 'there is text after a closing quote' },
      { line: 3, fields: ['c', 'd'] },
      { line: 4, problem: 'there is a quote inside an unquoted field' },
      { line: 5, problem: 'there is text after a closing quote' },
      { line: 6, fields: ['k', 'l'] },
    ]);
  }
  expect(await readAll(`a,"b\n${'c,d\n'.repeat(3)}`)).toEqual([
    { line: 1, problem: 'an opening quote has no closing quote' },
    ...[2, 3, 4].map((line) => ({ line, fields: ['c', 'd'] })),
  ]);
  const long = await readAll(`a,"b\n${'c,d\n'.repeat(20_000)}`, 4_096);
  expect(long[0]).toEqual({ line: 1, problem: 'an opening quote has no closing quote' });
  expect(long).toHaveLength(20_001);
});

it('reads back any written records, in pieces of any size', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '7') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n'),
      async (rows, size, end) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join(end);
        const records = await readAll(text, size);
        expect(records.map(({ fields }) => fields)).toEqual(rows);
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
