import { z } from 'zod';
import { caseOutcomes, caseStates } from '../../kernel/vocabulary/staff-work.ts';
import type { Queries } from '../../database/database.ts';
import { clockNames } from '../../staff/case-clocks.ts';
import type { Case } from '../../staff/case-rows.ts';
import type { MemberContext } from '../request-context.ts';
import { entryOutput, entrySchema, named, visibleShares } from './shares.ts';

/** A dispute as its member sees it. */
export const disputeSchema = z.object({
  reference: z.string(),
  state: z.enum(caseStates),
  receivedAt: z.string(),
  dueOn: z.string().describe('The day by which we decide or give provisional credit.'),
  provisionalDueOn: z.string().describe('With provisional credit, the day by which we decide.'),
  closedAt: z.string().nullable(),
  outcome: z.enum(caseOutcomes).nullable().describe('How it ended; null while it is open.'),
  creditedOn: z.string().nullable().describe('The day of the provisional credit, if we gave it.'),
  mayWithdraw: z.boolean().describe('Open, without provisional credit, and not decided.'),
  words: z.string().nullable().describe('What the member wrote about the transaction.'),
  about: z
    .object({ suffix: z.string(), currency: z.string(), entry: entrySchema })
    .nullable()
    .describe('The transaction, if the member named one and still sees its account.'),
  clocks: z
    .array(
      z.object({
        clock: z.enum(clockNames),
        dueOn: z.string(),
        doneOn: z.string().nullable().describe('Null while it is open.'),
      }),
    )
    .describe('All deadlines of the dispute.'),
});

/** Converts a case to what operations return. */
export async function disputeOutput(
  q: Queries,
  request: MemberContext,
  one: Case,
): Promise<z.input<typeof disputeSchema>> {
  return {
    reference: one.reference,
    state: one.state,
    receivedAt: one.receivedAt.toString(),
    dueOn: one.dueOn.toString(),
    provisionalDueOn: one.provisionalDueOn.toString(),
    closedAt: one.closedAt?.toString() ?? null,
    outcome: one.state === 'closed' ? one.outcome : null,
    creditedOn: one.creditedOn?.toString() ?? null,
    mayWithdraw: mayWithdraw(one),
    words: one.words,
    about: await aboutOf(q, request, one),
    clocks: one.clocks.map(({ clock, dueOn, doneOn }) => ({
      clock,
      dueOn: dueOn.toString(),
      doneOn: doneOn?.toString() ?? null,
    })),
  };
}

/**
 * Whether the member may withdraw a dispute by themselves. Once we credited or decided it, both
 * sides have something to settle, so that they must talk.
 */
export function mayWithdraw({
  state,
  creditedOn,
  decidedOn,
}: Pick<Case, 'state' | 'creditedOn' | 'decidedOn'>): boolean {
  return state === 'open' && creditedOn === null && decidedOn === null;
}

async function aboutOf(
  q: Queries,
  request: MemberContext,
  { accountId, entrySequence: sequence }: Pick<Case, 'accountId' | 'entrySequence'>,
): Promise<z.input<typeof disputeSchema>['about']> {
  if (accountId === null || sequence === null) return null;
  const share = (await visibleShares(q, request)).find((own) => own.accountId === accountId);
  if (!share) return null;
  const posting = await request.core.posting(q, request.institution.id, { accountId, sequence });
  const entry = posting.find((one) => one.accountId === accountId && one.sequence === sequence);
  if (!entry) return null;
  const [shown = entry] = await named(q, request, { share, entries: [entry] });
  const { suffix, currency } = share;
  return { suffix, currency, entry: entryOutput(shown, currency) };
}
