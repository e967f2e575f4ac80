import type { BookkeepingRefusal, BookOrder } from '../../core/bookkeeping.ts';
import { amountIn } from '../../languages/wording.ts';
import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import type { Member } from '../../members/member.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { Share } from '../../shares/share.ts';
import { z } from 'zod';
import { recordInAuditLog } from '../audit-log.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { keyringOf } from '../staff/keyring-of.ts';
import { memberOf, numberField } from '../staff/of-member.ts';
import type { StaffRefusal } from '../refusals.ts';

/** The fields that name a share. */
export const shareFields = {
  number: numberField,
  suffix: z.string().trim().toUpperCase().min(1).max(10),
};

/** The form's own key: the same form sent twice posts once. */
export const keyField = z.uuid().describe('A new UUID for each form: the same one posts once.');

export const amountField = z.string().trim().min(1).max(20).describe('Such as `25.00`.');

/** A share of a member whose books we keep. */
export interface ShareInBooks {
  readonly member: Member;
  readonly share: Share;
}

/** Finds a member's share. */
export async function shareOfMember(
  q: Queries,
  request: StaffContext,
  { number, suffix }: { readonly number: string; readonly suffix: string },
): Promise<ShareInBooks | Refused> {
  const member = await memberOf(q, request, number);
  if (isRefused(member)) return member;
  const shares = (await loadShares(q, request.institution.id, [member.id])).get(member.id) ?? [];
  const share = shares.find((one) => one.suffix === suffix);
  const suffixes = shares.map((one) => one.suffix).join(', ');
  return share
    ? { member, share }
    : refuse('share_unknown', { field: 'suffix', facts: { number, suffix, suffixes } });
}

/** What every act on the books may refuse. */
export const bookRefusals = [
  'member_unknown',
  'share_unknown',
  'books_elsewhere',
  'amount_invalid',
  'funds_short',
  'account_closed',
  'loan_not_here',
  'key_used',
  'hold_unknown',
  'hold_ended',
  'entry_unknown',
  'entry_reversed',
  'entry_corrected',
  'entry_not_correctable',
  'entry_is_reversal',
  'entry_of_dispute',
  'keys_missing',
] as const satisfies readonly StaffRefusal[];

const refusalOf: Readonly<Record<BookkeepingRefusal, StaffRefusal>> = {
  key_reused: 'key_used',
  account_not_found: 'entry_unknown',
  account_closed: 'account_closed',
  currency_mismatch: 'entry_not_correctable',
  amount_not_positive: 'amount_invalid',
  same_account: 'entry_not_correctable',
  limit_exceeded: 'amount_invalid',
  insufficient_funds: 'funds_short',
  transaction_not_found: 'entry_unknown',
  hold_not_found: 'hold_unknown',
  hold_ended: 'hold_ended',
  already_reversed: 'entry_reversed',
  already_corrected: 'entry_corrected',
  not_correctable: 'entry_not_correctable',
};

/** Reads an amount above zero in a share's currency. */
export function readAmount(text: string, { currency }: Share): Amount | Refused {
  const amount = parseDecimal(text, currencyOf(currency)?.digits);
  return amount === undefined || amount <= 0n
    ? refuse('amount_invalid', { field: 'amount' })
    : amount;
}

/** An amount as both persons of an approval read it. */
export function amountShown(amount: Amount, { currency }: Pick<Share, 'currency'>): string {
  return amountIn('en', amount, present(currencyOf(currency), 'a share has a currency'));
}

/** Our own books, or the refusal that says where the books are. */
export function ownBooks(request: StaffContext) {
  return (
    request.core.bookkeeping ??
    refuse('books_elsewhere', { facts: { core: request.institution.settings.core ?? '' } })
  );
}

/** Carries out one order on the books, with its entry in the audit log. */
export async function keepBooks(
  request: StaffContext,
  given: ShareInBooks & {
    readonly tx: Queries;
    readonly order: BookOrder;
    readonly what: string;
    readonly detail: object;
  },
): Promise<
  | {
      readonly already: boolean;
      readonly transactionId: string;
      readonly holdId?: string | undefined;
    }
  | Refused
> {
  const { tx, member, share, order, what, detail } = given;
  const books = ownBooks(request);
  if (isRefused(books)) return books;
  const { institution, world } = request;
  const outcome = await books.carryOut(tx, {
    institutionId: institution.id,
    world,
    keyring: keyringOf(request),
    on: world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate(),
    order,
  });
  if (outcome.outcome === 'refused')
    return refuse(refusalOf[outcome.reason], { facts: { suffix: share.suffix } });
  if (!outcome.already)
    await recordInAuditLog(tx, request, {
      what,
      subject: member.number,
      detail: { suffix: share.suffix, ...detail, transaction: outcome.transactionId },
    });
  return {
    already: outcome.already,
    transactionId: outcome.transactionId,
    holdId: outcome.holdId,
  };
}
