import type { ChatEngine } from './chat-engine.ts';
import { assertEngineWorks } from './self-test.ts';
import { openThreadedEngine } from './threaded-engine.ts';

let running:
  | { readonly engine: ReturnType<typeof openThreadedEngine>; tested: Promise<void> }
  | undefined;

/**
 * The engine of this process, in one thread for all institutions. Starts it and tests it when it is first needed, and again after it has
 * ended.
 * @throws Fault `x_chat_engine_changed` if it fails its test: then nothing is served
 */
export async function engineOfProcess(): Promise<ChatEngine> {
  if (!running || running.engine.ended()) {
    const engine = openThreadedEngine();
    running = { engine, tested: assertEngineWorks(engine) };
  }
  await running.tested;
  return running.engine;
}
