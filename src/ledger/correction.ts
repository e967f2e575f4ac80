import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { amountMax, type Amount } from '../money/amount.ts';
import { openBooks } from './open-books.ts';
import type { EntriesOrder } from './order.ts';

/** How often a transaction can be corrected. Each correction but the last is reversed before. */
const correctionsMax = 9;

/** The keys of the transactions that correct another, in their order. */
function correctionKeys(transactionId: string): string[] {
  return Array.from({ length: correctionsMax }, (_, index) =>
    index === 0 ? `correction:${transactionId}` : `correction:${transactionId}:${index + 1}`,
  );
}

/** The transaction that a correction's key names; `undefined` for any other key. */
export function correctedBy(key: string): string | undefined {
  const [kind, transactionId] = key.split(':');
  return kind === 'correction' ? transactionId : undefined;
}

/** Lists the corrections of a transaction, oldest first, with whether each was reversed. */
export async function correctionsOf(
  q: Queries,
  institutionId: number,
  transactionId: string,
): Promise<{ id: string; isReversed: boolean }[]> {
  return q.query(
    `select c.id, exists (select from transactions r where r.institution_id = $1 and r.reversal_of = c.id) as "isReversed"
      from transactions c where c.institution_id = $1 and c.key = any($2::text[]) order by c.key`,
    [institutionId, correctionKeys(transactionId)],
  );
}

export type Correctable =
  | { readonly order: EntriesOrder }
  | {
      readonly refused:
        | 'transaction_not_found'
        | 'already_reversed'
        | 'already_corrected'
        | 'not_correctable';
    };

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
  const corrections = await correctionsOf(tx, institutionId, transactionId);
  if (corrections.some(({ isReversed }) => !isReversed)) return { refused: 'already_corrected' };
  const key = correctionKeys(transactionId)[corrections.length];
  if (key === undefined) return { refused: 'not_correctable' };
  const [one, other] = original.entries;
  if (!one || !other || original.entries.length > 2) return { refused: 'not_correctable' };
  const before = one.amount < 0n ? -one.amount : one.amount;
  const difference = amount - before;
  if (amount <= 0n || amount > amountMax || difference === 0n)
    return { refused: 'not_correctable' };
  return {
    order: {
      order: 'entries',
      key,
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
  await openBooks(tx, {
    institutionId,
    world,
    moving: [],
    reversing: [transactionId],
    keys: [],
  });
  const corrections = await correctionsOf(tx, institutionId, transactionId);
  return corrections.some(({ isReversed }) => !isReversed);
}
