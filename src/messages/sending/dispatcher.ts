import type { Database } from '../../database/database.ts';
import { createPresence, type Presence } from '../../database/presence.ts';
import { together } from '../../database/together.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import type { Channel, ChannelName, SendOutcome } from '../channel.ts';
import { countSegments } from '../segments/count-segments.ts';
import { budgetLeft } from './budget.ts';
import { claim, type Claimed } from './claim.ts';
import { exit } from './stamp-code.ts';
import { openRun } from './open-run.ts';
import { createPauses, type Pauses } from './pauses.ts';
import { lookAfterSeconds, resolveUnknown } from './resolve-unknown.ts';
import { settle } from './settle.ts';
import { stopwatch } from './stopwatch.ts';
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
interface Parts extends DispatcherOptions {
  readonly presence: Presence;
  readonly pauses: Pauses;
}

/** So long a look at what may leave holds good: a process is taken for dead later than that. */
const claimGoodSeconds = 2;

/** Tries of what the carrier refuses for now, unless it refuses all alike. */
const attemptsMax = 6;

/** Between two tries at most. */
const pauseMaxSeconds = 60;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const concurrency = options.concurrencyMax ?? 16;
  const presence = createPresence(options.db, options.world);
  const pauses = createPauses(options.world.clock);
  const parts: Parts = { ...options, presence, pauses };
  const lanes = new Map<string, Lane>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  /** One institution's channel: what goes wrong there keeps no other from sending. */
  const sendOn = async (institutionId: number, channel: Channel): Promise<number> => {
    let sent = 0;
    try {
      await presence.show();
      await resolveUnknown(options, { institutionId, channel, by: presence.id });
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
        const isCurrent = age() < claimGoodSeconds;
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

/** As if it had not been claimed: the next claim sees what changed, and says what becomes of it. */
async function putBack(
  { db, world }: DispatcherOptions,
  { institutionId, message }: { readonly institutionId: number; readonly message: Claimed },
): Promise<void> {
  await settle(db, institutionId, {
    ...of(message),
    status: 'queued',
    notBefore: world.clock.now(),
  });
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

async function sendOne(
  options: Parts,
  {
    institutionId,
    channel,
    message,
  }: { institutionId: number; channel: Channel; message: Claimed },
): Promise<void> {
  const { db, world, metrics, logger } = options;
  const built = exit(message, channel.traits);
  const labels = { channel: channel.name, purpose: message.purpose };
  if ('refused' in built) {
    metrics.count('outbound_messages', { ...labels, outcome: built.refused });
    logger.error(
      { id: message.id, purpose: message.purpose, reason: built.refused },
      'A message was kept from leaving',
    );
    await settle(db, institutionId, {
      ...of(message),
      status: 'failed',
      code: built.refused,
    });
    return;
  }
  const outcome = await channel.send({
    institutionId,
    id: message.id,
    address: message.address,
    text: built.text,
    priority: message.priority === 0 ? 'reply' : 'bulk',
  });
  metrics.count('outbound_messages', { ...labels, outcome: outcome.outcome });
  const at = world.clock.now();
  if (outcome.outcome === 'accepted') {
    options.pauses.resume(institutionId, channel.name);
    const segments = channel.traits.encoding === 'gsm7' ? countSegments(built.text).segments : 1;
    const cost = outcome.costMicrodollars ?? segments * channel.traits.costMicrodollarsPerUnit;
    metrics.count('outbound_segments', { channel: channel.name }, segments);
    metrics.count('outbound_cost_microdollars', { channel: channel.name }, cost);
    if (message.receivedAt) {
      metrics.time(
        'receipt_to_delivery',
        { channel: channel.name },
        (at.epochMilliseconds - message.receivedAt.epochMilliseconds) / 1000,
      );
    }
    await settle(db, institutionId, {
      ...of(message),
      status: 'wired',
      carrierId: outcome.carrierId,
      codeVersion: message.codeVersion,
      segments,
      costMicrodollars: cost,
      at,
    });
    return;
  }
  await settleFailure(options, { institutionId, message, outcome, at });
}

/** Of which sending a settlement tells. */
function of({ id, sendingAt }: Claimed) {
  return { id, sendingAt, by: 'sender' as const };
}

async function settleFailure(
  { db, world, logger, staffMust, pauses }: Parts,
  what: {
    institutionId: number;
    message: Claimed;
    outcome: Exclude<SendOutcome, { outcome: 'accepted' }>;
    at: Temporal.Instant;
  },
): Promise<void> {
  const { institutionId, message, outcome, at } = what;
  logger.warn(
    {
      id: message.id,
      outcome: outcome.outcome,
      attempts: message.attempts,
      ...('code' in outcome ? { reason: outcome.code } : {}),
    },
    'A message did not leave',
  );
  if (outcome.outcome === 'throttled') {
    await settle(db, institutionId, {
      ...of(message),
      status: 'queued',
      notBefore: outcome.until,
    });
    return;
  }
  if (outcome.outcome === 'unknown') {
    await settle(db, institutionId, {
      ...of(message),
      status: 'unknown',
      code: outcome.code,
      notBefore: at.add({ seconds: lookAfterSeconds }),
    });
    return;
  }
  if (outcome.staffMust !== undefined) {
    if (outcome.forAll) pauses.pause(institutionId, message.channel);
    await staffMust(institutionId, outcome.staffMust);
  }
  const isLast = message.attempts >= attemptsMax && outcome.forAll !== true;
  if (!outcome.retryable || isLast) {
    await settle(db, institutionId, { ...of(message), status: 'failed', code: outcome.code });
    return;
  }
  // 2, 4, 8… seconds and a little chance, so that not all come at once. What never gets through expires.
  const seconds = Math.min(2 ** message.attempts, pauseMaxSeconds);
  const pause = seconds * 1_000 + world.random.below(1_000);
  await settle(db, institutionId, {
    ...of(message),
    status: 'errored',
    code: outcome.code,
    notBefore: at.add({ milliseconds: pause }),
  });
}
