import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { moneyText } from '../../languages/figures.ts';
import { postedText } from '../../kernel/posted-text.ts';
import { creditsOfCase, type CaseCredit } from '../../staff/case-credits.ts';
import type { Case } from '../../staff/case-rows.ts';
import { noteCase } from '../../staff/case-work.ts';
import { honorItemsUntil } from '../../staff/clocks.ts';
import { actorOf } from '../audit-log.ts';
import { amountShown, keepBooks, type ShareInBooks } from '../books/share-for-books.ts';
import { operation } from '../operation.ts';
import { awake } from './awake.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { referenceField } from '../staff/task-schema.ts';
import { accountOf, disputeRefusals, store } from './credit.ts';
import { legalEnd } from './legal-end.ts';
import { openDispute, todayOf } from './open-dispute.ts';
import { sharesOfMember } from './shares-of-member.ts';
import { writeLetter } from './write-letter.ts';

/**
 * Takes a provisional credit back where no error was found (12 CFR 1005.11(d)(2)): the reversal of
 * its transaction, and the letter with the date, the amount and the five business days of honoring
 * items. It never takes the account below its floor: then talk with the member. Takes two persons.
 */
export const takeCreditBack = operation({
  id: 'takeCreditBack',
  summary: 'Takes a provisional credit back where no error was found',
  access: 'staff',
  permission: 'decide_case',
  input: z.strictObject({ reference: referenceField }),
  output: z.object({ reference: z.string(), honorUntil: z.string() }),
  refusals: disputeRefusals,
  difference: async (request, input) => {
    const given = await credited(request.db, request, input);
    if (isRefused(given)) return given;
    const { share, credit, one } = given;
    return {
      subject: input.reference,
      dueAt: legalEnd(request, one),
      lines: [
        { what: 'Member', after: one.memberNumber },
        {
          what: `Provisional credit on ${share.suffix}`,
          before: amountShown(credit.amount, share),
          after: amountShown(0n, share),
        },
        { what: 'Transaction', after: credit.transactionId },
      ],
    };
  },
  run: async (request, input) =>
    request.db
      .transaction(async (tx) => {
        const given = await credited(tx, request, input, true);
        if (isRefused(given)) return given;
        const { share, member, credit, one } = given;
        const { reference } = one;
        const done = await keepBooks(request, {
          member,
          share,
          tx,
          what: 'case_credit_taken_back',
          detail: { reference, of: credit.transactionId },
          order: {
            order: 'reverse',
            key: `case:${reference}:taken_back`,
            transactionId: credit.transactionId,
            description: postedText({
              posted: 'reversal',
              of: postedText({ posted: 'credit', of: reference }),
            }),
          },
        });
        if (isRefused(done)) return done;
        const { amount } = credit;
        const { transactionId } = done;
        await store(tx, request, { reference, share, amount, kind: 'taken_back', transactionId });
        const today = todayOf(request);
        await writeLetter(tx, request, one, {
          kind: 'credit_withdrawn',
          amount: (language) => moneyText(amount, share.currency, language),
          account: share.suffix,
        });
        await noteCase(tx, request.world, {
          institution: request.institution,
          reference,
          actor: actorOf(request),
          changes: { withdrawalToldOn: today },
        });
        const honorUntil = honorItemsUntil(request.institution.settings, today);
        return { reference, honorUntil: honorUntil.toString() };
      })
      .then(awake(request)),
});

async function credited(
  q: Queries,
  request: StaffContext,
  { reference }: { readonly reference: string },
  lock = false,
): Promise<(ShareInBooks & { readonly one: Case; readonly credit: CaseCredit }) | Refused> {
  const one = await openDispute(q, request, { reference, lock });
  if (isRefused(one)) return one;
  const facts = { reference: one.reference };
  if (!one.decidedOn) return refuse('case_undecided', { facts });
  if (one.outcome === 'error') return refuse('case_credit_stands', { facts });
  const credits = await creditsOfCase(q, request.institution.id, one.reference);
  const credit = credits.find(({ kind }) => kind === 'provisional');
  if (!credit || credits.some(({ kind }) => kind === 'taken_back'))
    return refuse('case_uncredited', { facts });
  const shares = await sharesOfMember(q, request, one);
  const suffix = shares.find((share) => share.accountId === credit.accountId)?.suffix;
  if (suffix === undefined) return refuse('case_uncredited', { facts });
  const found = await accountOf(q, request, { one, suffix });
  return isRefused(found) ? found : { ...found, one, credit };
}
