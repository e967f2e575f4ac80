import { sharedTime } from '../../database/shared-time.ts';
import { together } from '../../database/together.ts';
import { stopwatch } from '../../kernel/stopwatch.ts';
import { unknownBatches, vouchedFor } from '../vouched.ts';
import { budgetLeft } from './budget.ts';
import { claim, type Claimed } from './claim.ts';
import type { Look } from './lanes.ts';
import type { Parts, Place } from './parts.ts';
import { resolveUnknown } from './resolve-unknown.ts';
import { keepBack } from './keep-back.ts';
import { putBack, sendOne } from './send-one.ts';
import { stillMayLeave } from './still-may-leave.ts';

/** So long a look at what may leave holds good: STOP counts soon after it was said. */
const claimGoodSeconds = 2;

/** Messages that are sent at once on one institution's channel. */
const concurrencyMax = 16;

/**
 * Sends on one institution's channel until nothing is due there. What goes wrong there keeps no other from sending.
 * @param isOver when nothing new is claimed any more
 * @returns how many left
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
      'Sending failed on a channel and is tried again',
    );
  }
  return sent;
}

/** @returns how many left */
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
  const vouched = await vouchedFor(db, place, able, chain);
  // A process that stood still may have been taken for dead meanwhile: it asks again.
  const isCurrent = age() < claimGoodSeconds && presence.isSeen();
  // Where one fails the others are waited for: what is still on its way must not be looked up, and so sent again.
  await together(
    due.map(async (message) => {
      if (!isCurrent || !leaving.has(message.id)) return putBack(parts, { institutionId, message });
      if (!vouched.has(message.id)) return keepBack(parts, { institutionId, message });
      return sendOne(parts, { institutionId, channel, message });
    }),
  );
  return isCurrent ? vouched.size : 0;
}

/** Whether something waits and the carrier can be spoken to; where it needs no making ready, the claim finds out what waits. */
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
    'The carrier can’t be spoken to: what waits goes on waiting',
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
  if (room <= 0) return { due: [], dropped: 0, undecryptable: [] };
  const claimed = await claim(db, {
    institutionId,
    channel: channel.name,
    most: room,
    bulk: (left?.bulk ?? 1) > 0,
    now,
    sharedTime: sharedTime(world.clock),
    keyring,
    by: presence.id,
  });
  for (const id of claimed.undecryptable) {
    metrics.count('alarms', { channel: channel.name, event: 'undecryptable' });
    logger.error(
      { id },
      'A message can’t be opened with the keys that there are, and was given up',
    );
  }
  return claimed;
}
