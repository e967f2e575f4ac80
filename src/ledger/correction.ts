import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { amountMax, type Amount } from '../money/amount.ts';
import { openBooks } from './open-books.ts';
import type { EntriesOrder } from './order.ts';

/** The key of the one transaction that corrects another. */
export function correctionKey(transactionId: string): string {
  return `correction:${transactionId}`;
}

/** The transaction that a correction's key names; `undefined` for any other key. */
export function correctedBy(key: string): string | undefined {
  return key.startsWith('correction:') ? key.slice('correction:'.length) : undefined;
}

export type Correctable =
  | { readonly order: EntriesOrder }
  | { readonly refused: 'transaction_not_found' | 'already_reversed' | 'not_correctable' };

/**
 * Makes the order that posts the difference between a transaction's amount and the right one. Locks
 * its accounts, so that no reversal comes between.
 */
export async function correctionOf(
  tx: Queries,
  given: {
    readonly institutionId: number;
    readonly world: World;
    readonly transactionId: string;
    readonly amount: Amount;
    readonly description: string;
    readonly on: Temporal.PlainDate;
  },
): Promise<Correctable> {
  const { institutionId, world, transactionId, amount, description, on } = given;
  const books = await openBooks(tx, {
    institutionId,
    world,
    moving: [],
    reversing: [transactionId],
    keys: [],
  });
  const original = books.originals.get(transactionId);
  if (!original) return { refused: 'transaction_not_found' };
  if (original.isReversed) return { refused: 'already_reversed' };
  const [one, other] = original.entries;
  if (!one || !other || original.entries.length > 2) return { refused: 'not_correctable' };
  const before = one.amount < 0n ? -one.amount : one.amount;
  const difference = amount - before;
  if (amount <= 0n || amount > amountMax || difference === 0n)
    return { refused: 'not_correctable' };
  return {
    order: {
      order: 'entries',
      key: correctionKey(transactionId),
      kind: 'correction',
      memo: `corrects ${transactionId}`,
      effectiveOn: on,
      entries: [one, other].map((leg) => ({
        accountId: leg.accountId,
        amount: leg.amount > 0n ? difference : -difference,
        kind: leg.kind,
        description,
      })),
    },
  };
}

/**
 * Tells whether a transaction has a correction that stands. Locks its accounts, so that none comes
 * between.
 */
export async function hasCorrection(
  tx: Queries,
  given: { readonly institutionId: number; readonly world: World; readonly transactionId: string },
): Promise<boolean> {
  const { institutionId, world, transactionId } = given;
  const key = correctionKey(transactionId);
  const books = await openBooks(tx, {
    institutionId,
    world,
    moving: [],
    reversing: [transactionId],
    keys: [key],
  });
  const known = books.known.get(key);
  if (!known) return false;
  const reversed = await tx.query(
    'select 1 from transactions where institution_id = $1 and reversal_of = $2',
    [institutionId, known.transactionId],
  );
  return reversed.length === 0;
}
