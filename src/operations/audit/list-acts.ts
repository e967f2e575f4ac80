import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { actNames, findActs } from '../../members/find-acts.ts';
import { csvOf } from '../csv-of.ts';
import { operation } from '../operation.ts';
import { noteLook } from '../note-look.ts';
import { isRefused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { auditFilters, auditPageInput, auditSearch } from './filters.ts';

const pageSize = 50;

/** The most rows of an exported file. */
export const auditExportMax = 10_000;

const actSchema = z.object({
  id: z.string(),
  at: z.string(),
  who: z.string(),
  what: z.string(),
  subject: z.string(),
  why: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

export type ListedAct = z.output<typeof actSchema>;

/** Lists the audit log, the newest first. */
export const listActs = operation({
  id: 'listActs',
  summary: 'Lists what staff, members and programs changed, newest first',
  access: 'staff',
  permission: 'read_audit',
  input: auditPageInput,
  output: z.object({
    acts: z.array(actSchema),
    next: z.string().optional(),
    names: z.array(z.string()).describe('Everything that has been done, for the filter.'),
  }),
  refusals: ['member_unknown'],
  run: async (request, filters) => {
    const { db, institution } = request;
    const search = await auditSearch(db, request, filters);
    if (isRefused(search)) return search;
    if (search.memberId !== undefined)
      await noteLook(request, { memberId: search.memberId, what: 'audit' });
    const rows = await inPlan(request, async (tx) =>
      findActs(tx, institution.id, { ...search, limit: pageSize + 1 }),
    );
    const page = rows.slice(0, pageSize);
    return {
      acts: page.map(({ at, ...act }) => ({ ...act, at: at.toString() })),
      ...(rows.length > pageSize ? { next: page.at(-1)?.id } : {}),
      names: await actNames(db, institution.id),
    };
  },
});

/** Gives the audit log as CSV, as far as the filters leave it. */
export const exportActs = operation({
  id: 'exportActs',
  summary: 'Gives acts of the audit log as CSV',
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
    const acts = await findActs(db, institution.id, { ...search, limit: auditExportMax });
    return {
      rows: acts.length,
      csv: csvOf(
        ['at', 'who', 'what', 'subject', 'why', 'detail'],
        acts.map((act) => [
          act.at.toString(),
          act.who,
          act.what,
          act.subject,
          act.why,
          JSON.stringify(act.detail),
        ]),
      ),
    };
  },
});

/** Plans a statement for these filters, not for any: which index is best depends on them. */
export async function inPlan<Rows>(
  { db }: Pick<StaffContext, 'db'>,
  find: (tx: Queries) => Promise<Rows>,
): Promise<Rows> {
  return db.transaction(async (tx) => {
    await tx.query('set local plan_cache_mode = force_custom_plan');
    return find(tx);
  });
}
