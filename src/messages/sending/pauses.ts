import type { Clock } from '../../kernel/clock.ts';
import type { ChannelName } from '../channel.ts';

/** Between two tries on a channel on which nothing gets through until people act. */
const pauseSeconds = 60;

/** Channels on which the carrier refuses everything: one message is tried now and then, the others wait untried. */
export interface Pauses {
  pause(institutionId: number, channel: ChannelName): void;
  /** Something got through. */
  resume(institutionId: number, channel: ChannelName): void;
  /** Whether it is too early for another try. */
  isPaused(institutionId: number, channel: ChannelName): boolean;
  /** Those on which nothing got through since. */
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
