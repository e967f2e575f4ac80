import type { Amount } from '../money/amount.ts';
import type { Share } from '../shares/share.ts';

/** A transfer with known accounts and amount (minor units). */
export interface PlannedTransfer {
  readonly amount: Amount;
  readonly from: Share;
  readonly to: Share;
  /** A side was not named, or only one account was left to choose. We ask before money moves. */
  readonly guessed?: boolean;
}
