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
  /** Sends all that is due now, and waits for what is being sent already. @returns how many messages this call sent */
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

/** Looks for what is due so often, where nobody wakes it. */
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
    logger.error({ error }, 'Sending failed and is tried again');
  };
  let opening = Promise.resolve();
  const looks = createLooks(async () => {
    await opening;
    // Nobody waits for carriers here.
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

/** Begins what is due now. @returns the work that is under way for it */
async function beginDue(parts: Parts, lanes: Lanes): Promise<Promise<number>[]> {
  const { db, world, presence } = parts;
  const institutionIds = new Set(await parts.institutionIds());
  const due = await dueWork(db, { clock: world.clock, by: presence.id });
  return due.flatMap(({ institutionId, channel: name, ...work }) => {
    const channel = institutionIds.has(institutionId)
      ? parts.channels(institutionId).find((one) => one.name === name)
      : undefined;
    // While it sends there, what it has claimed is on its way.
    const isLeft = work.isClaimed && !lanes.isRunning(institutionId, name);
    if (!channel || !(work.toSend || work.toResolve || isLeft)) return [];
    return [lanes.run({ institutionId, channel }, { resolve: work.toResolve || isLeft })];
  });
}

/** One pace for each institution's channel. */
function createPaces(): Parts['paceOf'] {
  const paces = new Map<string, Pace>();
  return (institutionId: number, channel: ChannelName) => {
    const key = `${institutionId}:${channel}`;
    const pace = paces.get(key) ?? createPace();
    paces.set(key, pace);
    return pace;
  };
}
