import type { Amount } from '../money/amount.ts';
import type { Share } from '../shares/share.ts';

/** A transfer whose shares and amount (minor units) are settled. */
export interface PlannedTransfer {
  readonly amount: Amount;
  readonly from: Share;
  readonly to: Share;
  /** A side was not named, or was only what is left of several: asked before money moves. */
  readonly guessed?: boolean;
}
