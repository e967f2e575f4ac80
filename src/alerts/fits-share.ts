import type { AlertKind } from '../kernel/vocabulary/alert-kind.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';

/** Whether such an alert can be about a share: loans have no available balance, and only they have payments that are due. Pure. */
export function fitsShare(kind: AlertKind, share: { readonly kind: ShareKind }): boolean {
  if (kind === 'due') return share.kind === 'loan';
  return share.kind !== 'loan' || kind === 'weekly' || kind === 'deposit';
}
