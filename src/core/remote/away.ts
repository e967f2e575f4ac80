import { Fault } from '../../kernel/fault.ts';
import { within } from './within.ts';

/** Members wait for their reply or page meanwhile. */
export const answerMilliseconds = 2_000;

/** A read for a page: as long as a page may take, or a fault that says who did not answer. */
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
