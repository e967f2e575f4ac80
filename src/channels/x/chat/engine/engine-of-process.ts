import type { ChatEngine } from './chat-engine.ts';
import { assertEngineWorks } from './self-test.ts';
import { openThreadedEngine } from './threaded-engine.ts';

type Running = ReturnType<typeof openThreadedEngine>;

/**
 * Keeps one engine. Opens it and tests it when it is first needed, and again after it has ended.
 * @returns what gives the engine, or throws Fault `x_chat_engine_changed` if it fails its test: then nothing is served
 */
export function testedEngine(open: () => Running): () => Promise<ChatEngine> {
  let running: { readonly engine: Running; readonly tested: Promise<void> } | undefined;
  return async () => {
    if (!running || running.engine.ended()) {
      const engine = open();
      running = { engine, tested: assertEngineWorks(engine) };
    }
    await running.tested;
    return running.engine;
  };
}

/** The engine of this process, in one thread for all institutions. */
export const engineOfProcess = testedEngine(openThreadedEngine);
