import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { awaitsUnreadableNotice, recordUnreadableNotice } from '../members/unreadable-notice.ts';
import type { ChannelName } from '../messages/channel.ts';
import { queueNotices, targetsOf, type NoticeContext, type Target } from './announce.ts';

/**
 * Notifies a member on another of their channels that we can't read what they write from this address, once for each address. If
 * they have no other proven address, or said STOP on all of them, it does nothing until they prove another channel.
 * @returns whether a notice was queued
 */
export async function tellUnreadable(
  tx: Queries,
  context: NoticeContext & { readonly keyring: Keyring },
  from: { readonly memberId: string; readonly addressId: string; readonly channel: ChannelName },
): Promise<boolean> {
  const { institution, world } = context;
  if (!(await awaitsUnreadableNotice(tx, institution.id, from.addressId))) return false;
  const others = (await targetsOf(tx, institution.id, { memberIds: [from.memberId] })).filter(
    ({ channel }) => channel !== from.channel,
  );
  const [target] = await notStopped(tx, institution.id, from.memberId, others);
  if (!target) return false;
  await queueNotices(tx, context, [{ target, reply: { reply: 'unreadable' } }], 'unreadable');
  await recordUnreadableNotice(tx, institution.id, {
    addressId: from.addressId,
    at: world.clock.now(),
  });
  return true;
}

/** Those of conversations without STOP. */
async function notStopped(
  tx: Queries,
  institutionId: number,
  memberId: string,
  targets: readonly Target[],
): Promise<Target[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from conversations where institution_id = $1 and id = any($2::uuid[]) and opted_out_at is not null
      union all select member_id as id from member_opt_outs where institution_id = $1 and member_id = $3`,
    [institutionId, targets.flatMap(({ conversationId }) => conversationId ?? []), memberId],
  );
  const stopped = new Set(rows.map(({ id }) => id));
  if (stopped.has(memberId)) return [];
  return targets.filter(
    ({ conversationId }) => conversationId === null || !stopped.has(conversationId),
  );
}
