import type { Asker, TransferOrder } from '../core/core.ts';
import { shareKinds, type ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { Share } from '../shares/share.ts';
import type { PlannedTransfer } from './plan.ts';

/** The kind of every entry that these orders post. */
export const transferKind = 'transfer';

/** Makes an order for the books from a planned transfer: once for each key. */
export function orderOf(
  { from, to, amount }: PlannedTransfer,
  {
    key,
    day,
    asker,
  }: { readonly key: string; readonly day: Temporal.PlainDate; readonly asker: Asker },
): TransferOrder {
  return {
    key,
    fromAccountId: from.accountId,
    toAccountId: to.accountId,
    amount,
    effectiveOn: day,
    fromDescription: describeTransfer('to', to),
    toDescription: describeTransfer('from', from),
    asker,
  };
}

/**
 * Describes a transfer for statements: `TRANSFER TO SAVINGS 0`, or `TRANSFER TO SAVINGS` without a
 * suffix.
 */
export function describeTransfer(
  direction: 'to' | 'from',
  { kind, suffix }: Pick<Share, 'kind'> & { readonly suffix?: string | undefined },
): string {
  const name = suffix === undefined ? kind : `${kind} ${suffix}`;
  return `TRANSFER ${direction} ${name}`.toUpperCase();
}

/**
 * Reads a description that `describeTransfer` wrote.
 * @returns `undefined` for any other text
 */
export function readTransfer(description: string):
  | {
      readonly direction: 'to' | 'from';
      readonly kind: ShareKind;
      readonly suffix: string | undefined;
    }
  | undefined {
  const [, direction, name, suffix] =
    /^TRANSFER (TO|FROM) ([A-Z]+)(?: ([A-Z]?\d{1,3}))?$/.exec(description) ?? [];
  const kind = shareKinds.find((one) => one.toUpperCase() === name);
  return kind && { direction: direction === 'TO' ? 'to' : 'from', kind, suffix };
}
