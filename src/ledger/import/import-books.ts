import type { ImportReport } from './import-report.ts';
import type { ImportOptions } from './import-options.ts';
import type { Database } from '../../database/database.ts';
import { changeAccounts } from './change-accounts.ts';
import { openAccounts, openOtherSides } from './import-accounts.ts';
import { earlier, isLoan } from './import-orders.ts';
import type { AccountLine, TransactionLine } from './import-rows.ts';
import { importTransactions } from './import-transactions.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import type { OwnMatch } from './own-postings.ts';
import { type ReadFiles, readFiles } from './read-files.ts';
import type { Finding, ImportError } from './read-table.ts';

/**
 * Imports accounts and dated transactions from another system. It reads both files whole (about 500
 * bytes of memory a row) and checks them against themselves and the books. It writes nothing unless
 * all of it fits, or `partial` asks for the accounts that fit.
 *
 * Rows are posted against the internal account `imported`, account by account, in the order that
 * the shown balances imply. The opening balance is the one before the first row. Overdrawn accounts
 * are accepted. A second run posts only missing rows and none twice, since each row's external id
 * is its key.
 */
export async function importBooks(db: Database, options: ImportOptions): Promise<ImportReport> {
  return importChecked(db, options, await checkBooks(db, options));
}

/** Files that were read and checked against the books. */
export interface CheckedBooks {
  readonly files: ReadFiles;
  readonly plan: ImportPlan;
  /** What an import would report of them before it writes. */
  readonly report: ImportReport;
}

/** Reads and checks the files, and writes nothing. */
export async function checkBooks(db: Database, options: ImportOptions): Promise<CheckedBooks> {
  const files = await readFiles(options);
  const plan = await planImport(db, options, files);
  const findings = [...files.errors, ...plan.errors];
  const isRefused = findings.length > 0 && (plan.isRefusedWhole || options.partial !== true);
  const unfit = unfitIn(findings);
  const work = plan.work.filter(({ share }) => !unfit.has(share));
  const report = reportOf({
    files,
    plan,
    findings,
    isRefused,
    ...(isRefused
      ? {}
      : {
          leftOut: [...files.accounts.keys()].filter((share) => unfit.has(share)),
          opened: [...plan.found.fresh].filter((share) => !unfit.has(share)).length,
          posted: {
            posted: work.reduce((sum, { reading }) => sum + reading.rows.length, 0),
            already: 0,
            compared: 0,
            errors: [],
            differences: [],
          },
        }),
  });
  return { files, plan, report };
}

/** Writes what was checked. */
export async function importChecked(
  db: Database,
  options: ImportOptions,
  { files, plan }: Pick<CheckedBooks, 'files' | 'plan'>,
): Promise<ImportReport> {
  const findings = [...files.errors, ...plan.errors];
  const unfit = unfitIn(findings);
  if (findings.length > 0 && (plan.isRefusedWhole || options.partial !== true))
    return reportOf({ files, plan, findings, isRefused: true });
  const taken = [...files.accounts].filter(([share]) => !unfit.has(share));
  return reportOf({
    files,
    plan,
    findings,
    isRefused: false,
    leftOut: [...files.accounts.keys()].filter((share) => unfit.has(share)),
    ...(await write(db, options, { files, plan, taken: new Map(taken) })),
  });
}

function unfitIn(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ share }) => (share === undefined ? [] : [share])));
}

type Posted = Awaited<ReturnType<typeof importTransactions>>;

/** Opens the accepted accounts and posts their rows. */
async function write(
  db: Database,
  options: ImportOptions,
  given: {
    readonly files: ReadFiles;
    readonly plan: ImportPlan;
    readonly taken: ReadonlyMap<string, AccountLine>;
  },
): Promise<{
  opened: number;
  already: number;
  posted: Posted;
  late: readonly Finding[];
  changes: readonly Finding[];
}> {
  const { files, plan, taken } = given;
  const days = firstDays(files.rows);
  const openedOn = [...days.values()].reduce(earlier, options.today);
  const currencies = [...taken.values()].map(({ currency }) => currency);
  const otherSides = await openOtherSides(db, options, { currencies, openedOn });
  const opened = await openAccounts(db, options, [...taken.values()], days);
  // PostgreSQL replans statements that it planned while the tables were small.
  if (opened.fresh.size > 0) await db.query('analyze accounts');
  const work = plan.work.flatMap((planned) => {
    const accountId = opened.ids.get(planned.share);
    const importedId = otherSides.get(planned.line.currency);
    if (accountId === undefined || importedId === undefined) return [];
    return [{ ...planned, sides: { accountId, importedId, isLoan: isLoan(planned.line) } }];
  });
  const posted = await importTransactions(db, options, { work, before: plan.known.ids.size });
  await options.ours?.take(
    db,
    plan.ours.filter(({ row }) => taken.has(row.share)),
  );
  const changed = await changeAccounts(db, options, { taken, opened });
  return {
    opened: opened.fresh.size,
    already: opened.ids.size - opened.fresh.size,
    posted,
    late: [...opened.errors, ...changed.errors],
    changes: [...opened.changes, ...changed.changes],
  };
}

function reportOf(given: {
  readonly files: ReadFiles;
  readonly plan: ImportPlan;
  readonly findings: readonly Finding[];
  readonly isRefused: boolean;
  readonly leftOut?: readonly string[];
  readonly opened?: number;
  readonly already?: number;
  readonly posted?: Posted;
  /** Rows that the books refused despite the plan, because they changed meanwhile. */
  readonly late?: readonly Finding[];
  readonly changes?: readonly Finding[];
}): ImportReport {
  const { files, plan, posted } = given;
  const { known, found } = plan;
  const errors = [...given.findings, ...(given.late ?? []), ...(posted?.errors ?? [])];
  const isOut = new Set(given.leftOut ?? []);
  const notes = plan.notes.filter(({ share }) => share === undefined || !isOut.has(share));
  return {
    accounts: {
      lines: files.lines.accounts,
      opened: given.opened ?? 0,
      already: given.already ?? found.ids.size - found.fresh.size,
    },
    transactions: {
      lines: files.lines.transactions,
      posted: posted?.posted ?? 0,
      already: known.ids.size + counted(plan, 'settled') + (posted?.already ?? 0),
      settled: counted(plan, 'settles'),
      waiting: counted(plan, 'waits'),
      before: files.before,
      compared: known.compared + (posted?.compared ?? 0),
    },
    isRefused: given.isRefused,
    leftOut: given.leftOut ?? [],
    changes: given.isRefused ? [] : inOrder(given.changes ?? plan.changes),
    notes: given.isRefused ? [] : inOrder(notes),
    errors: inOrder(errors),
    differences: [...known.differences, ...(posted?.differences ?? [])].sort(
      (a, b) => a.line - b.line,
    ),
  };
}

function counted({ ours }: ImportPlan, is: OwnMatch['is']): number {
  return ours.filter(({ match }) => match.is === is).length;
}

function inOrder(findings: readonly Finding[]): ImportError[] {
  return findings
    .map(({ file, line, reason }) => ({ file, line, reason }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function firstDays(
  rowsOf: ReadonlyMap<string, readonly TransactionLine[]>,
): Map<string, Temporal.PlainDate> {
  return new Map(
    [...rowsOf].flatMap(([share, rows]) => {
      const [first, ...others] = rows.map(({ effectiveOn }) => effectiveOn);
      return first ? [[share, others.reduce(earlier, first)]] : [];
    }),
  );
}
