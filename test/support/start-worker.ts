import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlainMessage, WorkerAnswer } from './worker.ts';

/** A service process for a test. */
export interface Worker {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  deliver(messages: readonly PlainMessage[]): Promise<void>;
}

/**
 * @param how `sends`: it also sends queued messages to `sent_log`, and its carrier takes this long
 * for each
 */
export function startWorker(
  url: string,
  how: { readonly sends?: boolean; readonly delayMilliseconds?: number } = {},
): Worker {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [], {
    env: {
      ...process.env,
      TMM_WORKER_DATABASE: url,
      ...(how.sends ? { TMM_WORKER_SENDS: '1' } : {}),
      ...(how.delayMilliseconds === undefined
        ? {}
        : { TMM_WORKER_DELAY: String(how.delayMilliseconds) }),
    },
  });
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let ids = 0;
  const ready = new Promise<void>((resolve) => waiting.set(0, { resolve, reject: () => {} }));
  child.on('message', (answer: WorkerAnswer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) one?.resolve();
    else one?.reject(new Error(answer.error));
  });
  return {
    child,
    ready,
    deliver: async (messages) => {
      ids += 1;
      const id = ids;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, messages });
      });
    },
  };
}
