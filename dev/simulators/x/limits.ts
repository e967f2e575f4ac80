import { present } from '../../../src/kernel/assert.ts';
import type { Clock } from '../../../src/kernel/clock.ts';
import type { XMessage } from './state.ts';

/**
 * X's limits on sending: 15 in 15 minutes and 1,440 a day for a user, 1,440 a day for an app. Off
 * by default.
 */
export interface Limits {
  isOn: boolean;
  /** What the sender has left, and when each window resets. */
  left(senderId: string, messages: readonly XMessage[]): BudgetShown;
}

export interface BudgetShown {
  readonly quarterHour: { readonly left: number; readonly resetsAt: Temporal.Instant };
  readonly day: { readonly left: number; readonly resetsAt: Temporal.Instant };
}

const windows = {
  quarterHour: { sends: 15, seconds: 900 },
  day: { sends: 1_440, seconds: 86_400 },
} as const;

export function createLimits(clock: Clock): Limits {
  const left = (name: keyof typeof windows, senderId: string, messages: readonly XMessage[]) => {
    const { sends, seconds } = windows[name];
    const now = clock.now();
    const since = now.subtract({ seconds });
    const sent = after(messages, since).filter((message) => message.senderId === senderId);
    return {
      left: Math.max(0, sends - sent.length),
      resetsAt: (sent[0]?.createdAt ?? now).add({ seconds }),
    };
  };
  return {
    isOn: false,
    left: (senderId, messages) => ({
      quarterHour: left('quarterHour', senderId, messages),
      day: left('day', senderId, messages),
    }),
  };
}

/** The messages after a moment. They are in the order of time, and comparing times is dear. */
function after(messages: readonly XMessage[], since: Temporal.Instant): readonly XMessage[] {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { createdAt } = present(messages[middle], 'it is between the first and the last');
    if (Temporal.Instant.compare(createdAt, since) > 0) high = middle;
    else low = middle + 1;
  }
  return messages.slice(low);
}
