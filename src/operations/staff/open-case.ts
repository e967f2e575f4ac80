import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { noteCase, openCaseByStaff, type CaseSource } from '../../staff/case-work.ts';
import { actorOf } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { caseFields, changesAndNote } from './case-changes.ts';
import { memberOf, numberField } from './of-member.ts';
import { referenceField } from './task-schema.ts';

/**
 * Opens a dispute from a task, or from what a member said by telephone, by letter or at the
 * counter.
 */
export const openCase = operation({
  id: 'openCase',
  summary: 'Opens a dispute; its deadlines run from the member’s earliest open notice',
  access: 'staff',
  permission: 'open_case',
  input: z.strictObject({
    task: referenceField.optional(),
    number: numberField.optional(),
    receivedAt: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('When the member said it. If absent, now.'),
    ...caseFields,
  }),
  output: z.object({
    reference: z.string(),
    receivedAt: z
      .string()
      .describe('The time of the earliest notice, from which the deadlines run.'),
    due: z.string().describe('The day by which we decide or give provisional credit.'),
    provisionalDue: z.string().describe('With provisional credit, the day by which we decide.'),
  }),
  refusals: ['case_source_unclear', 'member_unknown', 'work_invalid'],
  run: async (request, { task, number, receivedAt, ...written }) => {
    const { institution, world } = request;
    const actor = actorOf(request);
    const { newAccount = false, pointOfSale = false, outsideUs = false, ...rest } = written;
    const { writtenAsked = false, ...happened } = rest;
    const opened = await request.db.transaction(async (tx) => {
      const from = await sourceOf(tx, request, { task, number, receivedAt });
      if (isRefused(from)) return from;
      const transfer = { newAccount, pointOfSale, outsideUs };
      const given = { institution, actor, from, transfer, writtenAsked };
      const made = await openCaseByStaff(tx, world, given);
      const { changes, note } = changesAndNote(happened);
      if (note !== undefined || Object.keys(changes).length > 0) {
        const work = { institution, reference: made.reference, actor, changes };
        await noteCase(tx, world, { ...work, ...(note === undefined ? {} : { note }) });
      }
      return made;
    });
    if (isRefused(opened)) return opened;
    const { reference, due, provisionalDue } = opened;
    return {
      reference,
      receivedAt: opened.receivedAt.toString(),
      due: due.toString(),
      provisionalDue: provisionalDue.toString(),
    };
  },
});

/**
 * A task brings its own member and time. Without a task, staff give the member and when they said
 * it.
 */
async function sourceOf(
  tx: Queries,
  request: StaffContext,
  {
    task,
    number,
    receivedAt,
  }: {
    readonly task: string | undefined;
    readonly number: string | undefined;
    readonly receivedAt: string | undefined;
  },
): Promise<CaseSource | Refused> {
  if (task !== undefined && number === undefined && receivedAt === undefined) return { task };
  if (task !== undefined || number === undefined) return refuse('case_source_unclear');
  const member = await memberOf(tx, request, number);
  if (isRefused(member)) return member;
  const at =
    receivedAt === undefined ? request.world.clock.now() : Temporal.Instant.from(receivedAt);
  return { memberId: member.id, receivedAt: at };
}
