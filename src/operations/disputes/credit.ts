import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { moneyText } from '../../languages/figures.ts';
import { present } from '../../kernel/assert.ts';
import { postedText } from '../../kernel/posted-text.ts';
import type { CaseCreditKind } from '../../kernel/vocabulary/dispute.ts';
import type { Share } from '../../shares/share.ts';
import { insertCaseCredit } from '../../staff/case-credits.ts';
import type { Case } from '../../staff/case-rows.ts';
import { noteCase } from '../../staff/case-work.ts';
import { actorOf } from '../audit-log.ts';
import {
  amountField,
  amountShown,
  bookRefusals,
  keepBooks,
  readAmount,
  shareOfMember,
  type ShareInBooks,
} from '../books/share-for-books.ts';
import { operation } from '../operation.ts';
import { awake } from './awake.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { referenceField } from '../staff/task-schema.ts';
import { legalEnd } from './legal-end.ts';
import { openDispute, todayOf } from './open-dispute.ts';
import { writeLetter } from './write-letter.ts';

export const suffixField = z
  .string()
  .trim()
  .toUpperCase()
  .min(1)
  .max(10)
  .describe('The member’s account that gets it.');

export const disputeRefusals = [
  ...bookRefusals,
  'case_unknown',
  'case_closed',
  'case_credited',
  'case_decided',
  'case_undecided',
  'case_uncredited',
  'case_amount_missing',
  'case_credit_stands',
  'work_invalid',
] as const;

/**
 * Credits the amount in dispute provisionally (12 CFR 1005.11(c)(2)): a real transaction from the
 * institution's account of disputes, and the letter of it. Happens once for a dispute. Takes two
 * persons.
 */
export const giveProvisionalCredit = operation({
  id: 'giveProvisionalCredit',
  summary: 'Credits the amount in dispute provisionally',
  access: 'staff',
  permission: 'decide_case',
  input: z.strictObject({ reference: referenceField, suffix: suffixField, amount: amountField }),
  output: z.object({ reference: z.string() }),
  refusals: disputeRefusals,
  difference: async (request, input) => {
    const given = await creditable(request.db, request, input);
    if (isRefused(given)) return given;
    return {
      subject: input.reference,
      dueAt: legalEnd(request, given.one),
      lines: [
        { what: 'Member', after: given.one.memberNumber },
        {
          what: `Provisional credit to ${given.share.suffix}`,
          after: amountShown(given.amount, given.share),
        },
      ],
    };
  },
  run: async (request, input) =>
    request.db
      .transaction(async (tx) => {
        const given = await creditable(tx, request, input, true);
        if (isRefused(given)) return given;
        const { one } = given;
        const posted = await postCredit(tx, request, { ...given, kind: 'provisional' });
        if (isRefused(posted)) return posted;
        const today = todayOf(request);
        await writeLetter(tx, request, one, {
          kind: 'credited',
          amount: (language) => moneyText(given.amount, given.share.currency, language),
          account: given.share.suffix,
        });
        await noteCase(tx, request.world, {
          institution: request.institution,
          reference: one.reference,
          actor: actorOf(request),
          changes: { creditedOn: today, creditToldOn: today },
        });
        return { reference: one.reference };
      })
      .then(awake(request)),
});

interface Creditable extends ShareInBooks {
  readonly one: Case;
  readonly amount: bigint;
}

async function creditable(
  q: Queries,
  request: StaffContext,
  input: { readonly reference: string; readonly suffix: string; readonly amount: string },
  lock = false,
): Promise<Creditable | Refused> {
  const one = await openDispute(q, request, { reference: input.reference, lock });
  if (isRefused(one)) return one;
  if (one.decidedOn) return refuse('case_decided', { facts: { reference: one.reference } });
  if (one.creditedOn) return refuse('case_credited', { facts: { reference: one.reference } });
  const found = await accountOf(q, request, { one, suffix: input.suffix });
  if (isRefused(found)) return found;
  const amount = readAmount(input.amount, found.share);
  return typeof amount === 'object' ? amount : { ...found, one, amount };
}

/** The member's account that gets a credit. A loan's books read the other way round, so it gets none. */
export async function accountOf(
  q: Queries,
  request: StaffContext,
  { one, suffix }: { readonly one: Case; readonly suffix: string },
): Promise<ShareInBooks | Refused> {
  const found = await shareOfMember(q, request, { number: one.memberNumber, suffix });
  if (isRefused(found)) return found;
  return found.share.kind === 'loan' ? refuse('loan_not_here') : found;
}

/** Posts money for a dispute from the institution's account of disputes, and stores it with the case. */
export async function postCredit(
  tx: Queries,
  request: StaffContext,
  given: ShareInBooks & {
    readonly one: Case;
    readonly amount: bigint;
    readonly kind: Exclude<CaseCreditKind, 'taken_back'>;
  },
): Promise<undefined | Refused> {
  const { one, amount, kind, share, member } = given;
  const { reference } = one;
  const done = await keepBooks(request, {
    member,
    share,
    tx,
    what: `case_credit_${kind}`,
    detail: { reference, amount: amount.toString() },
    order: {
      order: 'credit',
      key: `case:${reference}:${kind}`,
      accountId: share.accountId,
      amount,
      currency: share.currency,
      description: postedText({ posted: 'credit', of: reference }),
    },
  });
  if (isRefused(done)) return done;
  await store(tx, request, { reference, share, amount, kind, transactionId: done.transactionId });
  return undefined;
}

/** Stores what a dispute moved. */
export async function store(
  tx: Queries,
  { institution, world }: StaffContext,
  given: {
    readonly reference: string;
    readonly share: Pick<Share, 'accountId' | 'currency'>;
    readonly amount: bigint;
    readonly kind: CaseCreditKind;
    readonly transactionId: string | undefined;
  },
): Promise<void> {
  const { reference, share, amount, kind, transactionId } = given;
  await insertCaseCredit(tx, institution.id, reference, {
    kind,
    accountId: share.accountId,
    transactionId: present(transactionId, 'what was posted has its transaction'),
    amount,
    currency: share.currency,
    postedAt: world.clock.now(),
  });
}
