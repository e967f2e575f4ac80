import type { Queries } from '../../database/database.ts';
import { contentOf } from '../content.ts';
import { loadKnown } from '../load-known.ts';
import { describeRefusal, rowKey, rowOrder, type Sides } from './import-orders.ts';
import type { BalanceDifference } from './import-report.ts';
import type { TransactionLine } from './import-rows.ts';
import type { Finding } from './read-table.ts';

/** Rows that an earlier import posted. */
export interface KnownRows {
  /** Their external ids. */
  readonly ids: ReadonlySet<string>;
  readonly compared: number;
  readonly differences: readonly BalanceDifference[];
  readonly errors: readonly Finding[];
}

const chunkSize = 2_000;

/**
 * Finds rows that are already in the books and compares their balances.
 * @param given.sidesOf the accounts of an existing share; `undefined` for a new one
 */
export async function findKnownRows(
  q: Queries,
  given: {
    readonly institutionId: number;
    readonly rows: readonly TransactionLine[];
    readonly sidesOf: (share: string) => Sides | undefined;
    readonly clean: (description: string) => string;
  },
): Promise<KnownRows> {
  const { institutionId, rows, sidesOf, clean } = given;
  const ids = new Set<string>();
  const differences: BalanceDifference[] = [];
  const errors: Finding[] = [];
  let compared = 0;
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    const known = await loadKnown(q, institutionId, chunk.map(rowKey));
    for (const row of chunk) {
      const found = known.get(rowKey(row));
      if (!found) continue;
      const sides = sidesOf(row.share);
      if (!sides || !isSame(found.content, row, { sides, clean })) {
        const { line, share } = row;
        errors.push({ file: 'transactions', line, share, reason: describeRefusal('key_reused') });
        continue;
      }
      ids.add(row.externalId);
      if (row.balance === undefined) continue;
      compared += 1;
      const entry = found.entries.find(({ accountId }) => accountId === sides.accountId);
      const difference = entry && differenceOf(row, entry.balanceAfter);
      if (difference) differences.push(difference);
    }
  }
  return { ids, compared, differences, errors };
}

/** Whether a row was posted as it is now. Earlier imports left a loan’s rows the words of deposits. */
function isSame(
  content: Uint8Array,
  row: TransactionLine,
  { sides, clean }: { readonly sides: Sides; readonly clean: (text: string) => string },
): boolean {
  const order = rowOrder(row, sides, clean);
  return [row.kind, order.kind].some((kind) => contentOf({ ...order, kind }).equals(content));
}

/** Returns the difference between a row's balance and the books; `undefined` if they agree. */
export function differenceOf(
  { line, externalId, share, digits, balance }: TransactionLine,
  computed: bigint,
): BalanceDifference | undefined {
  if (balance === undefined || balance === computed) return undefined;
  return { line, externalId, share, digits, shown: balance, computed };
}
