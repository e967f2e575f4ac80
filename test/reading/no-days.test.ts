import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';

/** Monday. */
const today = Temporal.PlainDate.from('2026-11-30');
const shares: NonNullable<ReadingContext['shares']> = [{ suffix: '7', kind: 'checking' }];
const fieldsOf = (text: string, context: ReadingContext = {}) =>
  read(text, { today, ...context }).reading;

describe('figures that are no day', () => {
  const impossible = [
    '2026-00-10',
    '2026-13-10',
    '2026-13-99',
    '2026-10-00',
    '2026-10-32',
    '2026-02-30',
    '0000-01-01',
    '1899-12-31',
    '0/10/2026',
    '13/13/2026',
    '10/0/26',
    '1/1/0000',
    '11/31',
  ];
  const said = (text: string) =>
    ['since', 'before', 'from', 'on', 'desde', 'depuis', 'between 11/1 and'].map(
      (link) => `hist 7 ${link} ${text}`,
    );

  it.each(impossible)('%s is no beginning and no end', (figures) => {
    for (const text of said(figures)) {
      const reading = fieldsOf(text, { shares });
      if (!text.includes('between')) expect({ text, ...reading }).not.toHaveProperty('since');
      expect({ text, ...reading }).not.toHaveProperty('until');
    }
  });

  it('reads any figures without an error', () => {
    const figure = fc.nat({ max: 9_999 }).map((n) => String(n).padStart((n % 4) + 1, '0'));
    fc.assert(
      fc.property(figure, figure, figure, fc.constantFrom('-', '/'), (a, b, c, mark) => {
        for (const text of said([a, b.slice(-2), c.slice(-2)].join(mark))) fieldsOf(text);
        for (const text of said([a.slice(-2), b.slice(-2), c].join(mark))) fieldsOf(text);
      }),
    );
  });
});
