import { describe, expect, it } from 'vitest';
import { canonicalRows } from './canonical-rows.ts';
import { csvRows } from './csv-rows.ts';
import { formatOf, type Mapping, ownMapping, readMapping } from './mapping.ts';
import { readDay } from './read-day.ts';
import { readFigure } from './read-figure.ts';
import { shareKindOf } from './share-kind-words.ts';
import type { TableName } from './tables.ts';

const english = { decimal: '.', thousands: ',' } as const;
const german = { decimal: ',', thousands: '.' } as const;

describe('an amount', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['$1,234.50', '1234.50'],
    ['-$12.00', '-12.00'],
    ['$-12.00', '-12.00'],
    ['(12.00)', '-12.00'],
    ['($1,012.00)', '-1012.00'],
    ['12.00-', '-12.00'],
    ['-12.00-', undefined],
    ['(12.00', undefined],
    ['(-12.00)', undefined],
    ['USD 5', '5'],
    ['5.00 USD', '5.00'],
    ['.75', '0.75'],
    ['1,23', undefined],
    ['1,2345', undefined],
    ['12,34.00', undefined],
    ['1.2.3', undefined],
    ['1e5', undefined],
    ['', undefined],
    ['-', undefined],
    ['$', undefined],
    ['abc', undefined],
  ])('%s is %s', (text, expected) => {
    expect(readFigure(text, english)).toBe(expected);
  });

  it.each([
    ['1.234,50', '1234.50'],
    ['1.234', '1234'],
    ['1,5', '1.5'],
    ['12.34', undefined],
    ['-1.234.567,00 €', '-1234567.00'],
  ])('with a decimal comma, %s is %s', (text, expected) => {
    expect(readFigure(text, german)).toBe(expected);
  });

  it('may have blanks between thousands', () => {
    expect(readFigure('1\u00A0234,50', { decimal: ',', thousands: ' ' })).toBe('1234.50');
  });
});

it.each([
  ['11/29/2026', 'MM/DD/YYYY', '2026-11-29'],
  ['1/2/2026', 'MM/DD/YYYY', '2026-01-02'],
  ['11/29/2026 14:05:00', 'MM/DD/YYYY', '2026-11-29'],
  ['29.11.26', 'DD.MM.YY', '2026-11-29'],
  ['29.11.69', 'DD.MM.YY', '2069-11-29'],
  ['29.11.70', 'DD.MM.YY', '1970-11-29'],
  ['20261129', 'YYYYMMDD', '2026-11-29'],
  ['2026-11-29T00:00', 'YYYY-MM-DD', '2026-11-29'],
  ['29/11/2026', 'MM/DD/YYYY', undefined],
  ['02/30/2026', 'MM/DD/YYYY', undefined],
  ['11-29-2026', 'MM/DD/YYYY', undefined],
  ['', 'MM/DD/YYYY', undefined],
])('the day %s, as %s, is %s', (text, order, expected) => {
  expect(readDay(text, order)).toBe(expected);
});

it('knows kinds by the words of the field, and the core’s own first', () => {
  const none = new Map();
  expect(shareKindOf('Share Draft', none)).toBe('checking');
  expect(shareKindOf('regular-share', none)).toBe('savings');
  expect(shareKindOf('CD', none)).toBe('certificate');
  expect(shareKindOf('zz', none)).toBeUndefined();
  expect(shareKindOf('CD', new Map([['cd', 'loan']]))).toBe('loan');
});

describe('a mapping', () => {
  it('names each of its problems by place', () => {
    const read = readMapping(
      JSON.stringify({ dates: 'MM/DD', shares: { columns: { nummer: 'X' } }, nonsense: 1 }),
    );
    expect(read).toEqual({
      problems: expect.arrayContaining([
        expect.stringMatching(/^dates: write the order/),
        expect.stringContaining('nonsense'),
      ]),
    });
    expect(readMapping('{')).toEqual({ problems: [expect.stringContaining('not JSON')] });
    expect(readMapping('{"shares":{"columns":{"nummer":"X"}}}')).toEqual({
      problems: [expect.stringContaining('shares.columns.nummer: there is no such column')],
    });
    expect(readMapping('{"decimal":",","thousands":","}')).toEqual({
      problems: [expect.stringContaining('must differ')],
    });
  });
});

/** The rows that our readers get of a file: the header, then fields or a problem. */
async function rowsOf(text: string | Uint8Array, table: TableName, mapping: Mapping = ownMapping) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const rows = [];
  const read = csvRows(pieces(bytes), formatOf(mapping, table));
  for await (const row of canonicalRows(read, table, mapping)) rows.push(row);
  return rows;
}

/** In odd pieces, so that letters and line ends are split. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.slice(at, at + 7));
}

function mapped(mapping: object): Mapping {
  const read = readMapping(JSON.stringify(mapping));
  if ('problems' in read) throw new Error(read.problems.join());
  return read;
}

describe('the rows of a file', () => {
  it('are ours where the headers are ours, in any order and case', async () => {
    const rows = await rowsOf('Name, NUMBER\r\n"Ann, Jr.",104\r\n\r\n,,\n', 'members');
    expect(rows).toEqual([
      { line: 1, fields: ['number', 'name', 'language', 'phone', 'email', 'address'] },
      { line: 2, fields: ['104', 'Ann, Jr.', '', '', '', ''] },
    ]);
  });

  it('come from a core’s own columns, dates and signs', async () => {
    const mapping = mapped({
      separator: 'semicolon',
      encoding: 'latin-1',
      dates: 'DD.MM.YYYY',
      decimal: ',',
      transactions: {
        columns: {
          external_id: ['TAG', 'NR'],
          member_number: 'KTO',
          suffix: { value: '7' },
          effective_on: 'TAG',
          amount: { columns: 'BETRAG', sign: 'SH', out: ['S'], in: ['H'] },
          kind: { columns: 'ART', values: { gut: 'deposit' } },
          description: 'TEXT',
          balance: 'SALDO',
        },
      },
    });
    const text =
      'NR;TAG;KTO;BETRAG;SH;ART;TEXT;SALDO\n1;02.11.2026;104;1.234,50;S;;M\u00FCller;-1.234,50\n2;02.11.2026;104;4,00;H;GUT;;\n';
    const rows = await rowsOf(Buffer.from(text, 'latin1'), 'transactions', mapping);
    expect(rows.slice(1).map(({ fields }) => fields?.slice(0, 9))).toEqual([
      [
        '02.11.2026-1',
        '104',
        '7',
        '2026-11-02',
        '-1234.50',
        'withdrawal',
        '',
        'Müller',
        '-1234.50',
      ],
      ['02.11.2026-2', '104', '7', '2026-11-02', '4.00', 'deposit', '', '', ''],
    ]);
  });

  it('take a sign from its own column, and no word that nobody named', async () => {
    const amount = { columns: 'AMT', sign: 'DC', out: ['D'] };
    const text =
      'external_id,member_number,suffix,effective_on,AMT,DC\na,1,7,2026-11-02,5.00,D\nb,1,7,2026-11-02,6.00,CR\nc,1,7,2026-11-02,7.00,DB\nd,1,7,2026-11-02,8.00,H\n';
    const read = async (source: object) => {
      const mapping = mapped({ transactions: { columns: { amount: source } } });
      const rows = await rowsOf(text, 'transactions', mapping);
      return rows.slice(1).map(({ fields, problem }) => problem ?? fields?.[4]);
    };
    expect(await read(amount)).toEqual([
      '-5.00',
      '6.00',
      expect.stringContaining('"DB" in column DC is no sign'),
      expect.stringContaining('"H" in column DC is no sign'),
    ]);
    expect(await read({ ...amount, in: ['H'] })).toEqual([
      '-5.00',
      expect.stringContaining('"CR" in column DC'),
      expect.stringContaining('"DB" in column DC'),
      '8.00',
    ]);
  });

  it('take an amount from two columns', async () => {
    const mapping = mapped({
      transactions: { columns: { amount: { in: 'CR', out: 'DR' } } },
    });
    const rows = await rowsOf(
      'external_id,member_number,suffix,effective_on,CR,DR,check_number\na,1,7,2026-11-02,,5.00,12\nb,1,7,2026-11-02,6.00,0.00,\nc,1,7,2026-11-02,6.00,1.00,\nd,1,7,2026-11-02,,-5.00,\n',
      'transactions',
      mapping,
    );
    expect(rows.slice(1).map(({ fields, problem }) => problem ?? fields?.slice(4, 6))).toEqual([
      ['-5.00', 'check'],
      ['6.00', 'deposit'],
      expect.stringContaining('column CR, DR: both'),
      ['-5.00', 'withdrawal'],
    ]);
  });

  it.each([
    [
      'a day in another order',
      '13/31/2026',
      '1.00',
      /^column effective_on: "13\/31\/2026" is no day/,
    ],
    [
      'an amount with another mark',
      '2026-11-02',
      '1,5',
      /^column amount: "1,5" is no amount with \./,
    ],
    ['too few fields', '2026-11-02', undefined, /has 4 fields where the header has 5/],
  ])('name the column and what to do about %s', async (_name, day, amount, says) => {
    const text = `external_id,member_number,suffix,effective_on,amount\na,1,7,${day}${amount === undefined ? '' : `,"${amount}"`}\n`;
    const [, row] = await rowsOf(text, 'transactions');
    expect(row).toMatchObject({ line: 2, problem: expect.stringMatching(says) });
  });

  it.each([
    ['an empty file', '', /the file is empty/],
    [
      'a missing column',
      'number,nom\n1,Ann\n',
      /the header lacks name; it has number, nom. Name the file/,
    ],
    ['another separator', 'number;name\n1;Ann\n', /separated by ";": say "separator": ";"/],
    ['a column twice', 'number,name,NAME\n1,Ann,Ann\n', /names NAME twice/],
    ['an open quote', 'number,name\n1,"Ann\n2,Bob\n', /opening quote has no closing quote/],
    ['a stray quote', 'number,name\n1,A"nn\n', /quote inside an unquoted field/],
    ['text behind a quote', 'number,name\n1,"Ann"x\n', /text after a closing quote/],
    ['UTF-16', Buffer.from('number,name\n1,Ann\n', 'utf16le'), /seems to be UTF-16/],
  ])('are refused as a whole for %s', async (_name, text, says) => {
    await expect(rowsOf(text, 'members')).rejects.toThrow(says);
  });

  it('name the line of a quote, behind fields with line ends', async () => {
    const text = 'number,name\n1,"Ann\nLee"\n2,B"ob\n';
    await expect(rowsOf(text, 'members')).rejects.toMatchObject({ line: 4 });
    const rows = await rowsOf('number,name\n1,"Ann\nLee"\n2,Bob\n', 'members');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('keep quotes as they are where the mapping says so', async () => {
    const rows = await rowsOf('number,name\n1,5" Pipe\n', 'members', mapped({ quote: '' }));
    expect(rows[1]?.fields?.slice(0, 2)).toEqual(['1', '5" Pipe']);
  });
});
