import { z } from 'zod';
import { clockNames, nextClock, type Clock } from '../../staff/case-clocks.ts';
import { caseOutcomes, caseStates } from '../../kernel/vocabulary/staff-work.ts';
import type { Case } from '../../staff/case-rows.ts';
import { isNoticeInTime } from '../../staff/clocks.ts';

const clockSchema = z.object({
  clock: z.enum(clockNames),
  dueOn: z.string(),
  doneOn: z.string().nullable().describe('When it was met; null while it is open.'),
});

/** A dispute as staff see it, with its deadlines (12 CFR 1005.11). */
export const caseSchema = z.object({
  reference: z.string(),
  state: z.enum(caseStates),
  memberNumber: z.string(),
  memberName: z.string(),
  receivedAt: z.string(),
  newAccount: z.boolean(),
  pointOfSale: z.boolean(),
  outsideUs: z.boolean(),
  writtenAsked: z.boolean(),
  statementOn: z.string().nullable(),
  noticeInTime: z
    .boolean()
    .nullable()
    .describe('Within 60 days of that statement; null if no statement is recorded.'),
  outcome: z.enum(caseOutcomes).nullable(),
  words: z.string().nullable().describe('The member’s words about one transaction.'),
  businessDays: z.string().describe('The rules that counted its dates.'),
  clocks: z.array(clockSchema),
  next: clockSchema.nullable().describe('The next deadline.'),
});

export type CaseOutput = z.output<typeof caseSchema>;

/** Converts a case to what operations return. */
export function caseOutput(one: Case): z.input<typeof caseSchema> {
  const next = one.state === 'open' ? nextClock(one.clocks) : undefined;
  const { noticeOn, statementOn, receivedAt, clocks, ...rest } = one;
  return {
    ...rest,
    receivedAt: receivedAt.toString(),
    statementOn: statementOn?.toString() ?? null,
    noticeInTime: statementOn && isNoticeInTime(noticeOn, statementOn),
    clocks: clocks.map(clockOutput),
    next: next ? clockOutput(next) : null,
  };
}

function clockOutput({ clock, dueOn, doneOn }: Clock): z.input<typeof clockSchema> {
  return { clock, dueOn: dueOn.toString(), doneOn: doneOn?.toString() ?? null };
}
