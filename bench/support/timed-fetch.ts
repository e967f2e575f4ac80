import { Worker } from 'node:worker_threads';

interface Answered {
  readonly id: number;
  readonly status: number;
  readonly milliseconds: number;
}

/** Posts from a thread of its own, so that the time until the answer has no wait of this thread in it. */
export function openTimedFetch(): {
  post(url: string, init: { headers: [string, string][]; body: string }): Promise<Answered>;
} & AsyncDisposable {
  const worker = new Worker(new URL('./timed-fetch-worker.ts', import.meta.url));
  const waiting = new Map<number, (answer: Answered) => void>();
  worker.on('message', (answer: Answered) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  return {
    post: async (url, init) => {
      last += 1;
      const id = last;
      const { promise, resolve } = Promise.withResolvers<Answered>();
      waiting.set(id, resolve);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has no origin
      worker.postMessage({ id, url, init });
      return promise;
    },
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}
