import { sharedTime } from '../../database/shared-time.ts';
import { together } from '../../database/together.ts';
import { stopwatch } from '../../kernel/stopwatch.ts';
import { unknownBatches, type Verdict, verdictsOn } from '../vouched.ts';
import { budgetLeft } from './budget.ts';
import { claim } from './claim.ts';
import type { Claimed } from './claimed.ts';
import type { Look } from './lanes.ts';
import type { Parts, Place } from './parts.ts';
import { resolveUnknown } from './resolve-unknown.ts';
import { keepBack } from './keep-back.ts';
import { leaveToOthers } from './leave-to-others.ts';
import { putBack } from './put-back.ts';
import { sendOne } from './send-one.ts';
import { stillMayLeave } from './still-may-leave.ts';

/** How long a check of what may leave stays valid: STOP must take effect soon. */
const claimGoodSeconds = 2;

/** Messages sent in parallel on one institution's channel. */
const concurrencyMax = 16;

/**
 * Sends on one institution's channel until nothing is due there. A failure there doesn't stop the other channels.
 * @param isOver true when nothing new should be claimed
 * @returns how many messages left
 */
export async function sendDue(
  parts: Parts,
  place: Place,
  { resolve, isOver }: Look & { readonly isOver: () => boolean },
): Promise<number> {
  const { presence, pauses, paceOf, metrics, logger } = parts;
  const { institutionId, channel } = place;
  let sent = 0;
  try {
    await presence.show();
    if (resolve) {
      const takesSeconds = paceOf(institutionId, channel.name).takesSeconds();
      await resolveUnknown(parts, { ...place, by: presence.id, takesSeconds });
    }
    for (;;) {
      if (isOver() || pauses.isPaused(institutionId, channel.name)) break;
      if (!(await isReady(parts, place))) break;
      await presence.show();
      const claimed = await claimWithinBudget(parts, place);
      if (claimed.due.length + claimed.dropped === 0) break;
      sent += await sendClaimed(parts, place, claimed.due);
    }
  } catch (error) {
    metrics.count('faults', { where: 'dispatcher' });
    logger.error(
      { error, institutionId, channel: channel.name },
      'Sending on a channel failed; it will be retried',
    );
  }
  return sent;
}

/** @returns how many messages left */
async function sendClaimed(
  parts: Parts,
  { institutionId, channel }: Place,
  due: readonly Claimed[],
): Promise<number> {
  const { db, world, presence, keyring } = parts;
  const age = stopwatch(world.clock);
  const place = { institutionId, keyring };
  const { leaving, chain } = await stillMayLeave(
    db,
    { institutionId, by: presence.id },
    due,
    unknownBatches(place, due).map(({ id }) => id),
  );
  const able = due.filter(({ id }) => leaving.has(id));
  const verdicts = await verdictsOn(db, place, able, chain);
  // A process that stood still may have been taken for dead meanwhile: it asks again.
  const isCurrent = age() < claimGoodSeconds && presence.isSeen();
  const judged = able.map((message) => ({ message, verdict: verdicts.get(message.id) }));
  const of = (wanted: Verdict) =>
    judged.flatMap(({ message, verdict }) => (isCurrent && verdict === wanted ? [message] : []));
  const sent = of('vouched');
  const forged = of('not_vouched');
  const unchecked = of('unknown_key');
  const handled = new Set([...sent, ...forged, ...unchecked]);
  const back = due.filter((message) => !handled.has(message));
  // If one fails, wait for the others: a message that is still being sent must not be looked up and sent again.
  await together([
    ...back.map(async (message) => putBack(parts, { institutionId, message })),
    ...forged.map(async (message) => keepBack(parts, { institutionId, message })),
    ...sent.map(async (message) => sendOne(parts, { institutionId, channel, message })),
    leaveToOthers(parts, { institutionId, messages: unchecked }),
  ]);
  return sent.length;
}

/** Whether messages are due and the carrier can be reached. If the channel needs no preparation, the claim finds out what is due. */
async function isReady(
  { db, logger, staffMust, world, pauses }: Parts,
  { institutionId, channel }: Place,
): Promise<boolean> {
  if (!channel.ready) return true;
  const waiting = await db.query(
    `select 1 from outbound where institution_id = $1 and channel = $2 and status in ('queued', 'errored')
      and (not_before is null or not_before <= $3) limit 1`,
    [institutionId, channel.name, world.clock.now()],
  );
  if (waiting.length === 0) return false;
  const outcome = await channel.ready();
  if (!outcome) return true;
  logger.warn(
    { channel: channel.name, ...('code' in outcome ? { reason: outcome.code } : {}) },
    'The carrier can’t be reached; messages stay queued',
  );
  if (outcome.outcome === 'refused' && outcome.staffMust !== undefined) {
    if (outcome.forAll) pauses.pause(institutionId, channel.name);
    await staffMust(institutionId, outcome.staffMust);
  }
  return false;
}

async function claimWithinBudget(
  { db, keyring, world, metrics, logger, presence, concurrencyMax: most = concurrencyMax }: Parts,
  { institutionId, channel }: Place,
): Promise<Awaited<ReturnType<typeof claim>>> {
  const now = world.clock.now();
  const left = channel.traits.budget
    ? await budgetLeft(db, { institutionId, channel: channel.name, traits: channel.traits, now })
    : undefined;
  if (left) metrics.gauge('send_budget_left', { channel: channel.name }, left.replies);
  const room = Math.min(most, left?.replies ?? most);
  if (room <= 0) return { due: [], dropped: 0, undecryptable: [], underUnknownKey: [] };
  const claimed = await claim(db, {
    institutionId,
    channel: channel.name,
    most: room,
    bulk: (left?.bulk ?? 1) > 0,
    alerts: (left?.alerts ?? 1) > 0,
    now,
    sharedTime: sharedTime(world.clock),
    keyring,
    by: presence.id,
  });
  for (const id of claimed.undecryptable) {
    metrics.count('alarms', { channel: channel.name, event: 'undecryptable' });
    logger.error({ id }, 'A message can’t be decrypted: it was moved or changed; gave up');
  }
  const [lacking] = claimed.underUnknownKey;
  if (lacking !== undefined)
    logger.warn(
      { institutionId, channel: channel.name, count: claimed.underUnknownKey.length, id: lacking },
      'TMM_MASTER_KEYS lacks the key of these messages here; they stay queued',
    );
  return claimed;
}
