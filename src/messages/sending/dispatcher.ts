import { createPresence } from '../../database/presence.ts';
import type { ChannelName } from '../channel.ts';
import { dueWork } from './due-work.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createLooks } from './looks.ts';
import { openRun } from './open-run.ts';
import { createPace, type Pace } from './pace.ts';
import type { DispatcherOptions, Parts } from './parts.ts';
import { createPauses } from './pauses.ts';
import { sendDue } from './send-due.ts';

/**
 * Sends queued messages. The states of a message:
 * - `queued`: decided and committed with its inbound message
 * - `sending`: claimed by a process, committed before the carrier gets it
 * - `wired`: the carrier has it (`sent` and `delivered` follow by receipts)
 * - `errored`: a retry may succeed; retried with growing pauses, then `failed`; while the carrier is unreachable, until it expires
 * - `unknown`: sent, but the answer was lost or the process died; looked up at the carrier, and queued again only if it is
 *   certainly not there
 * - `stopped`: the member said STOP; `expired`: too old to be true; `failed`: given up, with its reason
 */
export interface Dispatcher extends AsyncDisposable {
  /** Sends all that is due now, and waits for what is being sent already. @returns how many messages this call sent */
  drain(): Promise<number>;
  /** Looks for due messages at once. Call it after queuing one. */
  wake(): void;
  /** Starts looking for due messages, every second and when woken. First looks up messages queued before any running process started. */
  start(): void;
  /** Records that this process is alive. @throws if the database accepts no writes */
  show(): Promise<void>;
  /** Channels on which nothing is sent until staff act. */
  paused(): readonly ChannelName[];
}

/** How often to look for due messages without being woken. */
const everyMilliseconds = 1_000;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { db, world, metrics, logger } = options;
  const presence = createPresence(db, world);
  const pauses = createPauses(world.clock);
  const parts: Parts = { ...options, presence, pauses, paceOf: createPaces() };
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const isOver = () => ended;
  const lanes = createLanes(
    async (place, how) => sendDue(parts, place, { ...how, isOver }),
    isOver,
  );
  const failed = (error: unknown) => {
    metrics.count('faults', { where: 'dispatcher' });
    logger.error({ error }, 'Sending failed; it will be retried');
  };
  let opening = Promise.resolve();
  const looks = createLooks(async () => {
    await opening;
    // Don't wait for carriers here.
    if (!ended) void (await beginDue(parts, lanes));
  }, failed);
  return {
    drain: async () => {
      try {
        const sent = await Promise.all(await beginDue(parts, lanes));
        // A wake may have claimed what is due before this did.
        await lanes.idle();
        return sent.reduce((sum, one) => sum + one, 0);
      } catch (error) {
        failed(error);
        return 0;
      }
    },
    wake: looks.wake,
    show: async () => presence.show(),
    paused: () => pauses.all(),
    start: () => {
      if (timer) return;
      presence.start();
      opening = openRun(parts, isOver);
      timer = setInterval(looks.wake, everyMilliseconds);
    },
    [Symbol.asyncDispose]: async () => {
      ended = true;
      clearInterval(timer);
      await opening;
      await looks.idle();
      await lanes.idle();
      await presence[Symbol.asyncDispose]();
    },
  };
}

/** Starts the work that is due now. @returns that work, under way */
async function beginDue(parts: Parts, lanes: Lanes): Promise<Promise<number>[]> {
  const { db, world, presence } = parts;
  const institutionIds = new Set(await parts.institutionIds());
  const due = await dueWork(db, { clock: world.clock, by: presence.id });
  return due.flatMap(({ institutionId, channel: name, ...work }) => {
    const channel = institutionIds.has(institutionId)
      ? parts.channels(institutionId).find((one) => one.name === name)
      : undefined;
    // While this process is sending there, its claims are not left over.
    const isLeft = work.isClaimed && !lanes.isRunning(institutionId, name);
    if (!channel || !(work.toSend || work.toResolve || isLeft)) return [];
    return [lanes.run({ institutionId, channel }, { resolve: work.toResolve || isLeft })];
  });
}

/** Creates one pace for each institution's channel. */
function createPaces(): Parts['paceOf'] {
  const paces = new Map<string, Pace>();
  return (institutionId: number, channel: ChannelName) => {
    const key = `${institutionId}:${channel}`;
    const pace = paces.get(key) ?? createPace();
    paces.set(key, pace);
    return pace;
  };
}
