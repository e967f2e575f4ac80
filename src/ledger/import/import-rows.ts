import { amountMax, currencyOf, type Amount } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import { shareKinds, type ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import { isMemberNumber, isSuffix, isUsualYear, parseDay, shown, usualYears } from './fields.ts';
import { readShareDetails, type ShareDetails } from './share-details.ts';

/** The header of the accounts file, in any order. `nickname` and `overdraft_limit` may be empty. */
export const accountColumnNames = [
  'member_number',
  'suffix',
  'kind',
  'currency',
  'nickname',
  'overdraft_limit',
  'joint_owners',
  'loan_rate',
  'loan_payment',
  'loan_due_day',
  'loan_due_on',
  'loan_original',
  'closed_on',
  'balance',
] as const;

/** Those that the accounts file may lack. */
export const optionalAccountColumns: readonly (typeof accountColumnNames)[number][] =
  accountColumnNames.slice(6);

/** The header of the transactions file, in any order. The last five may be empty. */
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
  'end_to_end_id',
  'currency',
] as const;

/** Those that the transactions file may lack. */
export const optionalTransactionColumns: readonly (typeof transactionColumnNames)[number][] = [
  'end_to_end_id',
  'currency',
];

type Fields<Names extends readonly string[]> = Readonly<Record<Names[number], string>>;

export interface AccountLine {
  readonly line: number;
  readonly memberNumber: string;
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly currency: string;
  readonly nickname: string | undefined;
  readonly overdraftLimit: Amount;
  readonly details: ShareDetails;
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
  /** The id that one of our own postings had when it was sent to the other core. */
  readonly endToEndId: string | undefined;
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

/** @param saysJoint whether the file has a column for other owners: then an empty one says that there are none */
export function readAccount(
  fields: Fields<typeof accountColumnNames>,
  line: number,
  saysJoint = false,
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
  const details = readShareDetails(fields, { kind, digits: currency.digits, saysJoint });
  if (typeof details === 'string') return details;
  return {
    line,
    memberNumber,
    suffix,
    kind,
    currency: currency.code,
    nickname: fields.nickname.trim() || undefined,
    overdraftLimit,
    details: { ...details, limit: limit === '' ? undefined : overdraftLimit },
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
  if (!isUsualYear(effectiveOn))
    return `effective_on "${shown(fields.effective_on)}" is not between ${usualYears.join(' and ')}`;
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
  if (fields.end_to_end_id.length > 100) return 'end_to_end_id is longer than 100 characters';
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
    endToEndId: fields.end_to_end_id.trim() || undefined,
  };
}
