import { hash } from 'node:crypto';
import { z } from 'zod';
import { chainHead, formatHead } from '../../audit/head.ts';
import { zip } from '../../shares/statements/zip.ts';
import { grantExport, listExports, takeExport, takenWithin } from '../../staff/granted-exports.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { noteLook } from '../note-look.ts';
import { rightOf } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { fileRowsMost, periodFileNames, periodFiles, type PeriodFile } from './period-files.ts';

/** The most days of a period. */
const daysMost = 92;

const periodSchema = z.strictObject({
  from: z.iso.date().describe('The first day.'),
  to: z.iso.date().describe('The last day.'),
});

/** Allows that a period is taken away: messages, books, acts, looks, disputes and the record’s rows. */
export const exportPeriod = operation({
  id: 'exportPeriod',
  summary: 'Makes the evidence of a period ready to download once, within 24 hours',
  access: 'staff',
  permission: 'search_messages',
  input: periodSchema,
  output: z.object({ exportId: z.string() }),
  refusals: ['period_wrong', 'verify_first'],
  difference: async (request, period) => {
    if (!isPeriod(request, period)) return refuse('period_wrong', { field: 'from' });
    return {
      subject: `${period.from} – ${period.to}`,
      lines: [
        { what: 'from', after: period.from },
        { what: 'to', after: period.to },
        { what: 'files', after: periodFileNames.join(', ') },
      ],
    };
  },
  run: async (request, period) => {
    if (!isPeriod(request, period)) return refuse('period_wrong', { field: 'from' });
    const { db, institution, world, principal, approved, why = '' } = request;
    const id = world.ids.next();
    const at = world.clock.now();
    await db.transaction(async (tx) => {
      await grantExport(tx, institution.id, {
        id,
        kind: 'period',
        who: takerOf(request),
        whoName: principal.name,
        why,
        criteria: period,
        approval: approved?.reference ?? null,
        grantedAt: at,
        expiresAt: at.add(takenWithin),
      });
      await recordInAuditLog(tx, request, { what: 'period_exported', subject: id, detail: period });
    });
    return { exportId: id };
  },
});

const exportSchema = z.object({
  exportId: z.string(),
  from: z.string(),
  to: z.string(),
  who: z.string(),
  why: z.string(),
  approval: z.string().nullable(),
  grantedAt: z.string(),
  expiresAt: z.string(),
  takenAt: z.string().nullable(),
  mine: z.boolean().describe('You may download it, once and until it expires.'),
});

export type ListedExport = z.output<typeof exportSchema>;

/** Lists one’s own exports of periods; compliance and auditors see everybody’s. */
export const listPeriodExports = operation({
  id: 'listPeriodExports',
  summary: 'Lists exports of periods: yours, or everybody’s for compliance and auditors',
  access: 'staff',
  permission: 'read_reports',
  input: z.strictObject({}),
  output: z.object({ exports: z.array(exportSchema) }),
  refusals: [],
  run: async (request) => {
    const { db, institution, principal } = request;
    const who = takerOf(request);
    const seesAll = rightOf(principal.roles, 'search_messages') === 'does';
    const rows = await listExports(db, institution.id, {
      count: 50,
      ...(seesAll ? {} : { who }),
    });
    return {
      exports: rows.map((row) => ({
        exportId: row.id,
        ...periodSchema.parse(row.criteria),
        who: row.whoName,
        why: row.why,
        approval: row.approval,
        grantedAt: row.grantedAt.toString(),
        expiresAt: row.expiresAt.toString(),
        takenAt: row.takenAt?.toString() ?? null,
        mine: row.who === who,
      })),
    };
  },
});

/** Gives the files of an exported period to who asked for them, once. */
export const downloadPeriod = operation({
  id: 'downloadPeriod',
  summary: 'Gives the files of an exported period as a zip, once',
  access: 'staff',
  permission: 'read_reports',
  input: z.strictObject({ exportId: z.uuid() }),
  output: z.object({ name: z.string(), zip: z.base64() }),
  refusals: ['export_unknown', 'period_too_large'],
  run: async (request, { exportId }) => {
    const { db, institution, world } = request;
    const who = takerOf(request);
    const at = world.clock.now();
    const open = (await listExports(db, institution.id, { who, count: 50 })).find(
      (one) =>
        one.id === exportId &&
        one.takenAt === null &&
        Temporal.Instant.compare(one.expiresAt, at) > 0,
    );
    if (!open) return refuse('export_unknown');
    const period = periodSchema.parse(open.criteria);
    const bounds = boundsOf(request, period);
    // The files come first: what can't be made isn't taken.
    const files = await periodFiles(db, institution.id, bounds);
    if ('tooLarge' in files)
      return refuse('period_too_large', {
        facts: { most: String(fileRowsMost), file: files.tooLarge },
      });
    const taken = await takeExport(db, institution.id, { id: exportId, who, at });
    if (!taken) return refuse('export_unknown');
    await noteLook(request, { memberId: null, what: 'period export', why: taken.why });
    const head = await chainHead(db, institution.id);
    const made = at.toZonedDateTimeISO(institution.zone).toPlainDateTime();
    const all = [
      ...files,
      {
        name: 'README.txt',
        content: readme(request, {
          period,
          files,
          why: taken.why,
          head: head ? formatHead(head) : 'none',
        }),
      },
      { name: 'SHA256SUMS', content: sums(files) },
    ];
    return {
      name: `evidence-${period.from}-${period.to}.zip`,
      zip: Buffer.from(zip(all, made)).toString('base64'),
    };
  },
});

function readme(
  { institution, principal, world }: StaffContext,
  given: {
    readonly period: z.output<typeof periodSchema>;
    readonly files: readonly PeriodFile[];
    readonly why: string;
    readonly head: string;
  },
): string {
  const { period, files, why, head } = given;
  return [
    `${institution.name}: ${period.from} to ${period.to}, days of ${institution.zone}`,
    `Taken by ${principal.name} at ${world.clock.now().toString()}`,
    `Reason: ${why}`,
    '',
    'Texts of messages are as they are stored: codes, passwords and account numbers are blacked out.',
    'Amounts are in minor units, debits positive. Times are in UTC.',
    'Column batch: the row of the record (record.csv) that has the hash of the row.',
    `Head of the record when this was made: ${head}`,
    '',
    ...files.map(({ name, rows }) => `${name}: ${rows} rows`),
    '',
  ].join('\r\n');
}

function sums(files: readonly PeriodFile[]): string {
  return files.map(({ name, content }) => `${hash('sha256', content)}  ${name}\n`).join('');
}

function boundsOf({ institution }: StaffContext, { from, to }: z.output<typeof periodSchema>) {
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(institution.zone).toInstant();
  return {
    from: at(Temporal.PlainDate.from(from)),
    until: at(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}

/** Whether its days are in order, not too many, and not in the future. */
function isPeriod(
  { institution, world }: StaffContext,
  { from, to }: z.output<typeof periodSchema>,
): boolean {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const days = first.until(last, { largestUnit: 'days' }).days + 1;
  return days >= 1 && days <= daysMost && Temporal.PlainDate.compare(last, today) <= 0;
}

/** Who may take a file: the identity, or the name of who acts on the command line. */
function takerOf({ principal }: Pick<StaffContext, 'principal'>): string {
  return (principal.kind === 'staff' ? principal.identity : undefined) ?? principal.name;
}
