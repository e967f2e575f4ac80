import { z } from 'zod';
import { findReads } from '../../staff/reads.ts';
import { csvOf } from '../csv-of.ts';
import { operation } from '../operation.ts';
import { noteLook } from '../note-look.ts';
import { isRefused } from '../refusals.ts';
import { auditFilters, auditPageInput, auditSearch } from './filters.ts';
import { auditExportMax, inPlan } from './list-acts.ts';

const pageSize = 50;

const lookSchema = z.object({
  id: z.string(),
  at: z.string(),
  who: z.string(),
  what: z.string(),
  memberNumber: z.string().nullable().describe('Null: a look at many members at once.'),
  memberName: z.string().nullable(),
  why: z.string().nullable(),
});

export type ListedLook = z.output<typeof lookSchema>;

/** Lists who looked at which member, the newest first. */
export const listLooks = operation({
  id: 'listLooks',
  summary: 'Lists who of the staff looked at which member, newest first',
  access: 'staff',
  permission: 'read_audit',
  input: auditPageInput,
  output: z.object({ looks: z.array(lookSchema), next: z.string().optional() }),
  refusals: ['member_unknown'],
  run: async (request, filters) => {
    const { db, institution } = request;
    const search = await auditSearch(db, request, filters);
    if (isRefused(search)) return search;
    if (search.memberId !== undefined)
      await noteLook(request, { memberId: search.memberId, what: 'audit' });
    const rows = await inPlan(request, async (tx) =>
      findReads(tx, institution.id, { ...search, limit: pageSize + 1 }),
    );
    const page = rows.slice(0, pageSize);
    return {
      looks: page.map(({ at, ...look }) => ({ ...look, at: at.toString() })),
      ...(rows.length > pageSize ? { next: page.at(-1)?.id } : {}),
    };
  },
});

/** Gives looks as CSV, as far as the filters leave them. */
export const exportLooks = operation({
  id: 'exportLooks',
  summary: 'Gives looks of the staff at members as CSV',
  access: 'staff',
  permission: 'read_audit',
  input: auditFilters,
  output: z.object({ csv: z.string(), rows: z.int() }),
  refusals: ['member_unknown'],
  run: async (request, filters) => {
    const { db, institution } = request;
    const search = await auditSearch(db, request, filters);
    if (isRefused(search)) return search;
    await noteLook(request, { memberId: search.memberId ?? null, what: 'audit export' });
    const looks = await findReads(db, institution.id, { ...search, limit: auditExportMax });
    return {
      rows: looks.length,
      csv: csvOf(
        ['at', 'who', 'what', 'member_number', 'why'],
        looks.map((look) => [look.at.toString(), look.who, look.what, look.memberNumber, look.why]),
      ),
    };
  },
});
