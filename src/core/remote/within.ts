/**
 * Waits for `work` at most this many milliseconds. Then `work` gets an abort signal.
 * @returns `undefined` if it took longer; a later result goes to `late`
 */
export async function within<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  late: (settled: PromiseSettledResult<Result>) => void = () => {},
): Promise<Result | undefined> {
  const controller = new AbortController();
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const running = work(controller.signal);
  running.then(
    (value) => isLate && late({ status: 'fulfilled', value }),
    (reason: unknown) => isLate && late({ status: 'rejected', reason }),
  );
  try {
    return await Promise.race([
      running,
      new Promise<undefined>((resolve) => {
        timer = setTimeout(() => {
          isLate = true;
          controller.abort();
          resolve(undefined);
        }, milliseconds);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
