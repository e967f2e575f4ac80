import type { Worker } from 'node:worker_threads';
import type { Fault } from '../../kernel/fault.ts';
import { errorOf, plainError, type Answer, type Call } from './protocol.ts';

/** The calls to a thread that wait for their answers. */
export interface Calls {
  /**
   * Calls the thread. Sends all calls of one turn together.
   * @throws the thread's error, or why it ended
   */
  ask(what: Call['ask']): Promise<Answer>;
  settle(answer: Answer): void;
  /** Rejects all waiting calls, and every later one. */
  end(why: Fault): void;
  /** Why the thread takes no more calls. */
  ended(): Fault | undefined;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

export function callsTo(worker: Worker): Calls {
  const waiting = new Map<number, Waiting>();
  let ids = 0;
  let gathered: Call[] = [];
  let ended: Fault | undefined;
  const settle = (answer: Answer): void => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error) one?.reject(errorOf(answer.error));
    else one?.resolve(answer);
  };
  const post = () => {
    const calls = gathered;
    gathered = [];
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(calls);
    } catch (error) {
      for (const { id } of calls) settle({ id, error: plainError(error) });
    }
  };
  return {
    settle,
    ended: () => ended,
    ask: async (what) => {
      if (ended) throw ended;
      return new Promise((resolve, reject) => {
        ids += 1;
        waiting.set(ids, { resolve, reject });
        if (gathered.length === 0) setImmediate(post);
        gathered.push({ id: ids, ask: what });
      });
    },
    end: (why) => {
      ended = why;
      for (const one of waiting.values()) one.reject(why);
      waiting.clear();
    },
  };
}
