import { hash } from 'node:crypto';
import type { Order, TransferOrder } from './order.ts';

/**
 * SHA-256 of what makes two orders with one key the same: everything but key and memo; of a transfer neither its day nor
 * its descriptions, since a transfer asked again after midnight, or after a share was renamed, is still the same.
 */
export function contentOf(order: Order): Buffer {
  return hash('sha256', order.order === 'transfer' ? ofTransfer(order) : ofAny(order), 'buffer');
}

/** Most orders are transfers: written out, which is several times faster. */
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
