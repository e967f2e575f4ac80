/**
 * Runs several statements of one transaction without waiting between them; PostgreSQL gets them in
 * order. It waits for all of them, so that none can run after a rollback.
 * @throws the error of the first statement that failed on its own, not a consequence
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

/** Whether the error only says that the transaction had failed before. */
function isConsequence(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && reason.code === '25P02';
}
