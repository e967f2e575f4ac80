/**
 * Waits for `work` no longer than this many milliseconds. `work` gets a signal that aborts then.
 * @returns `undefined` where it took longer; what it gives later goes to `late`
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
