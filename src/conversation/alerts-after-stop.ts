import { changeAlerts, lockAlerts } from '../alerts/alert-store.ts';
import type { Queries } from '../database/database.ts';
import { channelNames } from '../kernel/vocabulary/channel.ts';
import type { World } from '../kernel/world.ts';
import { recordConsents } from '../members/consents.ts';
import type { Institution } from '../members/institution.ts';
import { alertMembers } from '../notices/alerts/alert-targets.ts';
import type { Decided } from './decided.ts';
import { isOptedOut } from './participant.ts';

/**
 * Ends all alerts of members who said STOP where their alerts go: no alert moves to another address that way. Where alerts go elsewhere,
 * STOP leaves them. A member who sets one later chooses the address that is left. Call it after the batch's own changes of alerts were
 * written, and before its STOPs are.
 */
export async function endAlertsAfterStop(
  tx: Queries,
  given: {
    readonly institution: Institution;
    readonly world: World;
    readonly decisions: readonly Decided[];
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { institution, world, decisions, now } = given;
  const stopping = decisions.flatMap(({ participant, effects }, index) => {
    const { sender } = participant;
    // A second STOP says nothing of alerts that were set after the first.
    if (!sender || isOptedOut(participant)) return [];
    return effects.some(({ effect }) => effect === 'opt_out')
      ? [{ index, participant, memberId: sender.member.id, addressId: sender.address.id }]
      : [];
  });
  if (stopping.length === 0) return;
  const memberIds = [...new Set(stopping.map(({ memberId }) => memberId))];
  const alerts = await lockAlerts(tx, institution.id, memberIds);
  if (alerts.size === 0) return;
  const found = await alertMembers(tx, institution.id, { memberIds, channels: channelNames });
  for (const { index, participant, memberId, addressId } of stopping) {
    const isThere =
      institution.settings.optOutScope === 'all' ||
      found.get(memberId)?.target?.addressId === addressId;
    const isSetLater = decisions
      .slice(index)
      .some(
        (one) =>
          one.participant.sender?.member.id === memberId &&
          one.effects.some(({ effect }) => effect === 'change_alerts'),
      );
    const ending = (alerts.get(memberId)?.rules ?? []).filter(
      ({ setAt }) => !isSetLater || Temporal.Instant.compare(setAt, now) < 0,
    );
    if (!isThere || ending.length === 0) continue;
    await changeAlerts(
      tx,
      { institutionId: institution.id, memberId, world, at: now },
      { change: 'remove', numbers: ending.map(({ number }) => number) },
    );
    await recordConsents(tx, world, institution.id, [
      {
        kind: 'alerts_off',
        version: '1',
        channel: participant.message.channel,
        how: `message ${participant.key}`,
        at: now,
        memberId,
        addressId,
        conversationId: participant.conversation.id,
      },
    ]);
  }
}
