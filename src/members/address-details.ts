import type { Queries } from '../database/database.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { AddressState } from './member.ts';

/** An address with its rights and limits, without the address itself. */
export interface AddressDetails {
  readonly id: string;
  readonly channel: ChannelName;
  readonly handle: string | null;
  readonly state: AddressState;
  readonly mayMoveMoney: boolean;
  /** Minor units; null for none of its own. */
  readonly perTransfer: bigint | null;
  readonly perDay: bigint | null;
  readonly moneyLockedAt: Temporal.Instant | null;
  readonly provenAt: Temporal.Instant | null;
  readonly lastUsedOn: Temporal.PlainDate | null;
  readonly conversationId: string | null;
}

/**
 * Lists a member's addresses, oldest first, without removed ones.
 * @param asked.lock locks their rows until the transaction ends
 */
export async function addressDetailsOf(
  q: Queries,
  institutionId: number,
  memberId: string,
  asked: { readonly lock?: boolean } = {},
): Promise<AddressDetails[]> {
  return q.query<AddressDetails>(
    `select id, channel, handle, state, may_move_money as "mayMoveMoney", per_transfer as "perTransfer", per_day as "perDay",
        money_locked_at as "moneyLockedAt", proven_at as "provenAt", last_used_on as "lastUsedOn",
        conversation_id as "conversationId"
      from addresses where institution_id = $1 and member_id = $2 and state <> 'removed' order by id${asked.lock ? ' for update' : ''}`,
    [institutionId, memberId],
  );
}
