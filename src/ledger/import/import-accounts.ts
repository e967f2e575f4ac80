import type { Database, Queries } from '../../database/database.ts';
import { assert } from '../../kernel/assert.ts';
import { openInternalAccounts } from '../internal-accounts.ts';
import type { OpenAccountOrder } from '../order.ts';
import { postIn } from '../post.ts';
import type { ImportOptions } from './import-options.ts';
import { type AccountLine, shareOf } from './import-rows.ts';
import { type DescribedAnswer, type ShareAnswer, differenceFrom } from './import-target.ts';
import type { Finding } from './read-table.ts';

/** The result for the rows of the accounts file. */
export interface FoundAccounts {
  /** Account ids by share. */
  readonly ids: ReadonlyMap<string, string>;
  /** The shares whose accounts are new. */
  readonly fresh: ReadonlySet<string>;
  readonly errors: readonly Finding[];
  readonly notes: readonly Finding[];
  /** What changes of the shares besides, each with its line. */
  readonly changes: readonly Finding[];
}

type Fresh = AccountLine & { readonly accountId: string };

const chunkSize = 500;

/**
 * Finds out what `openAccounts` would do, without changes: it creates the members and shares and
 * rolls back. So it uses the same rules.
 */
export async function rehearseAccounts(
  db: Database,
  options: ImportOptions,
  rows: readonly AccountLine[],
): Promise<FoundAccounts> {
  try {
    return await db.transaction(async (tx) => {
      const found = gather();
      for (const chunk of chunksOf(rows)) found.add(chunk, await ensure(tx, options, chunk));
      for (const chunk of chunksOf(rows)) await describe(tx, { options, found, chunk });
      throw new Rehearsed(found);
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.found;
    throw error;
  }
}

/** Carries a result out of a transaction that rolls back. */
class Rehearsed extends Error {
  readonly found: FoundAccounts;
  constructor(found: FoundAccounts) {
    super('undone');
    this.found = found;
  }
}

/** Opens the new accounts of the file with their shares. */
export async function openAccounts(
  db: Database,
  options: ImportOptions,
  rows: readonly AccountLine[],
  firstDays: ReadonlyMap<string, Temporal.PlainDate>,
): Promise<FoundAccounts> {
  const { institutionId, world, keyring, today } = options;
  const found = gather();
  let done = 0;
  for (const chunk of chunksOf(rows)) {
    const ensured = await db.transaction(async (tx) => {
      const made = await ensure(tx, options, chunk);
      const orders = made.fresh.map((row) =>
        openingOrder(row, firstDays.get(shareOf(row)) ?? today),
      );
      const outcomes = await postIn(tx, { institutionId, world, keyring, orders, isHistory: true });
      assert(
        outcomes.every(({ outcome }) => outcome === 'posted'),
        'a new share has its own account',
      );
      return made;
    });
    found.add(chunk, ensured);
    done += chunk.length;
    options.onProgress?.({ stage: 'accounts', done, total: rows.length });
  }
  // Another owner's own suffix may be free only beside all shares of the file.
  for (const chunk of chunksOf(rows))
    await db.transaction(async (tx) => describe(tx, { options, found, chunk }));
  return found;
}

/** Brings owners and loan terms to what the file says. */
async function describe(
  tx: Queries,
  given: {
    readonly options: ImportOptions;
    readonly found: ReturnType<typeof gather>;
    readonly chunk: readonly AccountLine[];
  },
): Promise<void> {
  const { target } = given.options;
  const { found } = given;
  const rows = given.chunk.flatMap((row) => {
    const accountId = found.ids.get(shareOf(row));
    const says = row.details.joint !== undefined || row.details.terms !== undefined;
    return accountId === undefined || !says ? [] : [{ ...row, accountId }];
  });
  if (!target.describeShares || rows.length === 0) return;
  const answers = await target.describeShares(tx, rows);
  found.describe(rows, answers);
}

/** Opens the missing internal accounts for the other side of the import, by currency. */
export async function openOtherSides(
  db: Database,
  options: ImportOptions,
  given: { readonly currencies: Iterable<string>; readonly openedOn: Temporal.PlainDate },
): Promise<Map<string, string>> {
  const { institutionId, world, keyring } = options;
  const sides = new Map<string, string>();
  for (const currency of new Set(given.currencies)) {
    const { openedOn } = given;
    const internal = await openInternalAccounts(db, {
      institutionId,
      currency,
      openedOn,
      world,
      keyring,
    });
    sides.set(currency, internal.get('imported') ?? '');
  }
  return sides;
}

interface Ensured {
  readonly answers: readonly (ShareAnswer | undefined)[];
  readonly fresh: readonly Fresh[];
}

/** Finds or creates the members and shares of these rows. It opens no account in the books. */
async function ensure(
  tx: Queries,
  { institutionId, world, target }: ImportOptions,
  rows: readonly AccountLine[],
): Promise<Ensured> {
  // By the old system's name: its member may have renamed it since, and may use the name for
  // another share.
  const before = await openedBefore(tx, institutionId, rows);
  const wanted = rows.flatMap((row) =>
    before.has(shareOf(row)) ? [] : [{ ...row, accountId: world.ids.next() }],
  );
  const given = await target.ensureShares(tx, wanted);
  const answered = new Map(wanted.map((row, index) => [shareOf(row), given[index]]));
  return {
    fresh: wanted.filter((row, index) => {
      const answer = given[index];
      return answer && 'accountId' in answer && answer.accountId === row.accountId;
    }),
    answers: rows.map((row) => {
      const opened = before.get(shareOf(row));
      return opened === undefined ? answered.get(shareOf(row)) : fromEarlierImport(opened, row);
    }),
  };
}

function gather(): FoundAccounts & {
  add(rows: readonly AccountLine[], ensured: Ensured): void;
  describe(rows: readonly AccountLine[], answers: readonly DescribedAnswer[]): void;
} {
  const ids = new Map<string, string>();
  const fresh = new Set<string>();
  const errors: Finding[] = [];
  const notes: Finding[] = [];
  const changes: Finding[] = [];
  return {
    ids,
    fresh,
    errors,
    notes,
    changes,
    describe: (rows, answers) => {
      for (const [index, row] of rows.entries()) {
        const answer = answers[index];
        const where = { file: 'accounts', line: row.line, share: shareOf(row) } as const;
        if (!answer) continue;
        if ('refused' in answer) errors.push({ ...where, reason: answer.refused });
        else for (const reason of answer.changes) changes.push({ ...where, reason });
      }
    },
    add: (rows, ensured) => {
      for (const row of ensured.fresh) fresh.add(shareOf(row));
      for (const [index, row] of rows.entries()) {
        const answer = ensured.answers[index];
        const where = { file: 'accounts', line: row.line, share: shareOf(row) } as const;
        if (!answer || 'refused' in answer) {
          errors.push({ ...where, reason: answer?.refused ?? 'it could not be opened' });
          continue;
        }
        if (answer.note !== undefined) notes.push({ ...where, reason: answer.note });
        ids.set(where.share, answer.accountId);
      }
    },
  };
}

function chunksOf(rows: readonly AccountLine[]): (readonly AccountLine[])[] {
  return Array.from({ length: Math.ceil(rows.length / chunkSize) }, (_, index) =>
    rows.slice(index * chunkSize, (index + 1) * chunkSize),
  );
}

interface Opened {
  readonly accountId: string;
  readonly kind: string;
  readonly currency: string;
}

/** Finds the accounts that earlier imports opened for these rows, by the old system's names. */
async function openedBefore(
  q: Queries,
  institutionId: number,
  rows: readonly AccountLine[],
): Promise<Map<string, Opened>> {
  const opened = await q.query<Opened & { key: string }>(
    `select t.key, e.account_id as "accountId", e.kind, e.currency
      from unnest($2::text[]) as k (key)
      cross join lateral (
        select key, id, batch_id from transactions where institution_id = $1 and key = k.key limit 1
      ) t
      join account_events e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id
        and e.event = 'opened'`,
    [institutionId, rows.map(keyOf)],
  );
  const byKey = new Map(opened.map((one) => [one.key, one]));
  return new Map(
    rows.flatMap((row) => {
      const one = byKey.get(keyOf(row));
      return one === undefined ? [] : [[shareOf(row), one]];
    }),
  );
}

/**
 * Returns the account that an earlier import opened under the row's name, unless the row now
 * differs.
 */
function fromEarlierImport(opened: Opened, row: AccountLine): ShareAnswer {
  const refused = differenceFrom(row, opened);
  return refused === undefined ? { accountId: opened.accountId } : { refused };
}

function keyOf(row: AccountLine): string {
  return `import-account:${shareOf(row)}`;
}

function openingOrder(row: Fresh, openedOn: Temporal.PlainDate): OpenAccountOrder {
  return {
    order: 'open_account',
    key: keyOf(row),
    effectiveOn: openedOn,
    accountId: row.accountId,
    class: row.kind === 'loan' ? 'asset' : 'liability',
    kind: row.kind,
    currency: row.currency,
    internal: false,
    overdraftLimit: row.overdraftLimit,
  };
}
