import type { Database, Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { type NamedLine, nameLines } from './named-lines.ts';
import { type OwnEntry, unsentEntries } from './own-entries.ts';

/** A file of postings for another core. */
export interface PostingFile {
  readonly number: number;
  readonly madeAt: Temporal.Instant;
  /** One for each account of a transaction. */
  readonly lines: readonly NamedLine[];
}

/**
 * Puts what was made here and is in no file yet into the next file. Of two that run at once, the second makes a file only of what the first left.
 * @param given.check throws if the lines can't be written; then no file is made
 * @returns `undefined` if nothing is new
 * @throws SharedName
 */
export async function makePostingFile(
  db: Database,
  given: {
    readonly institutionId: number;
    readonly world: World;
    readonly check?: (lines: readonly NamedLine[]) => void;
  },
): Promise<PostingFile | undefined> {
  const { institutionId, world, check } = given;
  return db.transaction(async (tx) => {
    // The institution's row is the lock: files are numbered, and a line goes into one.
    await tx.query('select 1 from institutions where id = $1 for no key update', [institutionId]);
    const entries = joined(await unsentEntries(tx, institutionId));
    if (entries.length === 0) return undefined;
    const lines = await nameLines(tx, institutionId, entries);
    check?.(lines);
    const madeAt = world.clock.now();
    const [last] = await tx.query<{ number: number | null }>(
      'select max(number)::int as number from posting_files where institution_id = $1',
      [institutionId],
    );
    const number = (last?.number ?? 0) + 1;
    await tx.query(
      'insert into posting_files (institution_id, number, made_at, lines) values ($1, $2, $3, $4)',
      [institutionId, number, madeAt, lines.length],
    );
    await tx.query(
      `insert into posting_lines (institution_id, transaction_id, account_id, file_number, amount, state)
        select $1, n.transaction_id, n.account_id, $2, n.amount, 'sent'
        from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as n (transaction_id, account_id, amount)`,
      [
        institutionId,
        number,
        lines.map((line) => line.transactionId),
        lines.map((line) => line.accountId),
        lines.map((line) => line.amount),
      ],
    );
    return { number, madeAt, lines };
  });
}

/**
 * Reads a file that was made before, with the same lines and ids. `undefined`: there is none with this number.
 * @throws SharedName
 */
export async function readPostingFile(
  q: Queries,
  institutionId: number,
  number: number,
): Promise<PostingFile | undefined> {
  const [file] = await q.query<{ madeAt: Temporal.Instant }>(
    'select made_at as "madeAt" from posting_files where institution_id = $1 and number = $2',
    [institutionId, number],
  );
  if (!file) return undefined;
  const entries = await q.query<OwnEntry>(
    `select l.transaction_id as "transactionId", l.account_id as "accountId", t.effective_on as "effectiveOn",
        e.amount * a.normal_side as amount, e.kind, e.check_number as "checkNumber", e.description
      from posting_lines l
      join transactions t on t.institution_id = $1 and t.id = l.transaction_id
      join entries e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id and e.account_id = l.account_id
      join accounts a on a.institution_id = $1 and a.id = l.account_id
      where l.institution_id = $1 and l.file_number = $2
      order by l.transaction_id, l.account_id`,
    [institutionId, number],
  );
  const lines = await nameLines(q, institutionId, joined(entries));
  return { number, madeAt: file.madeAt, lines };
}

/** One line for each account of a transaction, even if it has two entries on it. */
function joined(entries: readonly OwnEntry[]): OwnEntry[] {
  const lines = new Map<string, OwnEntry>();
  for (const entry of entries) {
    const key = `${entry.transactionId}/${entry.accountId}`;
    const same = lines.get(key);
    lines.set(key, same ? { ...same, amount: same.amount + entry.amount } : entry);
  }
  return [...lines.values()].filter(({ amount }) => amount !== 0n);
}
