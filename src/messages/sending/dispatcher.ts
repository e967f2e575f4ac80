import type { Database } from '../../database/database.ts';
import { createPresence, type Presence } from '../../database/presence.ts';
import { sharedTime } from '../../database/shared-time.ts';
import { together } from '../../database/together.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import { stopwatch } from '../../kernel/stopwatch.ts';
import type { World } from '../../kernel/world.ts';
import type { Channel, ChannelName } from '../channel.ts';
import { budgetLeft } from './budget.ts';
import { claim } from './claim.ts';
import { openRun } from './open-run.ts';
import { createPace, type Pace } from './pace.ts';
import { createPauses, type Pauses } from './pauses.ts';
import { resolveUnknown } from './resolve-unknown.ts';
import { putBack, sendOne } from './send-one.ts';
import { stillMayLeave } from './still-may-leave.ts';

/**
 * Sends what is queued. A message's road:
 *
 * - `queued`: decided and committed with its inbound message
 * - `sending`: claimed by a process, committed before the carrier hears of it
 * - `wired`: the carrier has it (`sent`, `delivered` follow by receipts)
 * - `errored`: may go well later; tried again with growing pauses, then `failed`; while the carrier is away, until it expires
 * - `unknown`: sent, but the answer was lost, or the process died; looked up at the carrier, and queued again only when it is
 *   surely not there
 * - `stopped`: the member said STOP; `expired`: too old to be true; `failed`: given up, with its reason
 */
export interface Dispatcher extends AsyncDisposable {
  /** Sends all that is due now. @returns how many left */
  drain(): Promise<number>;
  /** Something was queued: look at once. */
  wake(): void;
  /** Begins looking by itself, every second and when woken. What waited before any living process began is looked up first. */
  start(): void;
  /** Writes that this process lives. @throws where the database takes no writing */
  show(): Promise<void>;
  /** Channels on which nothing leaves until people act. */
  paused(): readonly ChannelName[];
}

export interface DispatcherOptions {
  readonly db: Database;
  readonly institutionIds: () => Promise<readonly number[]>;
  readonly channels: (institutionId: number) => readonly Channel[];
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** A carrier wants people to act: credit exhausted, access withdrawn. */
  readonly staffMust: (institutionId: number, what: string) => Promise<void>;
  readonly concurrencyMax?: number;
}

/** What a dispatcher is made of. */
export interface Parts extends DispatcherOptions {
  readonly presence: Presence;
  readonly pauses: Pauses;
  /** By institution and channel. */
  readonly paceOf: (institutionId: number, channel: ChannelName) => Pace;
}

/** So long a look at what may leave holds good: STOP counts soon after it was said. */
const claimGoodSeconds = 2;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const concurrency = options.concurrencyMax ?? 16;
  const presence = createPresence(options.db, options.world);
  const pauses = createPauses(options.world.clock);
  const paces = new Map<string, Pace>();
  const paceOf = (institutionId: number, channel: ChannelName) => {
    const key = `${institutionId}:${channel}`;
    const pace = paces.get(key) ?? createPace();
    paces.set(key, pace);
    return pace;
  };
  const parts: Parts = { ...options, presence, pauses, paceOf };
  const lanes = new Map<string, Lane>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  /** One institution's channel: what goes wrong there keeps no other from sending. */
  const sendOn = async (institutionId: number, channel: Channel): Promise<number> => {
    let sent = 0;
    try {
      await presence.show();
      await resolveUnknown(options, {
        institutionId,
        channel,
        by: presence.id,
        takesSeconds: paceOf(institutionId, channel.name).takesSeconds(),
      });
      for (;;) {
        if (ended || pauses.isPaused(institutionId, channel.name)) break;
        if (!(await isReady(parts, { institutionId, channel }))) break;
        await presence.show();
        const claimed = await claimWithinBudget(parts, {
          institutionId,
          channel,
          most: concurrency,
        });
        if (claimed.due.length + claimed.dropped === 0) break;
        const age = stopwatch(options.world.clock);
        const leaving = await stillMayLeave(
          options.db,
          { institutionId, keyring: options.keyring, by: presence.id },
          claimed.due,
        );
        // A process that stood still may have been taken for dead meanwhile: it asks again.
        const isCurrent = age() < claimGoodSeconds && presence.isSeen();
        // Where one fails the others are waited for: what is still on its way must not be looked up, and so sent again.
        await together(
          claimed.due.map(async (message) =>
            isCurrent && leaving.has(message.id)
              ? sendOne(parts, { institutionId, channel, message })
              : putBack(options, { institutionId, message }),
          ),
        );
        if (isCurrent) sent += leaving.size;
      }
    } catch (error) {
      options.metrics.count('faults', { where: 'dispatcher' });
      options.logger.error(
        { error, institutionId, channel: channel.name },
        'Sending failed on a channel and is tried again',
      );
    }
    return sent;
  };
  /** Sends on it until nothing is due; who asks while that goes on has it looked at once more. */
  const drainOne = async (institutionId: number, channel: Channel): Promise<number> => {
    const key = `${institutionId}:${channel.name}`;
    const lane = lanes.get(key);
    if (lane) {
      lane.again = true;
      return lane.running;
    }
    const mine: Lane = { again: true, running: Promise.resolve(0) };
    lanes.set(key, mine);
    mine.running = (async () => {
      let sent = 0;
      for (;;) {
        if (!mine.again || ended) break;
        mine.again = false;
        sent += await sendOn(institutionId, channel);
      }
      lanes.delete(key);
      return sent;
    })();
    return mine.running;
  };
  const drain = async (): Promise<number> => {
    const institutionIds = await options.institutionIds();
    const sent = await Promise.all(
      institutionIds.flatMap((institutionId) =>
        options.channels(institutionId).map(async (channel) => drainOne(institutionId, channel)),
      ),
    );
    return sent.reduce((sum, one) => sum + one, 0);
  };
  let opening = Promise.resolve();
  const look = () => {
    if (ended) return;
    opening.then(drain).catch((error: unknown) => {
      options.metrics.count('faults', { where: 'dispatcher' });
      options.logger.error({ error }, 'Sending failed and is tried again');
    });
  };
  return {
    drain,
    wake: look,
    show: async () => presence.show(),
    paused: () => pauses.all(),
    start: () => {
      if (timer) return;
      presence.start();
      opening = openRun(parts, () => ended);
      timer = setInterval(look, 1_000);
    },
    [Symbol.asyncDispose]: async () => {
      ended = true;
      clearInterval(timer);
      await opening;
      await Promise.all([...lanes.values()].map(async ({ running }) => running));
      await presence[Symbol.asyncDispose]();
    },
  };
}

/** One institution's channel, while it sends: a slow carrier keeps none but its own waiting. */
interface Lane {
  /** Something came since it last looked. */
  again: boolean;
  running: Promise<number>;
}

/** Whether something waits and the carrier can be spoken to; where it needs no making ready, the claim finds out what waits. */
async function isReady(
  { db, logger, staffMust, world, pauses }: Parts,
  { institutionId, channel }: { readonly institutionId: number; readonly channel: Channel },
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
  { db, keyring, world, metrics, logger, presence }: Parts,
  place: { institutionId: number; channel: Channel; most: number },
): Promise<Awaited<ReturnType<typeof claim>>> {
  const { institutionId, channel } = place;
  const now = world.clock.now();
  const left = channel.traits.budget
    ? await budgetLeft(db, { institutionId, channel: channel.name, traits: channel.traits, now })
    : undefined;
  if (left) metrics.gauge('send_budget_left', { channel: channel.name }, left.replies);
  const most = Math.min(place.most, left?.replies ?? place.most);
  if (most <= 0) return { due: [], dropped: 0, unsealable: [] };
  const claimed = await claim(db, {
    institutionId,
    channel: channel.name,
    most,
    bulk: (left?.bulk ?? 1) > 0,
    now,
    sharedTime: sharedTime(world.clock),
    keyring,
    by: presence.id,
  });
  for (const id of claimed.unsealable) {
    metrics.count('alarms', { channel: channel.name, event: 'unsealable' });
    logger.error(
      { id },
      'A message can’t be opened with the keys that there are, and was given up',
    );
  }
  return claimed;
}
