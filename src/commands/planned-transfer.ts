import type { Share } from '../shares/share.ts';

/** A transfer whose shares and amount (minor units) are settled. */
export interface PlannedTransfer {
  readonly amount: bigint;
  readonly from: Share;
  readonly to: Share;
}
