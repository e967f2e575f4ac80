import { amountMax, type Amount } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import { isMemberNumber, isSuffix, isUsualYear, parseDay, shown } from './fields.ts';

/** Another owner of a share, with the suffix by which they know it; absent: the next free one. */
export interface JointOwner {
  readonly memberNumber: string;
  readonly suffix?: string | undefined;
}

/** What a loan's contract says. Rate: thousandths of a percent a year. */
export interface ImportedTerms {
  readonly rate?: number;
  readonly payment?: Amount;
  readonly dueDay?: number;
  readonly dueOn?: Temporal.PlainDate;
  readonly original?: Amount;
}

/** What a file may say of an account besides its name and kind. Absent: the file doesn't say. */
export interface ShareDetails {
  readonly joint?: readonly JointOwner[] | undefined;
  readonly terms?: ImportedTerms | undefined;
  readonly closedOn?: Temporal.PlainDate | undefined;
  /** Absent where the file says nothing of it; a new account has none then. */
  readonly limit?: Amount | undefined;
  /** The balance that the file shows now. */
  readonly balance?: Amount | undefined;
}

type Names =
  | 'joint_owners'
  | 'loan_rate'
  | 'loan_payment'
  | 'loan_due_day'
  | 'loan_due_on'
  | 'loan_original'
  | 'closed_on'
  | 'balance';

/** Reads the further columns of an account. @returns them, or why one is invalid */
export function readShareDetails(
  fields: Readonly<Record<Names, string>>,
  {
    kind,
    digits,
    saysJoint,
  }: { readonly kind: ShareKind; readonly digits: number; readonly saysJoint: boolean },
): ShareDetails | string {
  const joint = readJoint(fields.joint_owners);
  if (typeof joint === 'string') return joint;
  const terms = readTerms(fields, digits);
  if (typeof terms === 'string') return terms;
  if (terms && kind !== 'loan') return `loan_rate and the other loan terms are for loans only`;
  const closed = fields.closed_on.trim();
  const closedOn = closed === '' ? undefined : parseDay(closed);
  if (closed !== '' && (!closedOn || !isUsualYear(closedOn)))
    return `closed_on "${shown(closed)}" is not a day (2026-11-23)`;
  const text = fields.balance.trim();
  const balance = text === '' ? undefined : parseDecimal(text, digits);
  if (text !== '' && balance === undefined) return `balance "${shown(text)}" is not an amount`;
  return { joint: saysJoint ? joint : undefined, terms, closedOn, balance };
}

/** `104306; 104307:3`: member numbers, each with a suffix of their own if the file gives one. */
function readJoint(text: string): readonly JointOwner[] | string {
  const parts = text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const owners: JointOwner[] = [];
  for (const part of parts) {
    const [memberNumber = '', given, ...rest] = part.split(/[:/]/).map((one) => one.trim());
    const suffix = given?.toUpperCase();
    if (!isMemberNumber(memberNumber) || rest.length > 0)
      return `joint_owners "${shown(part)}" is not a member number, such as 104306 or 104306:3`;
    if (suffix !== undefined && !isSuffix(suffix))
      return `joint_owners "${shown(part)}" has a suffix that is not valid: it is one or two digits, or a letter with digits`;
    if (owners.some((one) => one.memberNumber === memberNumber))
      return `joint_owners names member ${shown(memberNumber)} twice`;
    owners.push({ memberNumber, suffix });
  }
  return owners;
}

function readTerms(
  fields: Readonly<Record<Names, string>>,
  digits: number,
): ImportedTerms | undefined | string {
  const rate = numberIn(fields.loan_rate, 3);
  if (rate === null || (rate !== undefined && (rate < 0n || rate > 100_000n)))
    return `loan_rate "${shown(fields.loan_rate)}" is not a percentage from 0 to 100, such as 5.49`;
  const payment = numberIn(fields.loan_payment, digits);
  if (payment === null || (payment !== undefined && !isAmount(payment)))
    return `loan_payment "${shown(fields.loan_payment)}" is not an amount above zero`;
  const original = numberIn(fields.loan_original, digits);
  if (original === null || (original !== undefined && !isAmount(original)))
    return `loan_original "${shown(fields.loan_original)}" is not an amount above zero`;
  const day = fields.loan_due_day.trim();
  if (day !== '' && !/^(?:0?[1-9]|[12]\d|3[01])$/.test(day))
    return `loan_due_day "${shown(day)}" is not a day of the month, 1 to 31`;
  const due = fields.loan_due_on.trim();
  const dueOn = due === '' ? undefined : parseDay(due);
  if (due !== '' && (!dueOn || !isUsualYear(dueOn)))
    return `loan_due_on "${shown(due)}" is not a day (2026-11-23)`;
  const terms = {
    ...(rate === undefined ? {} : { rate: Number(rate) }),
    ...(payment === undefined ? {} : { payment }),
    ...(day === '' ? {} : { dueDay: Number(day) }),
    ...(dueOn ? { dueOn } : {}),
    ...(original === undefined ? {} : { original }),
  };
  return Object.keys(terms).length === 0 ? undefined : terms;
}

/** `undefined`: empty; `null`: no number. */
function numberIn(text: string, digits: number): bigint | undefined | null {
  return text.trim() === '' ? undefined : (parseDecimal(text, digits) ?? null);
}

function isAmount(amount: Amount): boolean {
  return amount > 0n && amount <= amountMax;
}
