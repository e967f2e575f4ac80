import type { ShareRole } from '../kernel/vocabulary/share-role.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';

/** A share as one member has it, with the member's own suffix, nickname and rights. */
export interface Share {
  readonly id: string;
  readonly institutionId: number;
  readonly memberId: string;
  /**
   * 1, 2, 3… in order of opening for this member. It is never reused, so it can identify a share in
   * a receipt.
   */
  readonly ordinal: number;
  readonly accountId: string;
  readonly kind: ShareKind;
  readonly currency: string;
  readonly suffix: string;
  readonly nickname?: string;
  readonly role: ShareRole;
  readonly maySee: boolean;
  readonly mayMoveFrom: boolean;
  readonly mayMoveTo: boolean;
}
