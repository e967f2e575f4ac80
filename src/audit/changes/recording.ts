import {
  type Database,
  madeHere,
  type Queries,
  type Statement,
  type Transaction,
} from '../../database/database.ts';
import { together } from '../../database/together.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import { batchOf } from '../batch.ts';
import { isAnythingSigned } from '../made.ts';
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
    return db.transaction(async (tx) => work(new Recorder(tx, plan, options).transaction));
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

/** By transaction, what records its changes. */
const recorders = new WeakMap<object, Recorder>();

/** Records a change that no statement of this transaction shows, such as a row that was there before. */
export async function recordChange(
  tx: Transaction,
  institutionId: number,
  change: Change,
): Promise<void> {
  await recorders.get(tx.scope)?.record(institutionId, change);
}

/** One transaction that records what it writes. */
class Recorder {
  /** What the transaction's work is given. */
  readonly transaction: Transaction;
  readonly #tx: Transaction;
  readonly #planner: Planner;
  readonly #options: RecordingOptions;
  readonly #captured = new CapturedChanges();
  /** Institutions whose batch waits to be appended and will take their changes, each with what signs it. */
  readonly #joined = new Map<number, { readonly keyring?: Keyring | undefined }>();
  /** Changes that are being written: the chain's row follows at once, and waits for both. */
  #writing: Promise<unknown> | undefined;

  constructor(tx: Transaction, planner: Planner, options: RecordingOptions) {
    this.#tx = tx;
    this.#planner = planner;
    this.#options = options;
    const { last } = tx;
    this.transaction = {
      scope: tx.scope,
      query: async (statement, parameters) => this.#query(statement, parameters),
      ...(last
        ? {
            // What is not in the chain yet has to come before the commit.
            last: async (statement, parameters) =>
              this.#captured.isEmpty() && !planner(statement)
                ? this.#withWriting(last(statement, parameters))
                : this.#query(statement, parameters),
          }
        : {}),
    };
    recorders.set(tx.scope, this);
  }

  async record(institutionId: number, change: Change): Promise<void> {
    this.#captured.add({ ...change, institutionId });
    await this.#join(institutionId);
  }

  async #query<Row>(
    statement: Statement | string,
    parameters: readonly unknown[] | undefined,
  ): Promise<Row[]> {
    const plan = this.#planner(statement);
    if (!plan) {
      this.#captured.follow(typeof statement === 'string' ? statement : statement.text);
      return this.#withWriting(this.#tx.query<Row>(statement, parameters));
    }
    const rows = await this.#tx.query(plan.statement, parameters);
    const changed = new Set<number>();
    // At once: what other statements wrote meanwhile comes after it.
    for (const row of rows) changed.add(this.#capture(row, plan));
    for (const institution of changed) {
      const keyring = await this.#join(institution);
      if (!plan.makesInstitution) continue;
      // Its own chain has no signature yet. Without one nothing would tell it from one that somebody put in.
      if (!keyring && (await isAnythingSigned(this.#tx))) throw needsKey();
      await beginRecord(this.transaction, this.#options.world, institution);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rows that the caller's own text says
    return (plan.hasReturning ? rows.map(withoutHidden) : []) as Row[];
  }

  #capture(row: Record<string, unknown>, plan: WritePlan): number {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the plan's own column
    const shown = row[hiddenColumn] as ShownRow;
    this.#captured.add({ ...plan.changeOf(shown), institutionId: shown.institution });
    return shown.institution;
  }

  /**
   * Has the institution's batch take its changes.
   * @returns what signs it
   */
  async #join(institutionId: number): Promise<Keyring | undefined> {
    const joined = this.#joined.get(institutionId);
    if (joined) return joined.keyring;
    const { world, keyringOf } = this.#options;
    const signs: { keyring?: Keyring | undefined } = {};
    this.#joined.set(institutionId, signs);
    const keyring = (signs.keyring = await keyringOf(institutionId, this.#tx));
    if (!keyring) await assertUnsigned(this.#tx, institutionId);
    const batch = batchOf(this.transaction, { institutionId, world, keyring });
    batch.whenNumbered('changes', async (number) => {
      this.#joined.delete(institutionId);
      const changes = this.#captured.take(institutionId);
      const { leaves, written } = insertChanges(this.#tx, { institutionId, number }, changes);
      // Nobody waits for it where the transaction fails before its next statement.
      written.catch(() => {});
      this.#writing = written;
      return leaves;
    });
    return keyring;
  }

  async #withWriting<Row>(asked: Promise<Row[]>): Promise<Row[]> {
    if (!this.#writing) return asked;
    const [, rows] = await together([this.#writing, asked]);
    this.#writing = undefined;
    return rows;
  }
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
  throw needsKey();
}

function needsKey(): Fault {
  return new Fault({
    code: 'needs_key',
    message:
      'This changes what the record covers, and the record is signed: set TMM_MASTER_KEYS as for `tmm serve`',
    retryable: false,
  });
}
