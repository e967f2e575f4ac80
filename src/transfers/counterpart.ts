import type { CoreEntry } from '../core/core.ts';
import { shareKinds, type ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { Share } from '../shares/share.ts';
import { transferKind } from './order.ts';

/** The other side of a transfer between own shares, as it is called now. */
export interface Counterpart {
  /** Whether money went there, or came from there. */
  readonly direction: 'to' | 'from';
  readonly kind: ShareKind;
  /** Absent: the member sees this share no more, so no suffix names it. */
  readonly suffix?: string;
  readonly nickname?: string;
}

/** What is known of accounts that may stand on the other side. */
export interface KnownAccounts {
  /** The shares that the member may see. */
  readonly shares: readonly Share[];
  /** What other accounts are; see `unnamedOf`. */
  kindOf(accountId: string): string | undefined;
}

/** The accounts on the other side of transfers that none of these shares stands for. */
export function unnamedOf(entries: readonly CoreEntry[], shares: readonly Share[]): string[] {
  return entries.flatMap(({ kind, counterAccountId }) => {
    if (kind !== transferKind || counterAccountId === undefined) return [];
    return shares.some(({ accountId }) => accountId === counterAccountId) ? [] : [counterAccountId];
  });
}

/**
 * The other side of an entry on a share of this kind.
 * @returns `undefined` where it is no transfer between shares: then its description says what it was
 */
export function counterpartOf(
  { kind, amount, counterAccountId }: CoreEntry,
  ofShare: ShareKind,
  known: KnownAccounts,
): Counterpart | undefined {
  if (kind !== transferKind || counterAccountId === undefined) return undefined;
  // A payment comes from somewhere, and lowers what is owed.
  const direction = amount > 0n === (ofShare === 'loan') ? 'to' : 'from';
  const own = known.shares.find(({ accountId }) => accountId === counterAccountId);
  if (own) {
    const { suffix, nickname } = own;
    return { direction, kind: own.kind, suffix, ...(nickname === undefined ? {} : { nickname }) };
  }
  const other = known.kindOf(counterAccountId);
  const shareKind = shareKinds.find((one) => one === other);
  return shareKind && { direction, kind: shareKind };
}
