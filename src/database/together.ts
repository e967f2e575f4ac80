/**
 * Waits for statements that were asked for together, in one transaction: PostgreSQL gets them in their order without waiting for
 * each answer. All have ended, well or not, before this does, so that none of them can run on after a rollback.
 * @throws what the first one that failed by itself threw, rather than what followed from it
 */
export async function together<Results extends readonly unknown[]>(asked: {
  readonly [Index in keyof Results]: Promise<Results[Index]>;
}): Promise<Results> {
  const settled = await Promise.allSettled(asked);
  const failed = settled.filter((one) => one.status === 'rejected');
  const cause = failed.find(({ reason }) => !isConsequence(reason)) ?? failed[0];
  if (cause) throw cause.reason;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each has its result, in order
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as Results;
}

/** The transaction had failed before. */
function isConsequence(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && reason.code === '25P02';
}
