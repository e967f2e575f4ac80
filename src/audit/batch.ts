import type { Queries, Transaction } from '../database/database.ts';
import type { TransactionScope } from '../database/transaction-scope.ts';
import { assert } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import type { World } from '../kernel/world.ts';
import { insertChainRow, type LockedHead, lockHead } from './chain.ts';
import { chainFormat, type ChainRow, hashOf, type PartName, type Versions } from './chain-row.ts';
import { appendEvents } from './events/append-events.ts';
import { joinLeaves, type Leaf } from './leaf.ts';
import { leafFormats } from './leaf-formats.ts';
import { rootOf } from './merkle.ts';

/**
 * What one transaction writes of one institution, as one row of the chain. Rooms add the leaves of their rows; the row is appended
 * before the commit. Locks are taken in one order everywhere: conversations, accounts, and the head of the chain last. So `append` comes
 * after everything else.
 */
export interface Batch {
  /** Rows that the batch writes name it. */
  readonly id: string;
  readonly institutionId: number;
  /** Adds the leaves of rows that the transaction writes. */
  add(part: PartName, leaves: readonly Leaf[]): void;
  /** Adds what the batch decided, for those who act on it later. A batch that has nothing but events appends no row. */
  tell(events: readonly DomainEvent[]): void;
  /** Adds versions of what the batch was decided with: the row of the chain keeps them. */
  note(versions: Versions): void;
  /**
   * Writes rows that name the number of the chain's row, after the head was locked, and adds their leaves. For what is known only at the
   * end of the transaction.
   */
  whenNumbered(part: PartName, write: (number: bigint) => Promise<readonly Leaf[]>): void;
  /**
   * Appends the row now. Without this call it is appended before the commit. What the transaction writes afterwards is another batch.
   * @param given.head where it was locked before, beside other statements
   * @param given.ends nothing of the transaction comes after: the commit goes with it
   * @returns `undefined` where the batch has neither leaves nor versions of its own
   */
  append(given?: {
    readonly head?: LockedHead | undefined;
    readonly ends?: true;
  }): Promise<ChainRow | undefined>;
}

export interface BatchContext {
  readonly institutionId: number;
  readonly world: World;
  /** Signs the row. Without one it is chained only, which `verify` says. */
  readonly keyring?: Keyring | undefined;
}

/** The batches of each transaction that are not appended yet, by institution. */
const openBatches = new WeakMap<TransactionScope, Map<number, OpenBatch>>();

/** The batch of an institution in this transaction: begun by the first who asks for it. */
export function batchOf(tx: Queries, context: BatchContext): Batch {
  assert(isTransaction(tx), 'a batch is a transaction’s');
  const { scope } = tx;
  const known = openBatches.get(scope) ?? beginAll(scope);
  const open = known.get(context.institutionId);
  if (open) {
    open.keyring ??= context.keyring;
    return open;
  }
  const batch = new OpenBatch(tx, context, () => known.delete(context.institutionId));
  known.set(context.institutionId, batch);
  return batch;
}

const isTransaction = (q: Queries): q is Transaction => q.scope !== undefined;

function beginAll(scope: TransactionScope): Map<number, OpenBatch> {
  const known = new Map<number, OpenBatch>();
  openBatches.set(scope, known);
  scope.beforeCommit(async () => {
    // In the order of the institutions, so that no two transactions wait for each other.
    const open = [...known].sort(([a], [b]) => a - b).map(([, batch]) => batch);
    for (const batch of open) await batch.append(batch === open.at(-1) ? { ends: true } : {});
  });
  return known;
}

class OpenBatch implements Batch {
  readonly id: string;
  readonly institutionId: number;
  keyring: Keyring | undefined;
  readonly #tx: Transaction;
  readonly #context: BatchContext;
  readonly #close: () => void;
  readonly #leaves: Record<PartName, Leaf[]> = { books: [], messages: [], changes: [] };
  readonly #late: { part: PartName; write: (number: bigint) => Promise<readonly Leaf[]> }[] = [];
  readonly #events: DomainEvent[] = [];
  #versions: Versions = leafFormats;
  #isAppended = false;

  constructor(tx: Transaction, context: BatchContext, close: () => void) {
    this.#tx = tx;
    this.#context = context;
    this.#close = close;
    this.keyring = context.keyring;
    this.institutionId = context.institutionId;
    this.id = context.world.ids.next();
  }

  add(part: PartName, leaves: readonly Leaf[]): void {
    this.#assertOpen();
    for (const leaf of leaves) this.#leaves[part].push(leaf);
  }

  tell(events: readonly DomainEvent[]): void {
    this.#assertOpen();
    this.#events.push(...events);
  }

  note(versions: Versions): void {
    this.#assertOpen();
    this.#versions = { ...this.#versions, ...versions };
  }

  whenNumbered(part: PartName, write: (number: bigint) => Promise<readonly Leaf[]>): void {
    this.#assertOpen();
    this.#late.push({ part, write });
  }

  async append(
    given: { readonly head?: LockedHead | undefined; readonly ends?: true } = {},
  ): Promise<ChainRow | undefined> {
    this.#assertOpen();
    if (this.#isEmpty()) {
      this.#end();
      await appendEvents(this.#tx, this.#context.world, this.institutionId, this.#events);
      return undefined;
    }
    const head = given.head ?? (await lockHead(this.#tx, this.institutionId));
    const number = head.number + 1n;
    for (const { part, write } of this.#late) this.add(part, await write(number));
    this.#end();
    const row = this.#rowBehind(head);
    await insertChainRow(this.#tx, row, { events: this.#events, ends: given.ends === true });
    return row;
  }

  #isEmpty(): boolean {
    const isPlain = this.#versions === leafFormats && this.#late.length === 0;
    return isPlain && Object.values(this.#leaves).every(({ length }) => length === 0);
  }

  #assertOpen(): void {
    assert(!this.#isAppended, 'nothing is added to a batch that is in the chain');
  }

  #end(): void {
    this.#isAppended = true;
    this.#close();
  }

  #rowBehind(head: LockedHead): ChainRow {
    const { books, messages, changes } = this.#leaves;
    const leaves = [...books, ...messages, ...changes];
    const content = {
      institutionId: this.institutionId,
      number: head.number + 1n,
      format: chainFormat,
      batchId: this.id,
      booksDigest: null,
      messagesDigest: null,
      booksCount: books.length,
      messagesCount: messages.length,
      changesCount: changes.length,
      root: rootOf(leaves),
      versions: this.#versions,
      previousHash: head.hash,
      isSigned: this.keyring !== undefined,
      writtenAt: this.#context.world.clock.now(),
    };
    const hash = hashOf(content);
    const signature = this.keyring?.sign('record', hash) ?? null;
    return { ...content, leaves: joinLeaves(leaves), hash, signature };
  }
}
