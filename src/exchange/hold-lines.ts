import { isUsualYear, parseDay, shown } from '../ledger/import/fields.ts';
import { shareOfFields } from '../ledger/import/import-rows.ts';
import { type Finding, readTable, type TableRecord } from '../ledger/import/read-table.ts';
import { amountMax, currencyOf, type Amount } from '../money/amount.ts';
import { parseDecimal } from '../money/parse-decimal.ts';

/** A hold of the file. */
export interface HoldLine {
  readonly line: number;
  readonly externalId: string;
  readonly share: string;
  readonly amount: Amount;
  readonly description: string;
  /** The last day on which it holds. */
  readonly expiresOn: Temporal.PlainDate | undefined;
}

const names = [
  'external_id',
  'member_number',
  'suffix',
  'amount',
  'description',
  'expires_on',
] as const;

/** Reads a file of holds. @param currencyOfShare the currency of an account; `undefined`: there is none */
export async function readHolds(
  records: AsyncIterable<TableRecord>,
  currencyOfShare: (share: string) => string | undefined,
): Promise<{ holds: HoldLine[]; errors: Finding[] }> {
  const { rows, errors } = await readTable(records, {
    file: 'holds',
    names,
    optional: ['description', 'expires_on'],
    shareOf: shareOfFields,
    read: (fields, line): HoldLine | string => {
      const externalId = fields.external_id.trim();
      if (externalId === '' || externalId.length > 100)
        return 'external_id is missing or longer than 100 characters';
      const share = shareOfFields(fields);
      const currency = currencyOfShare(share);
      if (currency === undefined) return `there is no account ${shown(share)}`;
      const amount = parseDecimal(fields.amount, currencyOf(currency)?.digits);
      if (amount === undefined || amount <= 0n || amount > amountMax)
        return `amount "${shown(fields.amount)}" is not an amount above zero`;
      const expires = fields.expires_on.trim();
      const expiresOn = expires === '' ? undefined : parseDay(expires);
      if (expires !== '' && (!expiresOn || !isUsualYear(expiresOn)))
        return `expires_on "${shown(expires)}" is not a day (2026-11-23)`;
      const description = fields.description.trim();
      if (description.length > 500) return 'description is longer than 500 characters';
      return { line, externalId, share, amount, description, expiresOn };
    },
  });
  const first = new Map<string, HoldLine>();
  const repeats: Finding[] = [];
  for (const hold of rows) {
    const same = first.get(hold.externalId);
    if (!same) first.set(hold.externalId, hold);
    else {
      const reason = `external_id "${shown(hold.externalId)}" is already in line ${same.line}`;
      repeats.push({ file: 'holds', line: hold.line, share: hold.share, reason });
    }
  }
  return { holds: [...first.values()], errors: [...errors, ...repeats] };
}
