import type { Outcome, Received } from './received.ts';

/**
 * Runs a batch; one that fails is tried again, and if it fails again is halved until the message at fault stands alone.
 * That one goes to `alone`, which records and answers it with a reference; the others go through.
 * @param isWorldsFault true for failures that no halving helps (the database is away): those are thrown on
 */
export async function halving(
  messages: readonly Received[],
  steps: {
    readonly attempt: (messages: readonly Received[]) => Promise<Outcome[]>;
    readonly alone: (message: Received, error: unknown) => Promise<Outcome>;
    readonly isWorldsFault: (error: unknown) => boolean;
  },
): Promise<PromiseSettledResult<Outcome>[]> {
  const settled = (outcomes: readonly Outcome[]): PromiseSettledResult<Outcome>[] =>
    outcomes.map((value) => ({ status: 'fulfilled', value }));
  const rejected = (reason: unknown): PromiseSettledResult<Outcome>[] =>
    messages.map(() => ({ status: 'rejected', reason }));

  let failure: unknown;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      return settled(await steps.attempt(messages));
    } catch (error) {
      if (steps.isWorldsFault(error)) return rejected(error);
      failure = error;
    }
  }
  const [only] = messages;
  if (!only) return [];
  if (messages.length === 1) {
    try {
      return settled([await steps.alone(only, failure)]);
    } catch (error) {
      return rejected(error);
    }
  }
  const middle = Math.ceil(messages.length / 2);
  const first = await halving(messages.slice(0, middle), steps);
  return [...first, ...(await halving(messages.slice(middle), steps))];
}
