import type { ChannelName } from '../channel.ts';
import type { Place } from './parts.ts';

/** Sends on each institution's channel independently, so that a slow carrier delays only its own messages. */
export interface Lanes {
  /**
   * Works on this place until nothing is due. If it is already being worked on, looks once more afterward.
   * @returns how many messages left
   */
  run(place: Place, how: Look): Promise<number>;
  isRunning(institutionId: number, channel: ChannelName): boolean;
  /** Resolves when no place is being worked on. */
  idle(): Promise<void>;
}

export interface Look {
  /** Whether to ask carriers for outcomes. */
  readonly resolve: boolean;
}

interface Lane {
  /** What was requested since the last look. */
  next: Look | undefined;
  running: Promise<number>;
}

/** @param isOver true when no new work should start */
export function createLanes(
  work: (place: Place, how: Look) => Promise<number>,
  isOver: () => boolean,
): Lanes {
  const lanes = new Map<string, Lane>();
  const keyOf = (institutionId: number, channel: ChannelName) => `${institutionId}:${channel}`;
  return {
    run: async (place, how) => {
      const key = keyOf(place.institutionId, place.channel.name);
      const known = lanes.get(key);
      if (known) {
        known.next = { resolve: how.resolve || known.next?.resolve === true };
        return known.running;
      }
      const lane: Lane = { next: how, running: Promise.resolve(0) };
      lanes.set(key, lane);
      lane.running = (async () => {
        let sent = 0;
        for (;;) {
          const { next } = lane;
          if (!next || isOver()) break;
          lane.next = undefined;
          sent += await work(place, next);
        }
        lanes.delete(key);
        return sent;
      })();
      return lane.running;
    },
    isRunning: (institutionId, channel) => lanes.has(keyOf(institutionId, channel)),
    idle: async () => {
      await Promise.all([...lanes.values()].map(async ({ running }) => running));
    },
  };
}
