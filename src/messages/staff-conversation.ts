import type { AddressState } from '../kernel/vocabulary/address-state.ts';
import type { HandoverState } from '../kernel/vocabulary/handover.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Queries } from '../database/database.ts';
import type { ChannelName } from './channel.ts';
import { optedOutAt } from './opted-out-at.ts';

/** A conversation of a member, as a person of the staff writes in it. */
export interface StaffConversation {
  readonly id: string;
  readonly channel: ChannelName;
  readonly handover: HandoverState | null;
  /** STOP was said here, or for all channels. Nothing may leave. */
  readonly stoppedAt: Temporal.Instant | null;
  readonly addressId: string;
  readonly addressState: AddressState;
  /** The handle, or the number with most digits masked. */
  readonly addressName: string | null;
  readonly memberId: string;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly language: Language | null;
  readonly zone: string | null;
}

const columns = `c.id, c.channel, c.handover, coalesce(${optedOutAt('c')}, o.at) as "stoppedAt",
    a.id as "addressId", a.state as "addressState", a.handle as "addressName", m.id as "memberId", m.number as "memberNumber",
    m.name as "memberName", m.language, m.zone
  from conversations c
  join addresses a on a.institution_id = $1 and a.conversation_id = coalesce(c.merged_into, c.id)
  join members m on m.institution_id = $1 and m.id = a.member_id
  left join member_opt_outs o on o.institution_id = $1 and o.member_id = m.id
  where c.institution_id = $1`;

/**
 * Reads the conversation of a member's address. An address that changed hands gives the member who
 * has it now.
 * @param options `lock`: no message comes in or leaves there until the transaction ends
 * @returns `undefined` where nobody enrolled has it
 */
export async function staffConversation(
  q: Queries,
  {
    institutionId,
    conversationId,
  }: { readonly institutionId: number; readonly conversationId: string },
  options: { readonly lock?: boolean } = {},
): Promise<StaffConversation | undefined> {
  if (options.lock)
    await q.query(
      'select 1 from conversations where institution_id = $1 and id = $2 for no key update',
      [institutionId, conversationId],
    );
  const [row] = await q.query<StaffConversation>(
    `select ${columns} and c.id = $2 order by (a.state = 'removed'), a.id desc limit 1`,
    [institutionId, conversationId],
  );
  return row;
}

/** Lists the conversations of a member's addresses, the latest address first. */
export async function conversationsOfMember(
  q: Queries,
  { institutionId, memberId }: { readonly institutionId: number; readonly memberId: string },
): Promise<StaffConversation[]> {
  return q.query<StaffConversation>(
    `select ${columns} and c.merged_into is null and m.id = $2 and a.state <> 'removed' order by a.id desc`,
    [institutionId, memberId],
  );
}

/** Writes whether a person holds each of these conversations. The transaction has locked them. */
export async function setHandover(
  tx: Queries,
  institutionId: number,
  changes: readonly { readonly conversationId: string; readonly state: HandoverState }[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `update conversations c set handover = n.state
      from unnest($2::uuid[], $3::text[]) as n (id, state)
      where c.institution_id = $1 and c.id = n.id`,
    [
      institutionId,
      changes.map(({ conversationId }) => conversationId),
      changes.map(({ state }) => state),
    ],
  );
}
