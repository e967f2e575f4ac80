import type { Database, Queries } from '../../database/database.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { internalAccounts } from '../internal-accounts.ts';
import { accountChanges, type AccountState } from './account-changes.ts';
import { checkDebts, type ReadLoan } from './check-debts.ts';
import { directionOfFile, type FileDirection, findReading } from './find-reading.ts';
import { type FoundAccounts, rehearseAccounts } from './import-accounts.ts';
import type { ImportOptions } from './import-options.ts';
import { describeRefusal, isLoan, isTooLarge, type Sides } from './import-orders.ts';
import type { AccountLine, TransactionLine } from './import-rows.ts';
import { findKnownRows, type KnownRows } from './known-rows.ts';
import type { ReadFiles } from './read-files.ts';
import type { IncomingRow, Outstanding, OwnMatch } from './own-postings.ts';
import { type NightlyAccount, planNightly } from './plan-nightly.ts';
import type { Finding } from './read-table.ts';
import type { Reading } from './readings.ts';
import { describeMisfit, describeOrders } from './say-reading.ts';
import { unknownKinds } from './unknown-kinds.ts';

/** An account's rows to post, in order. */
export interface PlannedAccount {
  readonly share: string;
  readonly line: AccountLine;
  readonly reading: Reading<TransactionLine>;
  /** Whether it has an entry, and so its opening balance. */
  readonly isTouched: boolean;
}

/** The plan of an import. Making it writes nothing. */
export interface ImportPlan {
  readonly found: FoundAccounts;
  readonly known: KnownRows;
  /** Rows that are, or may be, our own postings. */
  readonly ours: readonly { readonly row: IncomingRow; readonly match: OwnMatch }[];
  readonly work: readonly PlannedAccount[];
  readonly errors: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly changes: readonly Finding[];
  /** Why nothing in the file may be imported, not even the accounts that fit. */
  readonly isRefusedWhole: boolean;
}

/** Checks a whole file against the books and itself before anything is posted. */
export async function planImport(
  db: Database,
  options: ImportOptions,
  files: ReadFiles,
): Promise<ImportPlan> {
  const { institutionId, target } = options;
  const found = await rehearseAccounts(db, options, [...files.accounts.values()]);
  const states = await statesOf(db, institutionId, found);
  const sides = await sidesOf(db, { institutionId, files, found });
  const known = await findKnownRows(db, {
    institutionId,
    rows: [...files.rows.values()].flat(),
    sidesOf: (share) => sides.get(share),
    clean: (text) => target.clean?.(text) ?? text,
  });
  const ours = await matchOurs(db, { options, files, found, known });
  const matches = new Map(ours.map(({ row, match }) => [row.externalId, match]));
  const wrong = ours.flatMap(({ row, match }) =>
    match.is === 'problem' ? [problemOf(row, match.reason)] : [],
  );
  const there = await outstandingOf(db, { options, files, found });
  const errors: Finding[] = [...found.errors, ...known.errors, ...wrong];
  const work: PlannedAccount[] = [];
  const file = directionOfFile(files.rows.values());
  // If a row is wrong or missing, the others rarely fit, and reporting that adds nothing.
  const unfit = new Set([...files.errors, ...known.errors, ...wrong].map(({ share }) => share));
  for (const [share, all] of files.rows) {
    if (unfit.has(share)) continue;
    const line = files.accounts.get(share);
    const accountId = found.ids.get(share);
    if (!line || accountId === undefined) {
      const reason = `account ${share} was not opened`;
      errors.push(...all.map((row) => problemOf(row, reason)));
      continue;
    }
    const rows = all.filter(
      ({ externalId }) => !known.ids.has(externalId) && !matches.has(externalId),
    );
    const state = states.get(accountId);
    const nightly = options.since && {
      share,
      line,
      all,
      isKnown: ({ externalId }: TransactionLine) => known.ids.has(externalId),
      matchOf: ({ externalId }: TransactionLine) => matches.get(externalId),
      there: state?.isTouched ? there.get(accountId) : undefined,
      file,
      direction: options.rows,
    };
    const planned = planAccount({ share, line, rows, state, file, nightly }, options);
    errors.push(...planned.errors);
    if (planned.account) work.push(planned.account);
  }
  const debts = debtFindings(work, options);
  const changed = accountChanges({ files, found, states, work, options });
  errors.push(...changed.errors);
  return {
    found,
    known: options.since ? { ...known, compared: 0, differences: [] } : known,
    ours,
    work,
    errors: [...errors, ...debts.errors],
    notes: [...found.notes, ...debts.notes, ...changed.notes, ...unknownKinds(files.rows)],
    changes: [...found.changes, ...changed.changes],
    isRefusedWhole: debts.errors.length > 0,
  };
}

function planAccount(
  given: {
    readonly share: string;
    readonly line: AccountLine;
    readonly rows: readonly TransactionLine[];
    readonly state: AccountState | undefined;
    readonly file: FileDirection;
    readonly nightly: NightlyAccount | undefined;
  },
  options: ImportOptions,
): { account?: PlannedAccount; errors: Finding[] } {
  const { share, line, rows, state, file } = given;
  const [first] = rows;
  // A file that follows others is compared even if nothing in it is new.
  if (!first) {
    const compared = given.nightly && planNightly(given.nightly);
    return {
      errors:
        compared && 'reason' in compared
          ? [problemOf({ ...compared, share }, compared.reason)]
          : [],
    };
  }
  if (state?.isClosed === true)
    return { errors: rows.map((row) => problemOf(row, describeRefusal('account_closed'))) };
  const large = rows.filter(({ amount }) => isTooLarge(amount));
  if (large.length > 0)
    return { errors: large.map((row) => problemOf(row, describeRefusal('limit_exceeded'))) };
  const isTouched = state?.isTouched ?? false;
  if (given.nightly) {
    const planned = planNightly(given.nightly);
    if ('reason' in planned) return { errors: [problemOf({ ...planned, share }, planned.reason)] };
    if (isTouched) return { account: { share, line, reading: planned, isTouched }, errors: [] };
  }
  const reading = findReading(rows, {
    start: isTouched ? state?.ledgerBalance : undefined,
    direction: options.rows,
    file,
  });
  const figure = (amount: Amount) => decimal(amount, currencyOf(line.currency)?.digits);
  if ('problem' in reading) {
    if (reading.problem === 'several')
      return { errors: [problemOf(first, describeOrders(share, reading, figure))] };
    const { misfit } = reading;
    const begins = isTouched ? state?.ledgerBalance : undefined;
    return {
      errors: [
        problemOf({ share, line: misfit.line }, describeMisfit({ share, misfit, begins }, figure)),
      ],
    };
  }
  if (!isTouched && isTooLarge(reading.opening)) {
    const withBalance = reading.rows.find(({ balance }) => balance !== undefined) ?? first;
    const reason = `the balance brought forward that follows from it is refused: ${describeRefusal('limit_exceeded')}`;
    return { errors: [problemOf(withBalance, reason)] };
  }
  return { account: { share, line, reading, isTouched }, errors: [] };
}

function debtFindings(
  work: readonly PlannedAccount[],
  options: ImportOptions,
): { errors: Finding[]; notes: Finding[] } {
  const loans = work.filter(({ line }) => isLoan(line));
  const { other, overpaid } = checkDebts(loans);
  if (other && options.debts !== 'positive') {
    const says =
      options.debts === 'negative'
        ? 'with --debts negative most loans of the file seem overpaid: the file shows debts as positive balances, so leave the option out'
        : 'most loans of the file have negative balances. Debts must be positive and payments negative: use --debts negative if the file shows debts as negative balances, or --debts positive if these loans are overpaid';
    return { errors: [problemOf(firstLine(other), `account ${other.share}: ${says}`)], notes: [] };
  }
  const loansBelow = other ? loans.filter(({ reading }) => reading.closing < 0n) : overpaid;
  return {
    errors: [],
    notes: loansBelow.map((loan) => ({
      ...firstLine(loan),
      file: 'transactions',
      reason: `loan ${loan.share} ends overpaid: nothing is owed on it`,
    })),
  };
}

function firstLine({ share, reading }: ReadLoan): {
  share: string;
  line: number;
} {
  return { share, line: Math.min(...reading.rows.map(({ line }) => line)) };
}

function problemOf(
  row: { readonly line: number; readonly share: string },
  reason: string,
): Finding {
  return { file: 'transactions', line: row.line, share: row.share, reason };
}

/** Reads the state of the accounts that exist already. */
async function statesOf(
  q: Queries,
  institutionId: number,
  found: FoundAccounts,
): Promise<Map<string, AccountState>> {
  const ids = [...found.ids].flatMap(([share, id]) => (found.fresh.has(share) ? [] : [id]));
  const rows = await q.query<AccountState & { id: string }>(
    `select id, ledger_balance as "ledgerBalance", version > 0 as "isTouched", closed_on is not null as "isClosed",
        overdraft_limit as "overdraftLimit"
      from accounts where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, ids],
  );
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}

/** Finds rows that are, or may be, postings of our own that come back. */
async function matchOurs(
  db: Database,
  given: {
    readonly options: ImportOptions;
    readonly files: ReadFiles;
    readonly found: FoundAccounts;
    readonly known: KnownRows;
  },
): Promise<{ row: IncomingRow; match: OwnMatch }[]> {
  const { options, files, found, known } = given;
  if (!options.ours) return [];
  const clean = (text: string) => options.target.clean?.(text) ?? text;
  const incoming = [...files.rows].flatMap(([share, rows]): IncomingRow[] => {
    const accountId = found.ids.get(share);
    if (accountId === undefined || found.fresh.has(share)) return [];
    return rows
      .filter(({ externalId }) => !known.ids.has(externalId))
      .map((row) => ({ ...row, accountId, description: clean(row.description) }));
  });
  const matches = await options.ours.match(db, incoming);
  return incoming.flatMap((row) => {
    const match = matches.get(row.externalId);
    return match ? [{ row, match }] : [];
  });
}

async function outstandingOf(
  db: Database,
  given: {
    readonly options: ImportOptions;
    readonly files: ReadFiles;
    readonly found: FoundAccounts;
  },
): Promise<ReadonlyMap<string, Outstanding>> {
  const { options, files, found } = given;
  if (!options.ours || !options.since) return new Map();
  const ids = [...files.rows.keys()].flatMap((share) => {
    const id = found.ids.get(share);
    return id === undefined || found.fresh.has(share) ? [] : [id];
  });
  return options.ours.outstanding(db, ids);
}

/** Reads the accounts of earlier imports' postings, by share. */
async function sidesOf(
  q: Queries,
  given: {
    readonly institutionId: number;
    readonly files: ReadFiles;
    readonly found: FoundAccounts;
  },
): Promise<Map<string, Sides>> {
  const { institutionId, files, found } = given;
  const imported = new Map<string, string | undefined>();
  for (const currency of new Set([...files.accounts.values()].map((row) => row.currency))) {
    const internal = await internalAccounts(q, institutionId, currency);
    imported.set(currency, internal.get('imported'));
  }
  return new Map(
    [...files.accounts].flatMap(([share, line]): [string, Sides][] => {
      const accountId = found.ids.get(share);
      const importedId = imported.get(line.currency);
      if (accountId === undefined || importedId === undefined || found.fresh.has(share)) return [];
      return [[share, { accountId, importedId, isLoan: isLoan(line) }]];
    }),
  );
}
