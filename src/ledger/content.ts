import { createHash } from 'node:crypto';
import type { Order } from './order.ts';

/**
 * SHA-256 of what makes two orders with one key the same: everything but key and memo; of a transfer neither its day nor
 * its descriptions, since a transfer asked again after midnight, or after a share was renamed, is still the same.
 */
export function contentOf(order: Order): Uint8Array {
  const { key: _key, memo: _memo, ...content } = order;
  const kept =
    order.order === 'transfer'
      ? { ...content, effectiveOn: undefined, fromDescription: undefined, toDescription: undefined }
      : content;
  return createHash('sha256').update(canonical(kept)).digest();
}

function canonical(value: object): string {
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fields, (_name, field: unknown) =>
    typeof field === 'bigint' ? field.toString() : field,
  );
}
