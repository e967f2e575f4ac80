import { Readable } from 'node:stream';
import fc from 'fast-check';
import { parseSync } from 'ofx-js';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../ledger/import/read-csv.ts';
import { decimal } from '../../money/format.ts';
import type { CoreEntry } from '../../core/core.ts';
import { statementCsv } from './csv.ts';
import { ofxAccountId, statementOfx } from './ofx.ts';
import { statementMonths, totalsOf, type Statement } from './statement.ts';

const now = Temporal.Instant.from('2026-11-23T16:42:05.123Z');
const month = Temporal.PlainYearMonth.from('2026-10');

function statementOf(
  entries: readonly CoreEntry[],
  kind: Statement['share']['kind'] = 'checking',
): Statement {
  const opening = 10_000n;
  return {
    share: { id: '01a20949-2bc0-7013-ad1c-47ac9acfa4e8', institutionId: 7, kind, currency: 'USD' },
    month,
    from: month.toPlainDate({ day: 1 }),
    to: month.toPlainDate({ day: 31 }),
    opening,
    closing: entries.at(-1)?.balanceAfter ?? opening,
    entries,
    totals: totalsOf(entries),
  };
}

const context = { institutionName: 'Vantage & Söhne <CU>', language: 'eng', now } as const;

interface Wanted {
  readonly amount: bigint;
  readonly kind: string;
  readonly description: string;
  readonly check: string | undefined;
  readonly day: number;
}

function entriesOf(wanted: readonly Wanted[]): CoreEntry[] {
  let balance = 10_000n;
  return wanted.map(({ amount, kind, description, check, day }, index) => {
    balance += amount;
    return {
      accountId: 'account',
      sequence: BigInt(index + 1),
      amount,
      balanceAfter: balance,
      effectiveOn: month.toPlainDate({ day }),
      postedAt: now,
      kind,
      description,
      ...(check === undefined ? {} : { checkNumber: check }),
    };
  });
}

const pieces = fc.constantFrom(
  '&',
  '<',
  '>',
  '"',
  "'",
  ',',
  '\n',
  '\r\n',
  ' ',
  '&lt;',
  '&#39;',
  ']]>',
  '<OFX>',
  '</NAME>',
  'é',
  'ñ',
  'Œ',
  '🏦',
  '👩‍👧',
  '=1+1',
  '+',
  '-',
  '@SUM',
  '\t',
  '\u0000',
  '\u0007',
  '\uFFFE',
  '\uD800',
  'SQ *COFFEE',
  'TRANSFER TO SAVINGS 0',
);
const wanted: fc.Arbitrary<Wanted> = fc.record({
  amount: fc
    .bigInt({ min: -999_999_999_999n, max: 999_999_999_999n })
    .filter((amount) => amount !== 0n),
  kind: fc.constantFrom('deposit', 'check', 'transfer', 'card', 'dividend', 'fee', 'withdrawal'),
  description: fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  check: fc.option(fc.stringMatching(/^\d{1,12}$/), { nil: undefined }),
  day: fc.integer({ min: 1, max: 31 }),
});

const list = (found: unknown): Record<string, string>[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parser gives one or many, as text
  (found === undefined ? [] : Array.isArray(found) ? found : [found]) as Record<string, string>[];

// oxlint-disable-next-line no-control-regex -- the test needs these characters
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** The part of a text that XML can contain, with single spaces, cut to a length. */
const shown = (text: string, length: number) =>
  Array.from(text.trim().replaceAll(/\s+/g, ' '))
    .slice(0, length)
    .join('')
    .trim()
    .toWellFormed()
    .replaceAll(unstorable, '');

describe('a statement as OFX', () => {
  it('is read back by an independent parser, with any descriptions', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 25 }), (rows) => {
        const statement = statementOf(entriesOf(rows));
        const read = parseSync(statementOfx(statement, context)).OFX;
        const answer = read['BANKMSGSRSV1']['STMTTRNRS']['STMTRS'];
        const transactions = list(answer['BANKTRANLIST']['STMTTRN']);
        expect(transactions).toHaveLength(rows.length);
        for (const [index, entry] of statement.entries.entries()) {
          const parsed = transactions[index] ?? {};
          expect(parsed['TRNAMT']).toBe(decimal(entry.amount));
          expect(parsed['DTPOSTED']?.slice(0, 8)).toBe(
            entry.effectiveOn.toString().replaceAll('-', ''),
          );
          expect(parsed['CHECKNUM']).toBe(entry.checkNumber);
          expect(Array.from(parsed['NAME'] ?? '').length).toBeLessThanOrEqual(32);
          const name = shown(entry.description, 32);
          expect(parsed['NAME']?.trim()).toBe(
            shown(entry.description, 255) === '' && name === '' && parsed['NAME'] === entry.kind
              ? entry.kind
              : name.trim(),
          );
          if (parsed['MEMO'] !== undefined)
            expect(parsed['MEMO'].trim()).toBe(shown(entry.description, 255).trim());
        }
        expect(new Set(transactions.map((one) => one['FITID'])).size).toBe(rows.length);
        expect(answer['LEDGERBAL']['BALAMT']).toBe(decimal(statement.closing));
        expect(read['SIGNONMSGSRSV1']['SONRS']['FI']['ORG']).toBe(context.institutionName);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('starts as OFX 2.2 requires, and uses an account id found nowhere else', () => {
    const text = statementOfx(statementOf([]), context);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
      '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>',
      '<OFX>',
    ]);
    expect(text).toContain('<ACCTTYPE>CHECKING</ACCTTYPE>');
    const { share } = statementOf([]);
    expect(ofxAccountId(share)).toMatch(/^[0-9A-F]{20}$/);
    expect(ofxAccountId(share)).toBe(ofxAccountId({ ...share }));
    expect(ofxAccountId({ ...share, institutionId: 8 })).not.toBe(ofxAccountId(share));
    expect(text).not.toContain(share.id);
  });

  it('gives days that are the same in every time zone', () => {
    const rows = [1, 31].map((day) => ({
      amount: 1n,
      kind: 'deposit',
      description: 'ROW',
      check: undefined,
      day,
    }));
    const answer = parseSync(statementOfx(statementOf(entriesOf(rows)), context)).OFX[
      'BANKMSGSRSV1'
    ]['STMTTRNRS']['STMTRS'];
    const days = list(answer['BANKTRANLIST']['STMTTRN']).map((one) => one['DTPOSTED'] ?? '');
    // -11 to +14.
    const zones = [
      'Pacific/Pago_Pago',
      'America/Chicago',
      'UTC',
      'Pacific/Auckland',
      'Pacific/Kiritimati',
    ];
    for (const zone of zones)
      expect(days.map((day) => dayIn(day, zone))).toEqual(['2026-10-01', '2026-10-31']);
    // The earlier format is another day from +12 on, so this check can fail.
    expect(dayIn('20261031120000[0:GMT]', 'Pacific/Auckland')).toBe('2026-11-01');
    expect([answer['BANKTRANLIST']['DTSTART'], answer['BANKTRANLIST']['DTEND']]).toEqual([
      '20261001',
      '20261031',
    ]);
  });

  it('reverses a loan’s signs, and gives the available balance only for today', () => {
    const rows = [
      { amount: -2_500n, kind: 'payment', description: 'PAYMENT', check: undefined, day: 3 },
    ];
    const loan = statementOfx(statementOf(entriesOf(rows), 'loan'), context);
    expect(loan).toContain('<ACCTTYPE>CREDITLINE</ACCTTYPE>');
    expect(loan).toContain('<TRNAMT>25.00</TRNAMT>');
    expect(loan).toContain('<BALAMT>-75.00</BALAMT>');
    expect(loan).not.toContain('AVAILBAL');
    const owed = statementOfx(statementOf(entriesOf(rows), 'loan'), {
      ...context,
      available: 7_500n,
    });
    expect(owed).not.toContain('AVAILBAL');
    const current = statementOfx(statementOf([]), { ...context, available: 9_000n });
    expect(current).toMatch(
      /<AVAILBAL>\s*<BALAMT>90\.00<\/BALAMT>\s*<DTASOF>20261123164205\[0:GMT\]/,
    );
  });
});

describe('a statement as CSV', () => {
  it('is read back unchanged, with any descriptions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wanted, { maxLength: 15 }), async (rows) => {
        const statement = statementOf(entriesOf(rows));
        const [columns = [], ...read] = await fieldsOf(
          statementCsv(statement, { for: 'programs' }),
        );
        expect(columns[1]).toBe('description');
        expect(read.map((fields) => fields[1])).toEqual(rows.map((row) => row.description));
        expect(read.map((fields) => fields[4])).toEqual(rows.map((row) => decimal(row.amount)));
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('lets no spreadsheet read a description as a formula', async () => {
    const descriptions = ['=HYPERLINK("x")', '+1', '-1', '@SUM', '\t=1', 'A=1'];
    const rows = descriptions.map((description) => ({
      amount: -125n,
      kind: 'card',
      description,
      check: undefined,
      day: 1,
    }));
    const statement = statementOf(entriesOf(rows));
    const text = statementCsv(statement, { for: 'spreadsheets' });
    expect(text.split('\r\n')[1]).toBe(`2026-10-01,"'=HYPERLINK(""x"")",card,,-1.25,98.75,1`);
    const read = (await fieldsOf(text)).slice(1).map((fields) => fields[1]);
    expect(read).toEqual(['\'=HYPERLINK("x")', "'+1", "'-1", "'@SUM", "'\t=1", 'A=1']);
    expect(statementCsv(statement, { for: 'programs' })).toContain('\n2026-10-01,-1,card');
  });
});

describe('a statement', () => {
  it('sums incoming and outgoing amounts, dividends and fees', () => {
    const rows = [
      { amount: 500n, kind: 'deposit' },
      { amount: 12n, kind: 'dividend' },
      { amount: -300n, kind: 'card' },
      { amount: -25n, kind: 'fee' },
    ].map((row) => ({ ...row, description: 'ROW', check: undefined, day: 2 }));
    expect(totalsOf(entriesOf(rows))).toEqual({ in: 512n, out: 325n, dividends: 12n, fees: 25n });
  });

  it('exists for each month since the account opened', () => {
    const months = statementMonths({
      openedOn: Temporal.PlainDate.from('2026-09-30'),
      today: Temporal.PlainDate.from('2026-11-01'),
    });
    expect(months.map(String)).toEqual(['2026-11', '2026-10', '2026-09']);
  });
});

/**
 * Returns the day of an OFX date for a reader in a time zone. A date without time is a day. One
 * with a time is an instant, in GMT if it has no zone.
 */
function dayIn(text: string, zone: string): string {
  const [, date = '', time, offset = '0'] =
    /^(\d{8})(?:(\d{6})(?:\.\d+)?(?:\[([-+.\d]+)(?::\w+)?\])?)?$/.exec(text) ?? [];
  const day = Temporal.PlainDate.from(date);
  if (time === undefined) return day.toString();
  return day
    .toZonedDateTime({
      timeZone: 'UTC',
      plainTime: Temporal.PlainTime.from(`${time.slice(0, 2)}:${time.slice(2, 4)}`),
    })
    .subtract({ minutes: Math.round(Number(offset) * 60) })
    .withTimeZone(zone)
    .toPlainDate()
    .toString();
}

/** Reads the rows of a CSV file as the import does. */
async function fieldsOf(text: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { fields } of readCsv(Readable.from([text]))) rows.push(fields ?? []);
  return rows;
}
