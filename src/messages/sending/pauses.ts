import type { Clock } from '../../kernel/clock.ts';
import type { ChannelName } from '../channel.ts';

/** Pause between two attempts on a channel that is blocked until staff act. */
const pauseSeconds = 60;

/** Channels on which the carrier refuses everything. One message is tried now and then; the others wait untried. */
export interface Pauses {
  pause(institutionId: number, channel: ChannelName): void;
  /** Call it when the carrier accepted a message. */
  resume(institutionId: number, channel: ChannelName): void;
  /** Whether the next attempt is still too early. */
  isPaused(institutionId: number, channel: ChannelName): boolean;
  /** The channels that are still blocked. */
  all(): readonly ChannelName[];
}

export function createPauses(clock: Clock): Pauses {
  const paused = new Map<
    string,
    { readonly channel: ChannelName; readonly until: Temporal.Instant }
  >();
  const keyOf = (institutionId: number, channel: ChannelName) => `${institutionId}:${channel}`;
  return {
    pause: (institutionId, channel) =>
      void paused.set(keyOf(institutionId, channel), {
        channel,
        until: clock.now().add({ seconds: pauseSeconds }),
      }),
    resume: (institutionId, channel) => void paused.delete(keyOf(institutionId, channel)),
    isPaused: (institutionId, channel) => {
      const one = paused.get(keyOf(institutionId, channel));
      return one !== undefined && Temporal.Instant.compare(clock.now(), one.until) < 0;
    },
    all: () => [...new Set([...paused.values()].map(({ channel }) => channel))],
  };
}
