import { hash } from 'node:crypto';
import type { Order, TransferOrder } from './order.ts';

/**
 * Hashes the content that must match between two orders with one key (SHA-256): everything but key
 * and memo. A transfer's day and descriptions don't count either. A transfer sent again after
 * midnight, or after a share was renamed, is still the same.
 */
export function contentOf(order: Order): Buffer {
  return hash('sha256', order.order === 'transfer' ? ofTransfer(order) : ofAny(order), 'buffer');
}

/** Most orders are transfers. Writing the JSON by hand is several times faster. */
function ofTransfer(order: TransferOrder): string {
  const { fromAccountId, toAccountId, amount, kind, checkNumber, forced, limit } = order;
  return JSON.stringify([
    'transfer',
    fromAccountId,
    toAccountId,
    amount.toString(),
    kind,
    checkNumber ?? null,
    forced ?? false,
    limit?.toString() ?? null,
  ]);
}

function ofAny(order: Order): string {
  const { key: _key, memo: _memo, ...content } = order;
  const fields = Object.entries(content)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fields, (_name, field: unknown) =>
    typeof field === 'bigint' ? field.toString() : field,
  );
}
