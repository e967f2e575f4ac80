import { patienceSeconds } from '../channel.ts';

/** How long an answer counts when estimating the carrier's current speed. */
const rememberedSeconds = 60;

/** Allow a carrier twice its recent slowest time, plus a second. */
const marginSeconds = 1;
const marginFactor = 2;

/** Estimates how fast one institution's carrier works, from the answers to this process's requests. */
export interface Pace {
  /** Records an answer. @param seconds absent: no answer came */
  answered(seconds?: number): void;
  /**
   * How long the carrier may still be working on a request. If it answered nothing lately, or failed to answer once, that is as
   * long as we wait for an answer.
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
      // The slowest comes first. An answer faster than a later one can never become the slowest, so drop it.
      answers = [...lately().filter((one) => one.seconds > seconds), { at: now(), seconds }];
    },
    takesSeconds: () => {
      const [slowest] = lately();
      if (!slowest) return patienceSeconds;
      return Math.min(patienceSeconds, slowest.seconds * marginFactor + marginSeconds);
    },
  };
}
