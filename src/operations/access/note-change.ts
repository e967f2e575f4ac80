import { recordSecurityEvent, type SecurityEventKind } from '../../access/events.ts';
import type { Queries } from '../../database/database.ts';
import type { Announced } from '../../kernel/vocabulary/change.ts';
import { announceChange } from '../../notices/announce.ts';
import type { RequestContext } from '../request-context.ts';

/**
 * Changes of a member's access that we notify them of on all their channels, no matter who made
 * them.
 */
type Told = Extract<
  Announced,
  | 'access_activated'
  | 'passkey_added'
  | 'passkey_removed'
  | 'password_changed'
  | 'totp_changed'
  | 'recovery_used'
  | 'signed_out_everywhere'
>;

/**
 * Records a change of a member's access and notifies them, in the transaction that makes it.
 * Call `request.queued()` after the commit.
 */
export async function noteChange(
  tx: Queries,
  request: RequestContext,
  change: {
    readonly memberId: string;
    readonly what: Told;
    /**
     * Records the change under this name, where the member's own list is more exact than the
     * notice.
     */
    readonly event?: SecurityEventKind;
    readonly detail?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { memberId, what, detail } = change;
  await recordSecurityEvent(tx, request, {
    institutionId: request.institution.id,
    memberId,
    kind: change.event ?? what,
    device: request.device,
    ...(detail ? { detail } : {}),
  });
  await announceChange(tx, request, { memberId, what });
}
