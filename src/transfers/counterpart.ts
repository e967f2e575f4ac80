import type { CoreEntry } from '../core/core.ts';
import { shareKinds, type ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { Share } from '../shares/share.ts';
import { transferKind } from './order.ts';

/** The other side of a transfer between the member's own accounts, by its current name. */
export interface Counterpart {
  /** Whether money went there or came from there. */
  readonly direction: 'to' | 'from';
  readonly kind: ShareKind;
  /** Absent: the member no longer sees this account, so no suffix names it. */
  readonly suffix?: string;
  readonly nickname?: string;
}

/** The known accounts that may be on the other side. */
export interface KnownAccounts {
  /** The accounts that the member may see. */
  readonly shares: readonly Share[];
  /** The kinds of other accounts; see `unnamedOf`. */
  kindOf(accountId: string): string | undefined;
}

/** Returns the other-side accounts of transfers that are not among these shares. */
export function unnamedOf(entries: readonly CoreEntry[], shares: readonly Share[]): string[] {
  return entries.flatMap(({ kind, counterAccountId }) => {
    if (kind !== transferKind || counterAccountId === undefined) return [];
    return shares.some(({ accountId }) => accountId === counterAccountId) ? [] : [counterAccountId];
  });
}

/**
 * Returns the other side of an entry on an account of this kind.
 * @returns `undefined` if it is no transfer between shares; then use its description
 */
export function counterpartOf(
  { kind, amount, counterAccountId }: CoreEntry,
  ofShare: ShareKind,
  known: KnownAccounts,
): Counterpart | undefined {
  if (kind !== transferKind || counterAccountId === undefined) return undefined;
  // A loan payment comes from an account and lowers the debt.
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
