import { Fault } from '../../kernel/fault.ts';
import { within } from './within.ts';

/** Keep this short: members wait for their reply or page. */
export const answerMilliseconds = 2_000;

/**
 * Runs a read for a page, limited to the time that a page may take.
 * @throws Fault that the core did not answer
 */
export async function orAway<Result>(work: () => Promise<Result>): Promise<Result> {
  const answered = await within(answerMilliseconds, async () => ({ result: await work() })).catch(
    (error: unknown) => away(error),
  );
  return answered ? answered.result : away();
}

export function away(cause?: unknown): never {
  throw new Fault({
    code: 'books_away',
    message: 'The core that keeps the books did not answer',
    retryable: true,
    cause,
  });
}
