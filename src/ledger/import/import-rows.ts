import { amountMax, currencyOf, type Amount } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import { shareKinds, type ShareKind } from '../../kernel/vocabulary/share-kind.ts';

/** The header of the accounts file, in any order. `nickname` and `overdraft_limit` may be empty. */
export const accountColumnNames = [
  'member_number',
  'suffix',
  'kind',
  'currency',
  'nickname',
  'overdraft_limit',
] as const;

/** The header of the transactions file, in any order. The last three may be empty. */
export const transactionColumnNames = [
  'external_id',
  'member_number',
  'suffix',
  'effective_on',
  'amount',
  'kind',
  'check_number',
  'description',
  'balance',
] as const;

type Fields<Names extends readonly string[]> = Readonly<Record<Names[number], string>>;

export interface AccountLine {
  readonly line: number;
  readonly memberNumber: string;
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly currency: string;
  readonly nickname: string | undefined;
  readonly overdraftLimit: Amount;
}

export interface TransactionLine {
  readonly line: number;
  readonly externalId: string;
  /** `member/suffix`. */
  readonly share: string;
  readonly effectiveOn: Temporal.PlainDate;
  /** From the holder's view: a higher balance is positive. */
  readonly amount: Amount;
  /** Decimals of the account's currency. */
  readonly digits: number;
  readonly kind: string;
  readonly checkNumber: string | undefined;
  readonly description: string;
  /** The balance that the old system showed after this row. */
  readonly balance: Amount | undefined;
}

/** Returns an account's name for reports: `member/suffix`. */
export function shareOf(row: { readonly memberNumber: string; readonly suffix: string }): string {
  return `${row.memberNumber}/${row.suffix}`;
}

/** The same from unchecked fields. */
export function shareOfFields(fields: { member_number: string; suffix: string }): string {
  return shareOf({
    memberNumber: fields.member_number.trim(),
    suffix: fields.suffix.trim().toUpperCase(),
  });
}

/** The row, or the reason why it is invalid. */
export type Read<Row> = Row | string;

export function readAccount(
  fields: Fields<typeof accountColumnNames>,
  line: number,
): Read<AccountLine> {
  const memberNumber = fields.member_number.trim();
  if (!isMemberNumber(memberNumber)) return `member_number "${shown(memberNumber)}" is not valid`;
  const suffix = fields.suffix.trim().toUpperCase();
  if (!isSuffix(suffix)) return `suffix "${shown(suffix)}" is not valid`;
  const kind = shareKinds.find((one) => one === fields.kind.trim().toLowerCase());
  if (!kind) {
    return `kind "${shown(fields.kind)}" is none of ${shareKinds.join(', ')}`;
  }
  const currency = currencyOf(fields.currency.trim().toUpperCase());
  if (!currency) return `currency "${shown(fields.currency)}" is unknown`;
  const limit = fields.overdraft_limit.trim();
  const overdraftLimit = limit === '' ? 0n : parseDecimal(limit, currency.digits);
  if (overdraftLimit === undefined || overdraftLimit < 0n || overdraftLimit > amountMax) {
    return `overdraft_limit "${shown(limit)}" is not an amount`;
  }
  return {
    line,
    memberNumber,
    suffix,
    kind,
    currency: currency.code,
    nickname: fields.nickname.trim() || undefined,
    overdraftLimit,
  };
}

/** @param digitsOf the decimals of a share's currency; `undefined` if there is no such share */
export function readTransaction(
  fields: Fields<typeof transactionColumnNames>,
  line: number,
  digitsOf: (share: string) => number | undefined,
): Read<TransactionLine> {
  const externalId = fields.external_id.trim();
  if (externalId === '' || externalId.length > 100) return 'external_id is missing or too long';
  const share = shareOfFields(fields);
  const digits = digitsOf(share);
  if (digits === undefined) return `there is no account ${shown(share)}`;
  const effectiveOn = parseDay(fields.effective_on.trim());
  if (!effectiveOn) return `effective_on "${shown(fields.effective_on)}" is not a day (2026-11-23)`;
  if (effectiveOn.year < firstYear || effectiveOn.year > lastYear) {
    return `effective_on "${shown(fields.effective_on)}" is not between ${firstYear} and ${lastYear}`;
  }
  const amount = parseDecimal(fields.amount, digits);
  if (amount === undefined) return `amount "${shown(fields.amount)}" is not an amount`;
  if (amount === 0n) return 'amount is zero';
  const kind = fields.kind.trim().toLowerCase();
  if (!/^[a-z][a-z0-9_ -]{0,29}$/.test(kind)) return `kind "${shown(fields.kind)}" is not a word`;
  const checkNumber = fields.check_number.trim();
  if (!/^[0-9A-Za-z-]{0,20}$/.test(checkNumber)) {
    return `check_number "${shown(checkNumber)}" is not valid`;
  }
  const balance = fields.balance.trim();
  const shownBalance = balance === '' ? undefined : parseDecimal(balance, digits);
  if (balance !== '' && shownBalance === undefined) {
    return `balance "${shown(balance)}" is not an amount`;
  }
  const description = fields.description.trim();
  if (description.length > 500) return 'description is longer than 500 characters';
  return {
    line,
    externalId,
    share,
    effectiveOn,
    amount,
    digits,
    kind,
    checkNumber: checkNumber || undefined,
    description,
    balance: shownBalance,
  };
}

/** No account is older and no transaction is later: such a year is a typing error. */
const [firstYear, lastYear] = [1800, 2199];

function isMemberNumber(text: string): boolean {
  return /^[0-9A-Za-z-]{1,30}$/.test(text);
}

/** The form of members' suffixes: one or two digits, or a letter with one to three digits. */
function isSuffix(text: string): boolean {
  return /^(?:\d{1,2}|[A-Z]\d{1,3})$/.test(text);
}

function parseDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** Shortens a value for a report, and hides most of a long number. */
function shown(text: string): string {
  return text.slice(0, 40).replace(/\d{6,}/g, (digits) => `…${digits.slice(-2)}`);
}
