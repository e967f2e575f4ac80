import {
  type Database,
  madeHere,
  type Queries,
  type Statement,
  type Transaction,
} from '../../database/database.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import { batchOf } from '../batch.ts';
import { signingRefusal } from '../newest-signed.ts';
import { beginRecord } from './begin-record.ts';
import { CapturedChanges, insertChanges } from './captured.ts';
import type { Change } from './change.ts';
import { readRecordedTables } from './recorded-columns.ts';
import { createPlanner, hiddenColumn, type ShownRow, type WritePlan } from './write-plan.ts';

export interface RecordingOptions {
  readonly world: World;
  /**
   * What signs an institution's batches. Without a key nothing recorded may be written there once a batch is signed.
   * @param tx reads what it needs to know of the institution
   */
  readonly keyringOf: (
    institutionId: number,
    tx: Queries,
  ) => Keyring | undefined | Promise<Keyring | undefined>;
}

/** Recorded once: a second time would show the same rows twice. */
const known = new WeakSet<Database>();

type Planner = ReturnType<typeof createPlanner>;

/**
 * The same database, which also records: what a statement writes in a recorded table (`recorded-tables.ts`) goes into the chain in the
 * same transaction. The statement shows its rows in a hidden column, which the caller doesn't see. The database is migrated before.
 * @returns the same, where it records already
 */
export function recording(db: Database, options: RecordingOptions): Database {
  if (known.has(db)) return db;
  let planner: Planner | undefined;
  const load = async () => (planner ??= createPlanner(await readRecordedTables(db)));
  const transaction: Database['transaction'] = async (work) => {
    const plan = planner ?? (await load());
    return db.transaction(async (tx) => work(recordingTransaction(tx, plan, options)));
  };
  const recorded: Database = {
    ...db,
    [madeHere]: true,
    transaction,
    query: async <Row>(statement: Statement | string, parameters?: readonly unknown[]) =>
      (planner ?? (await load()))(statement)
        ? transaction(async (tx) => tx.query<Row>(statement, parameters))
        : db.query<Row>(statement, parameters),
    [Symbol.asyncDispose]: async () => db[Symbol.asyncDispose](),
  };
  known.add(recorded);
  return recorded;
}

/** Where a transaction puts a change that its statements don't show, such as a row that was there before. */
const recorders = new WeakMap<object, (institutionId: number, change: Change) => Promise<void>>();

/** Records a change in this transaction of a recording database. */
export async function recordChange(tx: Transaction, institutionId: number, change: Change) {
  await recorders.get(tx.scope)?.(institutionId, change);
}

function recordingTransaction(
  tx: Transaction,
  planner: Planner,
  { world, keyringOf }: RecordingOptions,
): Transaction {
  const captured = new CapturedChanges();
  /** Institutions whose batch waits to be appended and will take their changes. */
  const joined = new Set<number>();
  const join = async (institutionId: number) => {
    if (joined.has(institutionId)) return;
    joined.add(institutionId);
    const keyring = await keyringOf(institutionId, tx);
    if (!keyring) await assertUnsigned(tx, institutionId);
    const batch = batchOf(recorded, { institutionId, world, keyring });
    batch.whenNumbered('changes', async (number) => {
      joined.delete(institutionId);
      return insertChanges(tx, { institutionId, number }, captured.take(institutionId));
    });
  };
  const record = async (institutionId: number, change: Change) => {
    captured.add({ ...change, institutionId });
    await join(institutionId);
  };
  const capture = (row: Record<string, unknown>, plan: WritePlan): number => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the plan's own column
    const shown = row[hiddenColumn] as ShownRow;
    captured.add({ ...plan.changeOf(shown), institutionId: shown.institution });
    return shown.institution;
  };
  const query: Queries['query'] = async <Row>(
    statement: Statement | string,
    parameters?: readonly unknown[],
  ) => {
    const plan = planner(statement);
    if (!plan) {
      captured.follow(typeof statement === 'string' ? statement : statement.text);
      return tx.query<Row>(statement, parameters);
    }
    const rows = await tx.query(plan.statement, parameters);
    const changed = new Set<number>();
    // At once: what other statements wrote meanwhile comes after it.
    for (const row of rows) changed.add(capture(row, plan));
    for (const institution of changed) await join(institution);
    if (plan.makesInstitution)
      for (const institution of changed) await beginRecord(recorded, world, institution);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rows that the caller's own text says
    return (plan.hasReturning ? rows.map(withoutHidden) : []) as Row[];
  };
  const { last } = tx;
  const recorded: Transaction = {
    scope: tx.scope,
    query,
    ...(last
      ? {
          // What is not in the chain yet has to come before the commit.
          last: async (statement, parameters) =>
            captured.isEmpty() && !planner(statement)
              ? last(statement, parameters)
              : query(statement, parameters),
        }
      : {}),
  };
  recorders.set(tx.scope, record);
  return recorded;
}

function withoutHidden({
  [hiddenColumn]: _hidden,
  ...row
}: Record<string, unknown>): Record<string, unknown> {
  return row;
}

/** @throws Fault `needs_key` where the institution's batches are signed, and nothing here signs */
async function assertUnsigned(tx: Queries, institutionId: number): Promise<void> {
  if ((await signingRefusal(tx, institutionId, undefined)) === undefined) return;
  throw new Fault({
    code: 'needs_key',
    message:
      'This changes what the record covers, and the record is signed: set TMM_MASTER_KEYS as for `tmm serve`',
    retryable: false,
  });
}
