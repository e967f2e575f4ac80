import { patienceSeconds } from '../channel.ts';

/** How long an answer counts as a sign of how fast the carrier works now. */
const rememberedSeconds = 60;

/** A carrier that was quick lately may take twice as long and a second more. */
const marginSeconds = 1;
const marginFactor = 2;

/** How fast one institution's carrier works, from the answers to what this process sent. */
export interface Pace {
  /** Notes an answer. @param seconds absent: none came */
  answered(seconds?: number): void;
  /**
   * How long the carrier may still work on a request that it has. A carrier that answered nothing lately, or did not answer once, may
   * work as long as we wait for an answer.
   */
  takesSeconds(): number;
}

/** @param now seconds of a monotonic clock */
export function createPace(now: () => number = () => performance.now() / 1_000): Pace {
  let answers: { readonly at: number; readonly seconds: number }[] = [];
  const lately = () => {
    const from = now() - rememberedSeconds;
    answers = answers.filter(({ at }) => at >= from);
    return answers;
  };
  return {
    answered: (seconds = patienceSeconds) => {
      // The slowest stands first. What is quicker than a later one never becomes the slowest.
      answers = [...lately().filter((one) => one.seconds > seconds), { at: now(), seconds }];
    },
    takesSeconds: () => {
      const [slowest] = lately();
      if (!slowest) return patienceSeconds;
      return Math.min(patienceSeconds, slowest.seconds * marginFactor + marginSeconds);
    },
  };
}
