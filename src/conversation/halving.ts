import type { Outcome, Received } from './received.ts';

/**
 * Runs a batch and retries it once. If it fails again, halves it until the message at fault is alone. That message goes to `alone`,
 * which records it and replies with a reference; the others succeed.
 * @param isWorldsFault true for failures that halving can't help (the database is unreachable): rethrown
 * @param isTooLong true for a timeout: several messages are halved at once, since each retry costs as much again; if none of
 *   several finishes, the rest are not tried, because the database hangs and the messages are not at fault
 */
export async function halving(
  messages: readonly Received[],
  steps: {
    readonly attempt: (messages: readonly Received[]) => Promise<Outcome[]>;
    readonly alone: (message: Received, error: unknown) => Promise<Outcome>;
    readonly isWorldsFault: (error: unknown) => boolean;
    readonly isTooLong: (error: unknown) => boolean;
  },
): Promise<PromiseSettledResult<Outcome>[]> {
  let failure: unknown;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      return settled(await steps.attempt(messages));
    } catch (error) {
      if (steps.isWorldsFault(error)) return rejected(messages, error);
      failure = error;
      if (steps.isTooLong(error) && messages.length > 1) break;
    }
  }
  const [only] = messages;
  if (!only) return [];
  if (messages.length === 1) {
    try {
      return settled([await steps.alone(only, failure)]);
    } catch (error) {
      return rejected(messages, error);
    }
  }
  const middle = Math.ceil(messages.length / 2);
  const first = await halving(messages.slice(0, middle), steps);
  const rest = messages.slice(middle);
  const hung = first.filter((one) => one.status === 'rejected' && steps.isTooLong(one.reason));
  if (hung.length > 1 && hung.length === first.length)
    return [...first, ...rejected(rest, failure)];
  return [...first, ...(await halving(rest, steps))];
}

function settled(outcomes: readonly Outcome[]): PromiseSettledResult<Outcome>[] {
  return outcomes.map((value) => ({ status: 'fulfilled', value }));
}

function rejected(messages: readonly Received[], reason: unknown): PromiseSettledResult<Outcome>[] {
  return messages.map(() => ({ status: 'rejected', reason }));
}
