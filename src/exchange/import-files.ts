import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { checkBooks, importChecked, type CheckedBooks } from '../ledger/import/import-books.ts';
import type { ImportOptions, ImportProgress } from '../ledger/import/import-options.ts';
import type { ImportReport } from '../ledger/import/import-report.ts';
import type { Finding, TableRecord } from '../ledger/import/read-table.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import type { Institution } from '../members/institution.ts';
import { type HoldLine, readHolds } from './hold-lines.ts';
import { createImportTarget } from './import-target.ts';
import { listAccounts, recordsOf, type ListedAccount } from './listed-accounts.ts';
import { noTransactions } from './no-transactions.ts';
import type { HoldsTaking } from './plan-holds.ts';
import { type MemberLine, readMembers } from './member-lines.ts';
import {
  readRejected,
  rehearseRejected,
  type RejectedCounts,
  reverseRejected,
} from './postings/rejected-file.ts';
import { type HoldCounts, rehearseHolds, writeHolds } from './write-holds.ts';
import { type MemberCounts, rehearseMembers, writeMembers } from './write-members.ts';

/** The rows of each file, in our names. Absent: there is no such file. */
export interface ImportRecords {
  readonly members?: AsyncIterable<TableRecord> | undefined;
  readonly shares?: AsyncIterable<TableRecord> | undefined;
  readonly transactions?: AsyncIterable<TableRecord> | undefined;
  readonly holds?: AsyncIterable<TableRecord> | undefined;
  readonly rejected?: AsyncIterable<TableRecord> | undefined;
}

export interface FilesImport {
  readonly institution: Institution;
  readonly world: World;
  readonly keyring?: Keyring | undefined;
  readonly actor: Actor;
  readonly files: ImportRecords;
  /** For the audit log: a digest of each file, by table. */
  readonly digests: Readonly<Record<string, string>>;
  /** The file of this table is older than one that was imported since, so it changes nothing that is there. */
  readonly isOld: {
    readonly members: boolean;
    readonly shares: boolean;
    readonly holds: boolean;
  };
  /** Checks and counts, and writes nothing. */
  readonly isDryRun: boolean;
  /** The country of telephone numbers without one. */
  readonly country: Parameters<typeof readMembers>[1];
  readonly how: Pick<ImportOptions, 'currencies' | 'debts' | 'ours' | 'partial' | 'rows' | 'since'>;
  readonly onProgress?: (
    progress: Omit<ImportProgress, 'stage'> & { readonly stage: string },
  ) => void;
}

/** What an import did, or would do. */
export interface FilesReport extends ImportReport {
  readonly members: MemberCounts & { readonly lines: number };
  readonly holds: Omit<HoldCounts, 'errors'> & { readonly lines: number };
  /** Our own postings that the core rejected. */
  readonly rejected: RejectedCounts;
}

/**
 * Imports members, shares, transactions and holds. It reads and checks all files first, and writes nothing unless all of it fits, or
 * `partial` asks for what fits. A second run with the same files changes nothing, and goes on after an interruption.
 */
export async function importFiles(db: Database, given: FilesImport): Promise<FilesReport> {
  const { files, how, institution } = given;
  const people = files.members ? await readMembers(files.members, given.country) : noMembers;
  const listed = files.shares ? [] : await listAccounts(db, institution.id);
  const options = booksOptions(given, people.members, listed);
  const checked = await checkBooks(db, options);
  const holds = await holdsOf(given, checked, listed);
  const rejected = await readRejected(files.rejected);
  const errors = [...people.errors, ...checked.report.errors, ...holds.errors, ...rejected.errors];
  const isRefused =
    checked.report.isRefused ||
    (people.errors.length + holds.errors.length + rejected.errors.length > 0 &&
      how.partial !== true);
  const leftOut = unfitIn(checked);
  const taken = holds.holds.filter(({ share }) => !leftOut.has(share));
  const holding = holdsTaking(given, options, holds.errors.length === 0);
  const accounts = async () => listAccounts(db, institution.id);
  const writing = { ...given, institutionId: institution.id, mayChange: mayChange(given) };
  const lines = [...people.members.values()];
  const sizes = { members: people.lines, holds: holds.holds.length };
  if (isRefused || given.isDryRun) {
    const members = await rehearseMembers(db, writing, lines);
    const file = { taken, listed: holds.holds, accounts: await accounts(), leftOut };
    const held = await rehearseHolds(db, holding, file);
    return {
      ...checked.report,
      errors,
      isRefused,
      members: { ...members, lines: sizes.members },
      holds: { ...held, lines: sizes.holds },
      rejected: await rehearseRejected(db, institution.id, rejected.rows),
    };
  }
  const members = await writeMembers(db, writing, lines, (done) =>
    given.onProgress?.({ stage: 'members', done, total: lines.length }),
  );
  const report = await importChecked(db, options, checked);
  const held = await writeHolds(
    db,
    { ...holding, world: given.world, keyring: given.keyring },
    { taken, listed: holds.holds, accounts: await accounts(), leftOut },
  );
  const { errors: late, ...heldCounts } = held;
  const reversed = await reverseRejected(db, given, rejected.rows);
  const done = {
    ...report,
    errors: [
      ...people.errors,
      ...holds.errors,
      ...rejected.errors,
      ...report.errors,
      ...late,
      ...reversed.errors,
    ],
    rejected: { reversed: reversed.reversed, already: reversed.already },
    members: { ...members, lines: sizes.members },
    holds: { ...heldCounts, lines: sizes.holds },
  };
  await recordImport(db, given, done);
  return done;
}

const noMembers = { members: new Map<string, MemberLine>(), lines: 0, errors: [] };

function mayChange({ how, isOld }: FilesImport): boolean {
  return how.since !== undefined && !isOld.members;
}

/** The shares that an import leaves out, since a line of theirs is wrong. */
function unfitIn({ files, plan }: CheckedBooks): Set<string> {
  const findings = [...files.errors, ...plan.errors];
  return new Set(findings.flatMap(({ share }) => share ?? []));
}

function booksOptions(
  given: FilesImport,
  members: ReadonlyMap<string, MemberLine>,
  listed: readonly ListedAccount[],
): ImportOptions {
  const { files, world, institution, keyring, how, isOld, onProgress } = given;
  const isCurrent = how.since !== undefined && !isOld.shares;
  return {
    ...how,
    institutionId: institution.id,
    accounts: files.shares ?? recordsOf(listed),
    transactions: files.transactions ?? noTransactions(),
    target: createImportTarget(world, institution.id, { members, mayChange: isCurrent }),
    today: world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate(),
    mayChange: isCurrent,
    world,
    keyring,
    onProgress,
  };
}

async function holdsOf(
  { files }: FilesImport,
  checked: CheckedBooks,
  listed: readonly ListedAccount[],
): Promise<{ holds: HoldLine[]; errors: Finding[] }> {
  if (!files.holds) return { holds: [], errors: [] };
  const currencies = new Map(listed.map(({ share, currency }) => [share, currency]));
  for (const [share, { currency }] of checked.files.accounts) currencies.set(share, currency);
  return readHolds(files.holds, (share) => currencies.get(share));
}

function holdsTaking(
  { institution, how, isOld, files }: FilesImport,
  { today, target }: ImportOptions,
  isRead: boolean,
): HoldsTaking {
  const follows = how.since !== undefined;
  return {
    institutionId: institution.id,
    zone: institution.zone,
    today,
    clean: (text: string) => target.clean?.(text) ?? text,
    isOld: isOld.holds,
    mayChange: follows,
    isWhole: follows && files.holds !== undefined && isRead,
  };
}

/** Records an import that did something. */
async function recordImport(
  db: Database,
  { institution, world, actor, digests, isOld }: FilesImport,
  report: FilesReport,
): Promise<void> {
  const { members, accounts, transactions, holds } = report;
  const detail = {
    opened: accounts.opened,
    posted: transactions.posted,
    settled: transactions.settled,
    waiting: transactions.waiting,
    members: members.added + members.changed,
    holds: holds.placed + holds.released,
    changes: report.changes.length,
    rejected: report.rejected.reversed,
  };
  if (Object.values(detail).every((count) => count === 0)) return;
  const old = new Set<string>(Object.entries(isOld).flatMap(([table, is]) => (is ? [table] : [])));
  // The digest of an old file would make it the newest.
  const current = Object.fromEntries(Object.entries(digests).filter(([table]) => !old.has(table)));
  await recordInAuditLog(db, world, {
    institutionId: institution.id,
    ...actor,
    what: 'books_imported',
    subject: institution.slug,
    detail: { ...detail, digests: current },
  });
}
