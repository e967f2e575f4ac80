import type { ChannelName } from '../channel.ts';
import type { Place } from './parts.ts';

/** Each institution's channel sends by itself, so a slow carrier keeps none but its own waiting. */
export interface Lanes {
  /**
   * Works on this place until nothing is due. If that is under way already, it looks once more when it is done.
   * @returns how many left
   */
  run(place: Place, how: Look): Promise<number>;
  isRunning(institutionId: number, channel: ChannelName): boolean;
  /** Resolves when no place is worked on. */
  idle(): Promise<void>;
}

export interface Look {
  /** Whether carriers must be asked what became of something. */
  readonly resolve: boolean;
}

interface Lane {
  /** What came since it last looked. */
  next: Look | undefined;
  running: Promise<number>;
}

/** @param isOver when nothing new is begun any more */
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
