import { Worker } from 'node:worker_threads';
import { Fault } from '../../../../kernel/fault.ts';
import type { ChatEngine, ChatSession } from './chat-engine.ts';
import type { EngineAnswer, EngineCall, EngineResults } from './worker-protocol.ts';

/** The operating system shows no more than 15 characters. */
export const engineThreadName = 'x chat engine';

/**
 * Starts the engine in a thread of its own, so that milliseconds of decryption delay nothing else. If the thread ends, its calls fail
 * and can be repeated with another engine.
 */
export function openThreadedEngine(): ChatEngine & { readonly ended: () => boolean } {
  // The thread's name shows in `top`, and lets the benchmark tell its CPU time from the rest.
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
    name: engineThreadName,
  });
  // An idle engine keeps no process alive.
  worker.unref();
  const waiting = new Map<number, PromiseWithResolvers<EngineResults[keyof EngineResults]>>();
  let last = 0;
  let sessions = 0;
  let isOver = false;
  worker.on('message', (answer: EngineAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('failed' in answer) asked?.reject(failed(answer.failed));
    else asked?.resolve(answer.result);
  });
  const end = () => {
    isOver = true;
    for (const asked of waiting.values()) asked.reject(failed('x_chat_engine_ended'));
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', end);
  const ask = async <Call extends EngineCall>(call: Call): Promise<EngineResults[Call['ask']]> => {
    if (isOver) throw failed('x_chat_engine_ended');
    last += 1;
    const asked = Promise.withResolvers<EngineResults[keyof EngineResults]>();
    waiting.set(last, asked);
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has no origin
    worker.postMessage({ id: last, call });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker answers each call with its own result
    return (await asked.promise) as EngineResults[Call['ask']];
  };
  return {
    ended: () => isOver,
    generate: async () => ask({ ask: 'generate' }),
    open: async (identity) => {
      sessions += 1;
      const session = sessions;
      await ask({ ask: 'open', session, identity });
      return sessionOf(ask, { session, userId: identity.userId, version: identity.version });
    },
    [Symbol.asyncDispose]: async () => {
      if (isOver) return;
      const exited = new Promise((resolve) => worker.once('exit', resolve));
      // Its answer may come after the end.
      ask({ ask: 'stop' }).catch(() => {});
      await exited;
    },
  };
}

type Ask = <Call extends EngineCall>(call: Call) => Promise<EngineResults[Call['ask']]>;

function sessionOf(
  ask: Ask,
  {
    session,
    userId,
    version,
  }: { readonly session: number; readonly userId: string; readonly version: string },
): ChatSession {
  return {
    userId,
    version,
    matches: async (publicKey) => ask({ ask: 'matches', session, publicKey }),
    fingerprint: async () => ask({ ask: 'fingerprint', session }),
    prepareKeyChange: async (all) => ask({ ask: 'prepareKeyChange', session, all }),
    encrypt: async (message) => ask({ ask: 'encrypt', session, message }),
    read: async (event, given) => ask({ ask: 'read', session, event, given }),
    close: async () => {
      await ask({ ask: 'close', session });
    },
  };
}

function failed(code: string): Fault {
  return new Fault({
    code,
    message: 'X’s chat engine could not do this',
    retryable: code === 'x_chat_engine_ended',
  });
}
