import { z } from 'zod';
import { caseOutcomes } from '../../kernel/vocabulary/staff-work.ts';
import type { Queries } from '../../database/database.ts';
import { moneyText } from '../../languages/figures.ts';
import { creditsOfCase } from '../../staff/case-credits.ts';
import type { Case } from '../../staff/case-rows.ts';
import { noteCase, type CaseChanges } from '../../staff/case-work.ts';
import { actorOf } from '../audit-log.ts';
import {
  amountField,
  amountShown,
  readAmount,
  type ShareInBooks,
} from '../books/share-for-books.ts';
import { operation } from '../operation.ts';
import { awake } from './awake.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { sharesOfMember } from './shares-of-member.ts';
import { referenceField } from '../staff/task-schema.ts';
import { accountOf, disputeRefusals, postCredit, suffixField } from './credit.ts';
import { legalEnd } from './legal-end.ts';
import { openDispute, todayOf } from './open-dispute.ts';
import { writeLetter } from './write-letter.ts';

const input = z.strictObject({
  reference: referenceField,
  outcome: z.enum(caseOutcomes),
  findings: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .describe('What you found, in the member’s language: the letter says it.'),
  suffix: suffixField.optional(),
  amount: amountField
    .optional()
    .describe('For an error: what the member is due in all. Absent: the provisional credit.'),
});

/**
 * Decides a dispute. For an error it makes the credit final, or posts what is missing; the letter of
 * the result goes out in the same moment. Takes two persons.
 */
export const decideDispute = operation({
  id: 'decideDispute',
  summary: 'Decides a dispute, corrects the error and writes the letter',
  access: 'staff',
  permission: 'decide_case',
  input,
  output: z.object({ reference: z.string() }),
  refusals: disputeRefusals,
  difference: async (request, given) => {
    const plan = await planOf(request.db, request, given);
    if (isRefused(plan)) return plan;
    const { one, missing } = plan;
    return {
      subject: given.reference,
      dueAt: legalEnd(request, one),
      lines: [
        { what: 'Member', after: one.memberNumber },
        { what: 'Outcome', after: given.outcome },
        { what: 'Findings', after: given.findings },
        ...(plan.stands > 0n && plan.share
          ? [{ what: 'Provisional credit', before: amountShown(plan.stands, plan.share) }]
          : []),
        ...(missing > 0n && plan.share
          ? [{ what: `Credit to ${plan.share.suffix}`, after: amountShown(missing, plan.share) }]
          : []),
      ],
    };
  },
  run: async (request, given) =>
    request.db
      .transaction(async (tx) => {
        const plan = await planOf(tx, request, given, true);
        if (isRefused(plan)) return plan;
        const { one, share, member, missing } = plan;
        if (missing > 0n && share && member) {
          const credit = { share, member, one, amount: missing, kind: 'correction' } as const;
          const posted = await postCredit(tx, request, credit);
          if (isRefused(posted)) return posted;
        }
        const today = todayOf(request);
        const told: CaseChanges = { resultToldOn: today };
        if (given.outcome === 'error' && share) {
          const { currency } = share;
          await writeLetter(tx, request, one, {
            kind: 'corrected',
            findings: given.findings,
            amount: (language) => moneyText(plan.stands + missing, currency, language),
            account: share.suffix,
          });
        }
        if (given.outcome === 'no_error')
          await writeLetter(tx, request, one, { kind: 'no_error', findings: given.findings });
        await noteCase(tx, request.world, {
          institution: request.institution,
          reference: one.reference,
          actor: actorOf(request),
          changes: {
            decidedOn: today,
            outcome: given.outcome,
            ...(given.outcome === 'withdrawn' ? {} : told),
            ...(given.outcome === 'error' ? { correctedOn: today } : {}),
          },
          note: given.findings,
        });
        return { reference: one.reference };
      })
      .then(awake(request)),
});

interface Plan extends Partial<ShareInBooks> {
  readonly one: Case;
  /** What the member has by the provisional credit. */
  readonly stands: bigint;
  /** What is still to post for an error. */
  readonly missing: bigint;
}

async function planOf(
  q: Queries,
  request: StaffContext,
  given: z.output<typeof input>,
  lock = false,
): Promise<Plan | Refused> {
  const one = await openDispute(q, request, { reference: given.reference, lock });
  if (isRefused(one)) return one;
  const facts = { reference: one.reference };
  if (one.decidedOn) return refuse('case_decided', { facts });
  const credit = (await creditsOfCase(q, request.institution.id, one.reference)).find(
    ({ kind }) => kind === 'provisional',
  );
  const stands = credit?.amount ?? 0n;
  if (given.outcome !== 'error') return { one, stands, missing: 0n };
  const credited = credit
    ? (await sharesOfMember(q, request, one)).find((share) => share.accountId === credit.accountId)
    : undefined;
  const suffix = given.suffix ?? credited?.suffix;
  if (suffix === undefined) return refuse('case_amount_missing', { field: 'suffix', facts });
  const found = await accountOf(q, request, { one, suffix });
  if (isRefused(found)) return found;
  if (given.amount === undefined)
    return credit
      ? { ...found, one, stands, missing: 0n }
      : refuse('case_amount_missing', { field: 'amount', facts });
  const due = readAmount(given.amount, found.share);
  if (typeof due === 'object') return due;
  // Less than the credit would take money back without the notice that the rule asks for.
  if (due < stands) return refuse('case_credit_stands', { field: 'amount', facts });
  return { ...found, one, stands, missing: due - stands };
}
