import { z } from 'zod';
import { askCheck, foundSchema, listChecks } from '../../audit/record-checks.ts';
import { chainHead, formatHead } from '../../audit/head.ts';
import { operation } from '../operation.ts';

/** How many checks the page shows. */
const shownMost = 20;

const checkSchema = z.object({
  id: z.string(),
  askedBy: z.string().nullable().describe('Null: the schedule.'),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
  found: foundSchema.nullable(),
});

export type ListedCheck = z.output<typeof checkSchema>;

/** Shows the record’s newest row, and what its last checks found. */
export const readRecordChecks = operation({
  id: 'readRecordChecks',
  summary: 'Shows the head of the record and what its last checks found',
  access: 'staff',
  permission: 'read_audit',
  input: z.strictObject({}),
  output: z.object({
    head: z.string().nullable().describe('NUMBER:HASH. Keep it outside to prove the record later.'),
    checks: z.array(checkSchema),
  }),
  refusals: [],
  run: async ({ db, institution }) => {
    const head = await chainHead(db, institution.id);
    const checks = await listChecks(db, institution.id, shownMost);
    return {
      head: head ? formatHead(head) : null,
      checks: checks.map(({ askedAt, endedAt, ...check }) => ({
        ...check,
        askedAt: askedAt.toString(),
        endedAt: endedAt?.toString() ?? null,
      })),
    };
  },
});

/** Asks for a check of the whole record. A job runs it within a minute. One that waits already is not doubled. */
export const askRecordCheck = operation({
  id: 'askRecordCheck',
  summary: 'Asks for a check of the whole record, which a job runs',
  access: 'staff',
  permission: 'read_audit',
  input: z.strictObject({}),
  output: z.object({ asked: z.boolean().describe('False: one was waiting already.') }),
  refusals: [],
  run: async ({ db, world, institution, principal }) => ({
    asked: await askCheck(db, world, { institutionId: institution.id, by: principal.name }),
  }),
});
